import { readSpeaker } from '../speaker/read-speaker.ts';
import type { Speaker } from '../speaker/speaker.ts';
import type { Passage } from '../statements/passages.ts';
import { tellsOfWords } from '../statements/voice.ts';
import { EPITHET, TOGETHER } from '../tables/epithets.ts';
import { IMPACT_OF_SOMEBODY } from '../tables/evidence.ts';
import { isFirstName } from '../tables/first-names.ts';
import { OPENS_WITH_KIN } from '../tables/kin.ts';
import { UNNAMED } from '../tables/people.ts';
import { rankGrade } from '../tables/ranks.ts';
import { isLay } from '../tables/roles.ts';
import { isInternalPost } from '../tables/services.ts';
import { sentenceStarts } from '../words.ts';
import type { Cast } from './cast.ts';
import { isDefinite, isOfPost, isSameGender, isSamePerson } from './identity.ts';
import type { Mention } from './mentions.ts';
import { placeOf } from './place.ts';
import { relativeCalled, relativeMeant } from './relatives.ts';
import { NOBODY_YET, personOf, type Situation } from './situation.ts';
import { isUnnamed, tellerIn } from './teller.ts';
import { pairMeant } from './together.ts';

/** Who speaks, given what stands beside the statement: a pronoun, a surname, a post, an epithet. */
export function whoIsMeant(speaker: Speaker, situation: Situation): Speaker | null {
  const { mentioned, last, cast, at } = situation;
  // `The court heard an impact statement from a woman of 84. She said: “…”`
  if (speaker.kind === 'pronoun' && (IMPACT_OF_SOMEBODY.test(situation.told) || isUnnamed(situation.told)))
    return tellerIn(situation.told) ?? { ...speaker, kind: 'unnamed', about: situation.told };
  if (speaker.kind === 'pronoun') return pairMeant(speaker, situation) ?? antecedent(speaker, situation);
  if (speaker.kind === 'unnamed' && TOGETHER.test(speaker.asWritten)) {
    const pair = pairMeant(speaker, situation);
    if (pair) return pair;
  }
  if (speaker.kind === 'unnamed' && UNNAMED.test(speaker.about)) return speaker;
  const successor = succeeding(speaker, situation);
  if (successor) return successor;
  const known = relativeMeant(speaker, situation) ?? relativeCalled(speaker, situation) ?? named(speaker, situation);
  const meant =
    isBody(known) && !situation.isRelative(known.name ?? '')
      ? { ...known, kind: 'unnamed' as const, name: null, organisation: known.name }
      : known;
  if (meant !== speaker || speaker.kind === 'person') return meant;
  if (!(isDefinite(speaker) || isPost(speaker))) return takingPost(speaker, situation) ?? meant;
  // `The inspector said`, `The spokesperson said`: somebody who spoke just before.
  if (last !== null && isSamePerson(last, speaker)) return last;
  if (last?.name?.includes(' and ') && /s$/.test(speaker.asWritten) && speaker.organisation === null) return last;
  // `The Chief Constable said` under a release about her: whoever the narration is about, unless they hold another post.
  const person = personOf(mentioned.subject, cast, at);
  if (EPITHET.test(speaker.asWritten)) {
    const recent = mentioned.latest && isNear(mentioned.latest, at) ? personOf(mentioned.latest, cast, at) : null;
    // An officer is called by an age, but not the pensioner.
    const isAge = /-year-old(?: from\b.*)?$/.test(speaker.asWritten);
    const named = [person, recent, last].find(
      (each) => each?.kind === 'person' && (isAge || each.rank === null) && isSameGender(each, speaker),
    );
    if (named) return { ...named, about: `${named.about} | ${speaker.asWritten}` };
  }
  return inPost(speaker, person, situation) ?? takingPost(speaker, situation) ?? speaker;
}

/** `The director of public health welcomed it. “…” Prof Jo Bell, who took up the post in April, will be there.` */
function takingPost(speaker: Speaker, { taker, cast, at }: Situation): Speaker | null {
  const isOne = speaker.role !== null && !/^(?:an?|one|another) /i.test(speaker.asWritten);
  const person = isOne ? personOf(taker(), cast, at) : null;
  return person?.role === null
    ? {
        ...person,
        role: speaker.role,
        organisation: person.organisation ?? speaker.organisation,
        asWritten: speaker.asWritten,
      }
    : null;
}

