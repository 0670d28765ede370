import type { Attribution } from '../../domain/quote.ts';
import type { Block } from '../block.ts';
import { type Cast, openCast, placeOf } from './cast.ts';
import { openEmployers } from './employers.ts';
import { findAccused, surnameOf } from './evidence.ts';
import type { FoundStatement } from './found.ts';
import { isDefinite, isSamePerson } from './identity.ts';
import { findRelatives, kindOf } from './kinds.ts';
import { findMentions, type Mention } from './mentions.ts';
import { narrationOf, type Sentence, withHeadings } from './narration.ts';
import { once } from './once.ts';
import type { About } from './publisher.ts';
import type { Speaker } from './speaker.ts';
import type { Draft } from './statements.ts';
import { isFirstName } from './tables/first-names.ts';
import { isPostNominal } from './tables/roles.ts';
import { isInternalPost } from './tables/services.ts';
import { tellsOfWords } from './unsaid.ts';

const NOBODY: Attribution = { name: null, rank: null, role: null, organisation: null, asWritten: '' };

/** Who speaks, as far as the whole release tells. */
export type Attributed = Pick<FoundStatement, 'attribution' | 'kind' | 'confidence'>;

/** How sure it is who speaks: named beside the statement, found elsewhere in the release, or not named at all. */
const CONFIDENCE = { named: 1, resolved: 0.8, unnamed: 0.6, nobody: 0.2 };

/**
 * Says for every statement who speaks, in full: `Insp Shaw` and `she` get the name, rank, role and organisation that
 * the release gives elsewhere, `the council` gets its name, and whoever has only a rank or a post of the publishing body
 * belongs to it. `asWritten` stays what stands beside the statement. Null for what an accused says: it is evidence.
 */
export function attribute(blocks: readonly Block[], drafts: readonly Draft[], about: About): (Attributed | null)[] {
  if (drafts.length === 0) return [];
  const passages = drafts.flatMap((draft) => draft.passages);
  const narration = once(() => narrationOf(blocks, passages));
  const mentions = needsMentions(drafts) ? findMentions(withHeadings(blocks, narration())) : [];
  const cast = openCast(drafts, mentions);
  const mentionedBefore = readAlong(mentions);
  const employerOf = openEmployers({ blocks, narration, drafts, about });
  const renamed = once(() => findRenamed(narration()));
  const relatives = once(() => findRelatives(narration()));
  const accused = once(() => findAccused(narration()));
  const isAccused = (person: Speaker): boolean =>
    person.name !== null && isPlain(person) && accused().has(surnameOf(person.name));
  let last: Speaker | null = null;
  return drafts.map(({ speaker, passages: [first] }) => {
    const mentioned = mentionedBefore(first?.block ?? 0, first?.outerStart ?? 0);
    if (!speaker) return { attribution: NOBODY, kind: 'other', confidence: CONFIDENCE.nobody };
    const meant = whoIsMeant(speaker, { mentioned, last, cast, at: placeOf(first), isAccused });
    if (speaker.kind === 'pronoun' && meant && isAccused(meant)) return null;
    last = meant ?? last;
    const { name = null, rank = null, role = null } = meant ?? {};
    const organisation = meant && first ? employerOf(meant, first) : null;
    const attribution = { name, rank, role, organisation, asWritten: speaker.asWritten };
    const [called = ''] = name !== null && meant && isPlain(meant) ? name.split(' ', 1) : [];
    const isRenamed = called !== '' && called === name && renamed().has(called);
    const isRelative = called !== '' && relatives().has(called);
    const hint = `${isRenamed ? 'not their real name' : ''} ${isRelative ? 'on behalf of the family' : ''}`;
    return {
      attribution,
      kind: kindOf(meant && { ...meant, about: `${meant.about} ${hint}` }, attribution),
      confidence: confidenceIn(speaker, name),
    };
  });
}

function isPlain({ rank, role, organisation }: Speaker): boolean {
  return rank === null && role === null && organisation === null;
}

