import { organisationsIn } from '../employers/named-organisations.ts';
import { isFirstName } from '../tables/first-names.ts';
import { KINDS_OF_BODIES } from '../tables/organisations.ts';
import { CALLED } from '../tables/people.ts';
import { endsInRelation, isArticle, isDocument, isLay, isPronoun, isSpokesperson } from '../tables/roles.ts';
import { isSpeechVerb } from '../tables/verbs.ts';
import type { Said } from '../tagger/attribution.ts';
import type { Word } from '../words.ts';
import { readAppointment } from './appointments.ts';
import { apposedPost } from './apposition.ts';
import { behindAside } from './aside-tail.ts';
import { readSaid } from './bounds.ts';
import { extentOf } from './extent.ts';
import { findFirstNames, findPair, findSeveral, type Pair } from './joint.ts';
import { findHoldersOfPosts, postsOfEach } from './joint-posts.ts';
import { isNameWord, withoutHonours, withoutNickname } from './name-runs.ts';
import { findPerson, isSure, type PersonFound, people } from './names.ts';
import { besideName, goesOnTo, ownOf, withFirstName } from './own-words.ts';
import { isAge, isAside, isEmployer, isRelative, type Part, partsOf } from './parts.ts';
import { holdsPost, mergePosts, NO_POST, type Post } from './post.ts';
import { postIn, rankIn, titleBefore, wholeRank } from './said.ts';
import { readSharedPost } from './shared-post.ts';
import { isDescribed, isRelatedTo, nameOfPlace, type SpeakerFound, singleName } from './single-name.ts';

/** Who speaks, as far as the words of one attribution say. */
export interface Speaker extends Post {
  /** `person`: has a name, perhaps only a surname. `pronoun`: somebody named before. `unnamed`: a spokesperson. */
  readonly kind: 'person' | 'pronoun' | 'unnamed';
  readonly name: string | null;
  readonly rank: string | null;
  /** `Mr`, `Ms`, `Sir`: what stands before the name and is no rank, or tells he from she. */
  readonly title: string | null;
  readonly asWritten: string;
  /** Everything that is read about them, as it is written: it tells relatives and residents from officials. */
  readonly about: string;
}