/** Whoever takes over or gives up the post: `the incoming ACC`, `the outgoing Mayor`, `her predecessor`. */
function succeeding(speaker: Speaker, { successor, cast, at }: Situation): Speaker | null {
  const person = personOf(successor(speaker), cast, at);
  const { role, asWritten } = speaker;
  const post =
    role === null || /\bnext\b|\bincoming\b|cessor$/i.test(role) ? null : role.replace(/^(?:new|newly[- ]\S+) /i, '');
  return person && { ...person, role: person.role ?? post, asWritten };
}

/**
 * Whoever a post stands for that nobody is said to hold: whom the narration since the last statement is about, unless they
 * hold another one. `Cllr Bell called in. The council's Cabinet Member for Culture said: “…”`
 */
function inPost(speaker: Speaker, person: Speaker | null, { mentioned, at }: Situation): Speaker | null {
  const post = speaker.role ?? speaker.rank;
  if (!person || post === null || isOfPost({ ...person, role: post }) || (person.role !== null && !isMember(person)))
    return null;
  if (!(isInternalPost(post) || OFFICE.test(post) || /^\p{Lu}/u.test(post))) return null;
  // `Lt Col Tuke said that it rained. The Commanding Officer of 207 Squadron explained: “…”`
  const isNext = mentioned.subject !== null && isNear(mentioned.subject, at) && rankGrade(post) === null;
  return isWithoutPost(person) || isNext ? { ...person, role: post } : null;
}

function isMember({ role }: Speaker): boolean {
  return role !== null && /^M[SE]?P$|^MS$/.test(role);
}

/** Whoever bears a name; of several who speak together each under the fullest one. */
function named(speaker: Speaker, { mentioned: { pair }, cast, at }: Situation): Speaker {
  if (speaker.kind !== 'person' || !speaker.name?.includes(' and ')) return cast.identify(speaker, at);
  const names = speaker.name.split(/, | and /);
  if (names.every((name) => name.includes(' '))) return cast.identify(speaker, at);
  const whole = names.map(
    (name) => cast.identify({ ...NOBODY_YET, name, asWritten: name, about: name }, at).name ?? name,
  );
  // `Ann and Zoe` where the release has `Ann and Zoe Bell`, and tells of both.
  if (pair?.people.every(({ name }, index) => name === whole[index]))
    return {
      ...speaker,
      name: pair.name,
      about: `${speaker.about} | ${pair.people.map(({ context }) => context).join(' | ')}`,
    };
  // `Ann and Zoe Bell` share one surname.
  const isShared = names.slice(0, -1).every((name) => isFirstName(name)) && names.at(-1)?.includes(' ') === true;
  return isShared ? speaker : { ...speaker, name: `${whole.slice(0, -1).join(', ')} and ${whole.at(-1)}` };
}

/** `Thornby Borough Council's Cabinet Member for Culture`: a post in capitals that one person holds. */
function isPost({ kind, role, asWritten }: Speaker): boolean {
  return kind === 'unnamed' && role !== null && /^\p{Lu}/u.test(role) && !/^(?:an?|one|another) /i.test(asWritten);
}

/** Posts that one person in a release holds. */
const OFFICE =
  /\b(?:minister|mayor|secretary of state|sheriff|lord[- ]lieutenant|coroner|president|vicar|bishop|head ?teacher)$/i;

/** `Sir` and `Dr` leave room for a post. */
function isWithoutPost({ rank }: Speaker): boolean {
  return rank === null || /^(?:sir|dame|lord|lady|baroness|dr|prof(?:essor)?|rt hon.*)$/i.test(rank);
}

/**
 * Who speaks where nobody is said to: whoever the narration since the last statement is about, or who spoke before in the
 * same paragraph, or whoever the paragraph above is about.
 */
