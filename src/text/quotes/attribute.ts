import type { Attribution } from '../../domain/quote.ts';
import type { Block } from '../block.ts';
import { type Cast, openCast, placeOf } from './cast.ts';
import type { FoundStatement } from './found.ts';
import { isDefinite, isSamePerson } from './identity.ts';
import { kindOf } from './kinds.ts';
import { findMentions, type Mention } from './mentions.ts';
import { organisationsIn } from './named-organisations.ts';
import { narrationOf, type Sentence } from './narration.ts';
import { nameOrganisations } from './organisation-names.ts';
import type { Passage } from './passages.ts';
import { type About, findPublisher, type Publisher } from './publisher.ts';
import { readSpeaker, type Speaker } from './speaker.ts';
import type { Draft } from './statements.ts';
import { isFirstName } from './tables/first-names.ts';
import { isInternalPost, isRankOf, serviceOfRank } from './tables/services.ts';

const NOBODY: Attribution = { name: null, rank: null, role: null, organisation: null, asWritten: '' };

/** Who speaks, as far as the whole release tells. */
export type Attributed = Pick<FoundStatement, 'attribution' | 'kind' | 'confidence'>;

/** How sure it is who speaks: named beside the statement, found elsewhere in the release, or not named at all. */
/** Characters above a statement in which its `its` is looked for. */
const MAX_ABOVE_LENGTH = 500;

const CONFIDENCE = { named: 1, resolved: 0.8, unnamed: 0.6, nobody: 0.2 };

/**
 * Says for every statement who speaks, in full: `Insp Shaw` and `she` get the name, rank, role and organisation that
 * the release gives elsewhere, `the council` gets its name, and whoever has only a rank or a post of the publishing body
 * belongs to it. `asWritten` stays what stands beside the statement.
 */
export function attribute(blocks: readonly Block[], drafts: readonly Draft[], about: About): Attributed[] {
  if (drafts.length === 0) return [];
  const narration = narrationOf(
    blocks,
    drafts.flatMap(({ passages }) => passages),
  );
  const mentions = needsMentions(drafts) ? findMentions(narration) : [];
  const cast = openCast(drafts, mentions);
  const mentionedBefore = readAlong(mentions);
  const publisher = findPublisher(about, narration);
  const nameOf = nameOrganisations(narration, drafts, publisher);
  const renamed = findRenamed(narration);
  let last: Speaker | null = null;
  return drafts.map(({ speaker, passages: [first] }) => {
    const mentioned = mentionedBefore(first?.block ?? 0, first?.outerStart ?? 0);
    if (!speaker) return { attribution: NOBODY, kind: 'other', confidence: CONFIDENCE.nobody };
    const meant = whoIsMeant(speaker, { mentioned, last, cast, at: placeOf(first) });
    last = meant ?? last;
    const { name = null, rank = null, role = null } = meant ?? {};
    // `Granby's police commander` works for no body called Granby.
    const isPlace = meant?.organisation?.toLowerCase() === about.area?.toLowerCase();
    const owner = meant && first ? ownerAbove(blocks, meant, first) : null;
    const stated = meant?.organisation && !isPlace ? nameOf(meant.organisation) : owner;
    const school = /\b(?:head ?teacher|head ?master|head ?mistress|principal|governors?)$/i.test(role ?? '')
      ? schoolIn(narration)
      : null;
    const organisation = stated ?? school ?? (meant && publisher ? impliedBody(meant, publisher) : null);
    const attribution = { name, rank, role, organisation, asWritten: speaker.asWritten };
    const hint = renamed.has(name ?? '') ? 'not their real name' : '';
    return {
      attribution,
      kind: kindOf(meant && { ...meant, about: `${meant.about} ${hint}` }, attribution),
      confidence: confidenceIn(speaker, name),
    };
  });
}

/** `Laura (not her real name)` */
function findRenamed(narration: readonly Sentence[]): ReadonlySet<string> {
  return new Set(narration.flatMap(({ text }) => [...text.matchAll(RENAMED)].map(([, name = '']) => name)));
}