/** `Laura (not her real name)` */
function findRenamed(narration: readonly Sentence[]): ReadonlySet<string> {
  return new Set(narration.flatMap(({ text }) => [...text.matchAll(RENAMED)].map(([, name = '']) => name)));
}

const RENAMED = /(\p{Lu}\p{L}+),? \(?not (?:her|his|their) real name/gu;

function confidenceIn(speaker: Speaker, name: string | null): number {
  if (name === null) return CONFIDENCE.unnamed;
  return speaker.name === name && name.includes(' ') ? CONFIDENCE.named : CONFIDENCE.resolved;
}

/** Only a speaker who is not fully named where the statement stands is looked for in the narration. */
function needsMentions(drafts: readonly Draft[]): boolean {
  return drafts.some(({ speaker }) => speaker !== null && !isIntroduced(speaker));
}

function isIntroduced({ kind, name, rank, role, organisation, asWritten }: Speaker): boolean {
  if (kind === 'unnamed') return !/^(?:the|y|yr) /i.test(asWritten);
  return name?.includes(' ') === true && role !== 'PCC' && (rank !== null || role !== null || organisation !== null);
}

interface Situation {
  readonly mentioned: Mentioned;
  readonly last: Speaker | null;
  readonly cast: Cast;
  readonly at: number;
  /** Whether the narration says of somebody that they stand accused. */
  readonly isAccused: (person: Speaker) => boolean;
}

function whoIsMeant(speaker: Speaker, situation: Situation): Speaker | null {
  const { mentioned, last, cast, at } = situation;
  if (speaker.kind === 'pronoun') return pairBefore(speaker, mentioned, cast, at) ?? antecedent(speaker, situation);
  const known = cast.identify(speaker, at);
  const meant = isBody(known) ? { ...known, kind: 'unnamed' as const, name: null, organisation: known.name } : known;
  if (meant !== speaker || speaker.kind === 'person' || !isDefinite(speaker)) return meant;
  // `The inspector said`, `The spokesperson said`: somebody who spoke just before.
  if (last !== null && isSamePerson(last, speaker)) return last;
  if (last?.name?.includes(' and ') && /s$/.test(speaker.asWritten) && speaker.organisation === null) return last;
  // `The Chief Constable said` under a release about her: whoever the narration is about, unless they hold another post.
  const subject = mentioned.subject?.speaker();
  const person = subject?.kind === 'person' ? cast.identify(subject, at) : null;
  const recent = mentioned.latest && isNear(mentioned.latest, at) ? mentioned.latest.speaker() : null;
  if (EPITHET.test(speaker.asWritten)) {
    const named = person ?? (recent?.kind === 'person' ? cast.identify(recent, at) : null);
    if (named) return named;
  }
  const post = speaker.role ?? speaker.rank;
  const isOffice = post !== null && (isInternalPost(post) || /^\p{Lu}/u.test(post));
  if (person && isOffice && holdsNothing(person)) return { ...person, role: post };
  return speaker;
}

/** Whether the release gives no post to somebody, but perhaps an honour or a seat. */
function holdsNothing({ role, rank }: Speaker): boolean {
  return (role === null || isPostNominal(role)) && (rank === null || /^(?:rt hon|sir|dame|lord|lady|dr)\b/i.test(rank));
}

/** What stands for somebody named just before: `the grandfather of four`, `the retired teacher`, `the 34-year-old`. */
const EPITHET =
  /^the (?:[\w-]+ )*?(?:[\w-]+-year-old|retired [\w -]+|(?:grand)?(?:father|mother|dad|mum)(?:[ -]of[ -]\w+)?|husband|wife|grandfather|grandmother|pensioner|teenager|youngster|schoolboy|schoolgirl|great-grandmother|great-grandfather|widow|widower|veteran)$/i;

/** Whether somebody is mentioned in the block of a statement or the one above it. */
function isNear({ block }: Mention, at: number): boolean {
  return at - placeOf({ block, at: 0 }) < 2 * placeOf({ block: 1, at: 0 });
}

/** `Unseen, the charity …, said`: one capitalised word that is nobody's name, here or elsewhere. */
function isBody({ kind, name, rank, title, role, about }: Speaker): boolean {
  return (
    kind === 'person' &&
    name !== null &&
    !name.includes(' ') &&
    rank === null &&
    title === null &&
    role === null &&
    !isFirstName(name) &&
    !AGED.test(about)
  );
}

/** `Albie, five`, `Mason, aged 9` */
const AGED = /^\p{Lu}[\p{L}'’-]+, (?:aged )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten)\b/u;

/**
 * Whoever the narration since the last statement is about; otherwise whoever spoke last; otherwise the last one named. Whoever
 * adds something has spoken before, and an officer speaks again rather than whom the release calls guilty.
 */
function antecedent(pronoun: Speaker, { mentioned, last, cast, at, isAccused }: Situation): Speaker | null {
  const { subject, latest } = mentioned;
  const spoke = last && isSamePerson(last, pronoun) ? last : null;
  const about = subject?.speaker() ?? null;
  const isIntroduced = about?.kind === 'person' && !isPlain(about);
  if (spoke && ADDS.test(pronoun.about) && !isIntroduced && !tellsOfWords(subject?.context ?? '')) return spoke;
  for (const mention of [subject, spoke ? null : latest]) {
    const read = mention?.speaker();
    const person = read?.kind === 'person' ? cast.identify(read, at) : null;
    if (person && isSamePerson(person, pronoun) && !(spoke && isAccused(person))) return person;
  }
  return spoke;
}

/** Verbs of whoever has spoken before. */
const ADDS = /\b(?:add(?:ed|s)|continue[sd]|conclude[sd]|went on|also)\b/;

/** `In a joint statement they said`: the two whom the sentence before names together. */
function pairBefore(pronoun: Speaker, { pair }: Mentioned, cast: Cast, at: number): Speaker | null {
  if (!/^they$/i.test(pronoun.asWritten) || !pair) return null;
  const names = pair.map(({ name }) => cast.identify({ ...pronoun, kind: 'person', name }, at).name ?? name);
  return { ...pronoun, kind: 'person', name: names.join(' and ') };
}

interface Mentioned {
  /** The last one, since the question before, that a sentence began with. */
  readonly subject: Mention | null;
  readonly latest: Mention | null;
  /** The last two, when they stand in one block. */
  readonly pair: readonly [Mention, Mention] | null;
}

/** Answers, place by place in the order of the text, who was mentioned before. */
function readAlong(mentions: readonly Mention[]): (block: number, at: number) => Mentioned {
  let index = 0;
  let sure: Mention | null = null;
  return (block, at) => {
    let subject: Mention | null = null;
    for (; index < mentions.length; index += 1) {
      const mention = mentions[index];
      if (!mention || mention.block > block || (mention.block === block && mention.at >= at)) break;
      if (mention.isSubject) subject = mention;
      if (isKnown(mention)) sure = mention;
    }
    const [other, latest] = [mentions[index - 2], mentions[index - 1]];
    const isPair = other && latest && latest.block >= block - 1 && areTogether(other, latest);
    return { subject, latest: sure ?? latest ?? null, pair: isPair ? [other, latest] : null };
  };
}

/** Whether a first name or a rank says that somebody is a person: `y Rhyfel Byd Cyntaf` is none. */
function isKnown({ name, speaker }: Mention): boolean {
  return isFirstName(name.split(' ')[0] ?? '') || (speaker()?.rank ?? null) !== null;
}

/** `Jo Bell, who leads the appeal, and DC Amy Lee`: an `and` and no end of a sentence stands between two sure names. */
function areTogether(one: Mention, other: Mention): boolean {
  if (one.block !== other.block || one.name === other.name) return false;
  const [, between = ''] = one.context.split(one.name, 2);
  const [joint = ''] = between.split(other.name, 1);
  return isKnown(other) && joint !== between && /(?:^|\s)(?:and|&|ac?)\s/.test(joint) && !/[.!?]\s+\p{Lu}/u.test(joint);
}