export function whoGoesOn(
  first: Passage,
  previous: Passage | null,
  above: string,
  situation: Situation,
): Speaker | null {
  const { mentioned, last, cast, at } = situation;
  const announced = announcedBy(above);
  if (announced) return whoIsMeant(announced, situation);
  // An interview: below a question.
  if (/\?\W*$/.test(above.slice(-MAX_MARKS))) return last ?? personOf(mentioned.subject ?? mentioned.latest, cast, at);
  const isBeside = previous?.block === first.block;
  const subject = mentioned.subject && isNear(mentioned.subject, at) ? personOf(mentioned.subject, cast, at) : null;
  if (subject) return subject;
  if (isBeside || (previous?.block === first.block - 2 && /(?:^|[.!?] )(?:He|She) /.test(above))) return last;
  return mentioned.latest?.block === first.block ? personOf(mentioned.latest, cast, at) : null;
}

/** `Anna's family have released the following statement:` */
function announcedBy(above: string): Speaker | null {
  const [, subject] = ANNOUNCES.exec(above.slice(-MAX_ANNOUNCEMENT_LENGTH)) ?? [];
  return subject === undefined ? null : (readSpeaker(subject)?.speaker ?? null);
}

/** Marks of emphasis behind a question. */
const MAX_MARKS = 6;
const MAX_ANNOUNCEMENT_LENGTH = 240;
const ANNOUNCES =
  /(?:^|[.!?] )(\p{Lu}[^.!?]{2,120}?) (?:has|have|had|also|today|now|all|since|,)* ?(?:issued|released|paid|made|gave|given|shared|sent|put out|wrote|written)\b[^.!?]*\b(?:statement|tribute|message|words?)\b[^.!?]*:\s*$/u;

/** Whether somebody is mentioned in the block of a statement or the one above it. */
function isNear({ block }: Mention, at: number): boolean {
  return at - placeOf({ block, at: 0 }) < 2 * placeOf({ block: 1, at: 0 });
}

/** `Unseen, the charity …, said`: one capitalised word that is nobody's name, here or elsewhere. */
function isBody({ kind, name, rank, title, role, about, asWritten }: Speaker): boolean {
  return (
    kind === 'person' &&
    name !== null &&
    // `D, who is 29`
    name.length > 1 &&
    !name.includes(' ') &&
    rank === null &&
    title === null &&
    role === null &&
    !isFirstName(name) &&
    !IS_PERSON.test(about) &&
    // `Reception pupil Zuri`
    !isLay(
      asWritten
        .slice(0, Math.max(0, asWritten.indexOf(` ${name}`)))
        .split(' ')
        .at(-1) ?? '',
    )
  );
}