const RENAMED = /(\p{Lu}\p{L}+),? \(?not (?:her|his|their) real name/gu;

/** The one school that a release is about. */
function schoolIn(narration: readonly Sentence[]): string | null {
  const names = narration
    .flatMap(({ text }) => organisationsIn(text))
    .filter((name) => /\b(?:School|Academy|College)$/.test(name));
  const [school, another] = new Set(names);
  return another === undefined ? (school ?? null) : null;
}

/** `The scheme was built with Brightfield Energy. Its chief operating officer, …`: the last body named before. */
function ownerAbove(
  blocks: readonly Block[],
  { asWritten, about, role }: Speaker,
  { block, outerStart }: Passage,
): string | null {
  const its = /^(?:its|their) /i.test(asWritten) ? asWritten : (/\b[Ii]ts [^.]{3,80}$/.exec(about)?.[0] ?? '');
  if (its === '' || role === null) return null;
  const { text = '' } = blocks[block] ?? {};
  const above = text.slice(Math.max(0, outerStart - MAX_ABOVE_LENGTH), outerStart);
  const at = above.lastIndexOf(its.slice(0, 8));
  return organisationsIn(at > 0 ? above.slice(0, at) : (blocks[block - 1]?.text ?? '')).at(-1) ?? null;
}

/** The publishing body, for a rank or a post that stands without any other. */
function impliedBody({ rank, role }: Speaker, { name, service }: Publisher): string | null {
  if (service === 'forces' && role !== null) return null;
  if (rank !== null && service !== null && isRankOf(rank, service)) return name;
  const ranked = rank === null ? null : serviceOfRank(rank);
  if (ranked !== null && service !== null && ranked !== service) return null;
  if (role === null || !isInternalPost(role) || (/commissioner/i.test(role) && !/commissioner/i.test(name)))
    return null;
  return service === 'police' && !/investigat|chief constable|detective|force|crime/i.test(role) ? null : name;
}

function confidenceIn(speaker: Speaker, name: string | null): number {
  if (name === null) return CONFIDENCE.unnamed;
  return speaker.name === name && name.includes(' ') ? CONFIDENCE.named : CONFIDENCE.resolved;
}

/** Only a speaker who is not fully named where the statement stands is looked for in the narration. */
function needsMentions(drafts: readonly Draft[]): boolean {
  return drafts.some(({ speaker }) => speaker !== null && !isIntroduced(speaker));
}

function isIntroduced({ kind, name, role, organisation, asWritten }: Speaker): boolean {
  if (kind === 'unnamed') return !/^(?:the|y|yr) /i.test(asWritten);
  return name?.includes(' ') === true && (role !== null || organisation !== null);
}

interface Situation {
  readonly mentioned: Mentioned;
  readonly last: Speaker | null;
  readonly cast: Cast;
  readonly at: number;
}

function whoIsMeant(speaker: Speaker, { mentioned, last, cast, at }: Situation): Speaker | null {
  if (speaker.kind === 'pronoun') return antecedent(speaker, mentioned, last, cast, at);
  const known = cast.identify(speaker, at);
  const meant = isBody(known) ? { ...known, kind: 'unnamed' as const, name: null, organisation: known.name } : known;
  if (meant !== speaker || speaker.kind === 'person' || !isDefinite(speaker)) return meant;
  // `The inspector said`, `The spokesperson said`: somebody who spoke just before.
  if (last !== null && isSamePerson(last, speaker)) return last;
  // `The Chief Constable said` under a release about her: whoever the narration is about, unless they hold another post.
  const subject = mentioned.subject && readSpeaker(mentioned.subject.context)?.speaker;
  const person = subject?.kind === 'person' ? cast.identify(subject, at) : null;
  if (person && /-year-old\b|\bretired\b|-of-(?:one|two|three|four|five|\d)/i.test(speaker.asWritten)) return person;
  const post = speaker.role ?? speaker.rank;
  if (person && post !== null && isInternalPost(post) && (person.role ?? person.rank) === null)
    return { ...person, role: post };
  return speaker;
}

/** `Unseen, the charity …, said`: one capitalised word that is nobody's name, here or elsewhere. */
function isBody({ kind, name, rank, title, role }: Speaker): boolean {
  return (
    kind === 'person' &&
    name !== null &&
    !name.includes(' ') &&
    rank === null &&
    title === null &&
    role === null &&
    !isFirstName(name)
  );
}

/** Whoever the narration since the last statement is about; otherwise whoever spoke last; otherwise the last one named. */
function antecedent(
  pronoun: Speaker,
  { subject, latest }: Mentioned,
  last: Speaker | null,
  cast: Cast,
  at: number,
): Speaker | null {
  const spoke = last && isSamePerson(last, pronoun) ? last : null;
  for (const mention of [subject, spoke ? null : latest]) {
    const read = mention && readSpeaker(mention.context)?.speaker;
    const person = read?.kind === 'person' ? cast.identify(read, at) : null;
    if (person && isSamePerson(person, pronoun)) return person;
  }
  return spoke;
}

interface Mentioned {
  /** The last one, since the question before, that a sentence began with. */
  readonly subject: Mention | null;
  readonly latest: Mention | null;
}

/** Answers, place by place in the order of the text, who was mentioned before. */
function readAlong(mentions: readonly Mention[]): (block: number, at: number) => Mentioned {
  let index = 0;
  return (block, at) => {
    let subject: Mention | null = null;
    for (; index < mentions.length; index += 1) {
      const mention = mentions[index];
      if (!mention || mention.block > block || (mention.block === block && mention.at >= at)) break;
      if (mention.isSubject) subject = mention;
    }
    return { subject, latest: mentions[index - 1] ?? null };
  };
}