/** A speaker with the place, in the text that was read, of the words that say it. */
export interface SpeakerRead {
  readonly speaker: Speaker;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the words that name a speaker, without the verb: `Inspector Rebecca Shaw, from the Fenwick community policing
 * team`, `Speaking after the hearing, tarn's chief executive, Tom Brackley`, `A spokesperson for the council`, `she`.
 * Null when they name nobody who could speak.
 */
export function readSpeaker(text: string): SpeakerRead | null {
  const parts = partsOf(text);
  const found = findSpeaker(parts, text);
  return (found && readPerson(text, parts, found.index, found.person)) ?? readUnnamed(text, parts);
}

/** As `readSpeaker`, for the words before or behind a verb of speech: two people may speak together. */
export function readSubject(text: string): SpeakerRead | null {
  const owned = readOwned(text);
  if (owned) return owned;
  const several = findSeveral(text);
  if (several) return jointSpeaker(text, several);
  const parts = partsOf(text);
  const found = findSpeaker(parts, text);
  const joint = found ? findPair(text, parts, found.index, found.person) : findFirstNames(text, parts);
  const own = found && readPerson(text, parts, found.index, found.person);
  return jointSpeaker(text, joint) ?? jointSpeaker(text, findHoldersOfPosts(text)) ?? own ?? readUnnamed(text, parts);
}

/** Characters that may tell what kind of person speaks. */
const MAX_ABOUT_LENGTH = 240;

function findSpeaker(parts: readonly Part[], text: string): SpeakerFound | null {
  let doubtful: SpeakerFound | null = null;
  // `Cabinet Member for Children, Young People and Families, Jo Bell`: a capital alone makes nobody of what a post is about.
  let likely: SpeakerFound | null = null;
  let isFirst = true;
  for (const [index, part] of parts.entries()) {
    if (isRelative(part) || isAside(part)) continue;
    const person = findPerson(part.words, text);
    if (person && isRelatedTo(part.words.slice(0, person.start))) continue;
    const spokesperson = part.words.findLastIndex((word) => isSpokesperson(word.text));
    // `A spokesperson for Fenwick Borough Council's Environmental Health team` is nobody's name.
    const isApposed = person === null && findPerson(parts[index + 1]?.words ?? [], text)?.start === 0;
    if (spokesperson !== -1 && isApposed) continue;
    if (spokesperson !== -1 && person?.start !== spokesperson + 1) return null;
    if (person && !person.isDoubtful && (isSure(part.words, person) || (isFirst && person.start === 0)))
      return { index, person };
    if (person && !person.isDoubtful) likely ??= { index, person };
    else if (person) doubtful ??= { index, person };
    isFirst = false;
  }
  const aside = findInAside(parts, text);
  const isNamed = aside !== null && isSure(parts[aside.index]?.words ?? [], aside.person);
  return likely ?? (isNamed ? aside : doubtful) ?? aside;
}

/** `Speaking after the hearing DC Jo Smith, investigating officer, said` has no comma behind its aside. */
function findInAside(parts: readonly Part[], text: string): SpeakerFound | null {
  const [aside] = parts;
  if (!aside || !isAside(aside)) return null;
  const next = parts.find((part) => !isAside(part) && !isAge(part));
  if (next && !isRelative(next) && (!holdsPost(next.words) || next.opening === 'the')) return null;
  const [one, other] = [...people(aside.words, text)].slice(-2);
  // `In a joint letter Jo Bell and Amy Lee said`
  const isPair = one && other && other.start === one.end + 1 && /^(?:and|&)$/.test(aside.words[one.end]?.text ?? '');
  const person = isPair ? one : (other ?? one);
  return person ? { index: 0, person } : null;
}

/** `… managed by Hexby Wildlife Trust, whose ranger Isla Moncrieff`, `… at the sanctuary, where manager Celeste Dunn`. */
function readOwned(text: string): SpeakerRead | null {
  const at = Math.max(text.lastIndexOf(' whose '), text.lastIndexOf(' where '));
  const from = at + ' whose '.length;
  const read = at > 0 ? readSpeaker(text.slice(from)) : null;
  if (read?.speaker.kind !== 'person' || read.start !== 0 || (read.speaker.role ?? read.speaker.rank) === null)
    return null;
  const organisation =
    read.speaker.organisation ??
    lastBodyIn(text.slice(0, at)) ??
    INTRODUCED.exec(text.slice(0, at))?.[1] ??
    doneBy(text.slice(0, at)) ??
    null;
  return { speaker: { ...read.speaker, organisation }, start: from, end: from + read.end };
}

/** `was backed by NightSafe, the charity which looks after the young, whose manager …` */
const INTRODUCED = new RegExp(
  String.raw`\b(?:by|with|from|to) (\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,4}), (?:the|an?) (?:\p{Ll}[\p{L}-]* ){0,3}(?:${KINDS_OF_BODIES})\b`,
  'u',
);

/** `The work is done by Corve Retrofit, whose manager`: capitals behind a `by` that begin with nobody's first name. */
function doneBy(words: string): string | null {
  const [, named = ''] = /\bby ((?:\p{Lu}[\p{L}’'&-]*)(?: \p{Lu}[\p{L}’'&-]*){0,4}),?$/u.exec(words) ?? [];
  return named === '' || isFirstName(named.split(' ')[0] ?? '') ? null : named;
}

/** The last body that words name, to their end: `Hedgehog Rescue Marl`. */
function lastBodyIn(words: string): string | null {
  const body = organisationsIn(words).at(-1) ?? null;
  const [tail = ''] =
    body === null
      ? []
      : (/^(?: \p{Lu}[\p{L}-]+)+(?=,?$)/u.exec(words.slice(words.lastIndexOf(body) + body.length)) ?? []);
  return body === null ? null : body + tail;
}

/** Two people have no rank together, and a post only if it is said of both, or one of each. */
function jointSpeaker(text: string, pair: Pair | null): SpeakerRead | null {
  if (!pair) return null;
  const { name, start, end } = pair;
  const shared = readSharedPost(text, pair);
  const speaker: Speaker = {
    ...{ kind: 'person', name, rank: null, title: null },
    ...(shared === NO_POST ? postsOfEach(text, pair) : shared),
    asWritten: text.slice(start, end),
    about: text.slice(0, MAX_ABOUT_LENGTH),
  };
  return { speaker, start, end };
}

/** Null for words of a body's name, or of a post, that look like a person's: `Bus Operators` of `The Federation of Bus Operators`. */
function readPerson(text: string, parts: readonly Part[], index: number, person: PersonFound): SpeakerRead | null {
  const words = parts[index]?.words ?? [];
  const from = words[person.nameStart]?.start ?? 0;
  const to = words[person.nameEnd - 1]?.end ?? from;
  const said = besideName(ownOf(withFirstName(readSaid(text)), to), { start: from, end: to });
  const names = said.filter(({ aspect }) => aspect === 'name');
  const speaksForOne = said.some(({ aspect, text: post }) => aspect === 'role' && isSpokesperson(post));
  const isOfBody = said.some(
    ({ aspect, start, end }) =>
      start <= from &&
      to <= end &&
      (aspect === 'organisation'
        ? end - start > to - from || speaksForOne
        : aspect === 'role' && / (?:of|for) /.test(text.slice(start, from))),
  );
  if (names.length === 0 && isOfBody && !isSure(words, person)) return null;
  const named = names.find(({ start, end }) => start < to && from < end);
  const whole: Said = { aspect: 'name', text: text.slice(from, to), start: from, end: to };
  const name = named && goesOnTo(whole, named, said) ? whole : (named ?? names[0] ?? whole);
  // Whoever is named behind has a rank and a body too: the first of each is this one's.
  const others = (['rank', 'role', 'organisation'] as const).flatMap(
    (aspect) => said.find((each) => each.aspect === aspect) ?? [],
  );
  const about = [...others, name];
  const within = {
    start: Math.min(...about.map((each) => each.start)),
    end: Math.max(...about.map((each) => each.end)),
  };
  const told = postIn(text, said);
  const stated = told.role === null ? mergePosts(told, readAppointment(text, name.end) ?? undefined) : told;
  const rank =
    wholeRank(text, said, name.start) ??
    (named || names.length === 0 ? rankIn(words.slice(person.start, person.nameStart), said) : null);
  const { start, end } = extentOf(text, parts, within, name);
  return {
    speaker: {
      kind: 'person',
      name: withoutHonours(withoutNickname(name.text)),
      rank,
      title: titleBefore(text, name.start),
      organisation: stated.organisation,
      role: stated.role ?? apposedPost(text, name.start, name.end, rank),
      asWritten: text.slice(start, end),
      about: text.slice(0, MAX_ABOUT_LENGTH),
    },
    start,
    end,
  };
}

/** A pronoun, a spokesperson, a body, somebody's mother, or one name alone. */
function readUnnamed(text: string, parts: readonly Part[]): SpeakerRead | null {
  const index = parts.findIndex((part) => !isAside(part));
  const words = untilVerb(index === -1 ? behindAside(parts[0]) : (parts[index]?.words ?? []));
  const [first, second] = words;
  if (!first) return null;
  if (isPronoun(first.text)) return readWords(text, [first], { kind: 'pronoun', name: null, ...NO_POST });
  const own = index === -1 ? [{ words, opening: first.text.toLowerCase() }] : parts;
  const single = singleName(own, Math.max(0, index));
  if (words.some((word) => isDocument(word.text)) && !holdsPost(words) && single?.person.start !== 0) return null;
  const employer = parts.slice(index + 1).find(isEmployer);
  const said = readSaid(text);
  const post = postIn(text, said);
  const isKnown = post.role !== null || post.organisation !== null;
  if (!isKnown && !second && isFirstName(first.text) && single && parts[index + 1] !== undefined)
    return readPerson(text, parts, single.index, single.person);
  // `Kerenza, who is a nurse`, `Elowen, a cook`: whoever is described at once is a person, whatever the name.
  if (isKnown && !second && isNameWord(first) && isDescribed(parts[index + 1], post))
    return readPerson(text, parts, index, { start: 0, nameStart: 0, nameEnd: 1, end: 1, isDoubtful: false });
  if (!isKnown && !second && isCapitals(first) && isFirstName(first.text)) {
    const name = `${first.text.charAt(0)}${first.text.slice(1).toLowerCase()}`;
    return readWords(text, words, { kind: 'person', name, ...NO_POST });
  }
  if (!isKnown && !second && isNameWord(first)) {
    const role = apposedPost(text, first.start, first.end, null);
    return readWords(text, words, { kind: 'person', name: first.text, role, organisation: null });
  }
  if (single) return readPerson(text, own, single.index, single.person);
  const placed = index === -1 ? -1 : nameOfPlace(text, words, said);
  if (placed !== -1)
    return readPerson(text, parts, index, {
      start: placed,
      nameStart: placed,
      nameEnd: placed + 1,
      end: placed + 1,
      isDoubtful: false,
    });
  // `One prisoner, who can be identified only as Ryan`
  const [, alias] = CALLED.exec(text) ?? [];
  if (alias !== undefined) return readWords(text, words, { kind: 'person', name: alias, ...NO_POST });
  const described = employer && post.organisation !== null ? [...words, ...employer.words] : words;
  const plain = words.map((word) => word.text);
  const stated = post.role ?? (holdsPost(words) ? plain.slice(isArticle(plain[0] ?? '') ? 1 : 0).join(' ') : null);
  const role = plain.some(isSpokesperson) || endsInRelation(plain) || plain.some(isLay) ? null : stated;
  // `llefarydd ar ran Adeiladwyr Tegid`
  const [, represented = null] = AR_RAN.exec(words.map(({ text: word }) => word).join(' ')) ?? [];
  return readWords(text, described, {
    kind: 'unnamed',
    name: null,
    role,
    organisation: post.organisation ?? represented,
  });
}

const AR_RAN = /\bar ran (?:yr? )?(\p{Lu}[\p{L}’'-]*(?: [\p{L}’'-]+){0,6})$/u;

/** `VERA said` */
function isCapitals({ text }: Word): boolean {
  return text.length > 2 && /^\p{Lu}+$/u.test(text);
}

function readWords(
  text: string,
  words: readonly Word[],
  speaker: Pick<Speaker, 'kind' | 'name' | 'role' | 'organisation'>,
): SpeakerRead {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? start;
  const asWritten = text.slice(start, end);
  return {
    speaker: { rank: null, title: null, ...speaker, asWritten, about: text.slice(0, MAX_ABOUT_LENGTH) },
    start,
    end,
  };
}

/** The words before a verb: nobody is called by what they did. */
function untilVerb(words: readonly Word[]): readonly Word[] {
  const verb = words.findIndex(({ text }, at) => at > 0 && (isSpeechVerb(text) || (at > 1 && BE.test(text))));
  return verb === -1 ? words : words.slice(0, verb);
}

const BE = /^(?:is|are|was|were|be|been|has|have|had|will|would)$/;