/** `Albie, five`, `Mason, aged 9`, `Elowen, who lives next door` */
const IS_PERSON =
  /\b\d{1,3}-year-old \p{Lu}|^\p{Lu}[\p{L}'’-]+, (?:who (?:is|was|lives?|lived|works|worked)|(?:aged )?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten))\b/u;

/**
 * Whoever the narration since the last statement is about; otherwise whoever spoke last; otherwise the last one named. Whoever
 * adds something has spoken before, and an officer speaks again rather than whom the release calls guilty.
 */
function antecedent(
  pronoun: Speaker,
  { mentioned, earlier, cast, at, told, said, isAccused }: Situation,
): Speaker | null {
  const { subject, previous, latest, pair } = mentioned;
  const holder = holderOf(told, cast, at);
  if (holder && (holder.kind === 'unnamed' || isSamePerson(holder, pronoun))) return holder;
  const spoke = earlier.find((speaker) => isSamePerson(speaker, pronoun)) ?? null;
  const opening = openedBy(told, earlier);
  if (opening && isSamePerson(opening, pronoun)) return opening;
  const about = subject?.speaker() ?? null;
  const isIntroduced = about?.kind === 'person' && (about.rank ?? about.role ?? about.organisation) !== null;
  // `A spokesperson said: “…”` above `Its manager, Jo Bell, said that it rained. “…,” she added.`
  const isTold =
    spoke?.kind === 'unnamed' &&
    latest !== null &&
    at - placeOf({ block: latest.block, at: 0 }) < placeOf({ block: 1, at: 0 });
  if (spoke && !isTold && ADDS.test(pronoun.about) && !isIntroduced && !tellsOfWords(subject?.context ?? ''))
    return spoke;
  const owner = subject && (OWNED.test(subject.before) || OPENS_WITH_KIN.test(subject.before)) ? previous : null;
  // `Rabbi Jo Bell and Imam Tom Cole lit it. She said: “…”`
  const [other = null] = pair?.isNear && !spoke ? pair.people : [];
  // `Ewan Bell runs the boat with his daughter Kelly. “…,” he said.`
  const opener = subject && previous?.block === subject.block && OWNING.test(subject.before) ? previous : null;
  for (const mention of [subject, owner, other, opener, spoke && !isTold ? null : latest]) {
    const person = personOf(mention, cast, at);
    if (person && isSamePerson(person, pronoun) && !(spoke && isAccused(person)) && !isSpokenOf(person, said))
      return person;
  }
  return spoke;
}

/** `Penrose praised his crew. “…,” he said.`: who spoke before and is named first in the last sentence by a surname. */
function openedBy(told: string, earlier: readonly Speaker[]): Speaker | null {
  const sentence = told.slice(sentenceStarts(told.trimEnd()).at(-1)).trim();
  const [, surname = ''] = /^(?:Mr |Mrs |Ms |Miss )?(\p{Lu}[\p{L}’'-]+) \p{Ll}/u.exec(sentence) ?? [];
  return (
    earlier.find(({ kind, name }) => kind === 'person' && surname !== '' && name?.endsWith(` ${surname}`) === true) ??
    null
  );
}

/** `Her daughter Maisie`: whose relative somebody is. */
const OWNED = /^(?:His|Her|Their) (?:\p{Ll}+ ){1,3}$/u;

/** `Ewan Bell runs the boat with his daughter `: somebody else than whom the sentence is about belongs to them. */
const OWNING = /\p{Ll} (?:his|her|their) (?:\p{Ll}[\p{L}-]* ){1,3}$/u;

/** Characters of `I am `, and of a letter before it. */
const MAX_SELF_LENGTH = 7;

/** `Her daughter Maisie is eight. She told members: “Maisie leaves home early.”` */
function isSpokenOf({ name }: Speaker, said: string): boolean {
  const [first = ''] = name?.split(' ') ?? [];
  if (first === '') return false;
  for (let at = said.indexOf(first); at !== -1; at = said.indexOf(first, at + 1)) {
    const before = said.slice(Math.max(0, at - MAX_SELF_LENGTH), at);
    const end = at + first.length;
    const isWord = !/\p{L}$/u.test(before) && !/^\p{L}/u.test(said.slice(end, end + 2));
    if (isWord && !/\bI(?:['’]m| am) $/.test(before)) return true;
  }
  return false;
}

/** `The Chief Fire Officer's last act was to go. “…,” he said`: whoever holds the post that the last sentence begins with. */
function holderOf(told: string, cast: Cast, at: number): Speaker | null {
  const teller = tellerIn(told);
  if (teller) return teller.kind === 'person' ? cast.identify(teller, at) : teller;
  const [last = 0, before = 0] = sentenceStarts(told).toReversed();
  const [, agent] = DONE_BY.exec(told.slice(before, last).trim()) ?? [];
  const office = agent ?? POST.exec(told.slice(last).trim())?.[0] ?? '';
  const read = office === '' ? null : (readSpeaker(office)?.speaker ?? null);
  const holder = read?.kind === 'unnamed' ? cast.identify(read, at) : null;
  return holder?.kind === 'person' ? holder : null;
}

const POST = /^(?:The|Yr?)(?: \p{Lu}[\p{L}-]+){1,6}(?=(?:['’]s)? \p{Ll}|, who\b)/u;

/** `It was opened by the trust's Chief Executive. In her speech she said: “…”` */
const DONE_BY = /^The .* (?:was|were|has been|is) \p{Ll}+(?: \p{Ll}+)? by ((?:the|its) [^,;:]{3,80})\.$/u;

/** Verbs of whoever has spoken before. */
const ADDS = /\b(?:add(?:ed|s)|continue[sd]|conclude[sd]|went on|also)\b/;
