import { isFirstName } from '../tables/first-names.ts';
import { KIN_IN_PLURAL, KIN_WORDS } from '../tables/kin.ts';
import { namesPost } from '../tables/occupations.ts';
import { EVERYBODY, people } from '../tables/people.ts';
import { PLURAL_RANKS } from '../tables/ranks.ts';
import { isRelation, isTopic } from '../tables/roles.ts';
import type { Word } from '../words.ts';
import { isCommonNoun, isJoined, isNameWord, PERSON_NAME, withoutHonours } from './name-runs.ts';
import { isSure, type PersonFound, people as peopleIn } from './names.ts';
import { isAside, isRelative, type Part } from './parts.ts';
import { holdsPost } from './post.ts';

/** Two people who speak together, by the place of what names them in a text. */
export interface Pair {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const AND = /and|&/;
/** Words between `and` and the second name: a rank, a post. */
const MAX_WORDS_BETWEEN = 8;

/** `Rabbi Daniel Lowenthal of … and Imam Yusuf Rahimi of …`, `Janet and John Smith`; null when one person speaks alone. */
export function findPair(text: string, parts: readonly Part[], index: number, person: PersonFound): Pair | null {
  if (!AND.test(text)) return null;
  const own = parts[index]?.words ?? [];
  const name = nameOf(text, own, person);
  const before = own[person.start - 2];
  const isBeside = before && /^(?:and|&)$/.test(own[person.start - 1]?.text ?? '');
  if (isBeside && (isFirstName(before.text) || sharesSurname(own, person))) {
    return { name: `${before.text} and ${name}`, start: before.start, end: own[person.nameEnd - 1]?.end ?? 0 };
  }
  const unknown = nameBefore(own, person.start - 1, text);
  if (unknown !== null) {
    const end = own[person.nameEnd - 1]?.end ?? 0;
    return { name: `${text.slice(unknown, own[person.start - 2]?.end)} and ${name}`, start: unknown, end };
  }
  const following = [
    own.slice(person.end),
    ...parts
      .slice(index + 1)
      .filter((part) => !isRelative(part) && !isAside(part))
      .map(({ words }) => words),
  ];
  const shared = leadsToSecond(following[0] ?? []) ? (following[1] ?? []) : [];
  const apposed = peopleIn(shared, text).next().value;
  if (apposed && isSure(shared, apposed) && secondPerson(text, following[0] ?? []) === null) {
    const other = nameOf(text, shared, apposed);
    return {
      name: `${name} and ${other}`,
      start: own[person.start]?.start ?? 0,
      end: shared[apposed.nameEnd - 1]?.end ?? 0,
    };
  }
  for (const words of [...following, ...andParts(parts.slice(index + 1))]) {
    const second = secondPerson(text, words);
    if (second) return { name: `${name} and ${second.name}`, start: own[person.start]?.start ?? 0, end: second.end };
  }
  return behindPost(text, parts.slice(index + 1), name, own[person.start]?.start ?? 0);
}

/** `and headteacher`, `and her counterpart at Marl Homes`: what is said before a comma of whoever is named second. */
function leadsToSecond([and, whose, ...more]: readonly Word[]): boolean {
  if (and?.text !== 'and' || whose === undefined) return false;
  const isOfFirst = /^(?:his|her|their)$/.test(whose.text) && more.length > 0 && !more.some(isBroken);
  return isOfFirst || holdsPost([and, whose, ...more]);
}

/** `Loveday and Mark Hocking`: a word that no table knows, directly before somebody whose surname it may share. */
function sharesSurname(words: readonly Word[], { start, nameStart, nameEnd }: PersonFound): boolean {
  const first = words[start - 2];
  const before = words[start - 3]?.text;
  const isFree = before === undefined || SEVERAL.test(before) || (/^\p{Ll}/u.test(before) && !LEADS_ON.test(before));
  return isFree && start === nameStart && nameEnd - nameStart > 1 && isNameWord(first) && !isNoName(first);
}

/** What leads to a field of work, a place or a body: `Head of Housing and Mark Hocking`. */
const LEADS_ON = /^(?:of|for|in|at|from|with|to|by|on|as|between|the|an?|its|our|and)$/;

/** `Councillors Thorburn, Dowie and Brodick`, `PCCs Davina Orchard and Neil Passmore` */
const RANKED = new RegExp(
  String.raw`\b(?:${PLURAL_RANKS}) (?<first>${PERSON_NAME})(?<between>(?:, ${PERSON_NAME})*),? (?:and|&) (?<last>${PERSON_NAME})`,
  'u',
);
/** `Jago's parents, Loveday and Bryok Hocking`: two first names and perhaps one surname behind what the two are. */
const RELATED = new RegExp(
  String.raw`(?:(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|\p{L}[\p{L}-]+['’]s?) (?:\p{Ll}+ ){0,2}?)?\b(?:${KIN_IN_PLURAL}),? (?<first>\p{Lu}\p{Ll}[\p{L}'’-]*) (?:and|&) (?<last>\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}\p{Ll}[\p{L}'’-]*)?)(?=[,)]|$| who\b)`,
  'u',
);
/** `Mark Hocking and his wife Helen`, `Mark and his wife, Helen Hocking,` */
const COUPLE = new RegExp(
  String.raw`^(?<first>${PERSON_NAME}) (?:and|&) (?:his|her|their) (?:\p{Ll}+ )?(?:${KIN_WORDS}),? (?<last>${PERSON_NAME})(?=,|$)`,
  'u',
);
/** `Owners Lottie and Dan Hocking`, `Co-founders Ruth and Des Hocking`: what two of one surname are, before their first names. */
const POSTED = new RegExp(
  String.raw`^(?:(?:\p{Lu}[\p{L}-]+|\p{Ll}[\p{L}-]+) ){0,3}?(?<post>\p{L}[\p{L}-]+)s (?<first>\p{Lu}\p{Ll}[\p{L}'’-]*) (?:and|&) (?<last>\p{Lu}\p{Ll}[\p{L}'’-]* ${PERSON_NAME})(?=,|$)`,
  'u',
);
/** What most subjects fail at once. */
const PLURAL = /s \p{Lu}/u;
/** `Davina Orchard, Neil Passmore and Amy Lee`: three whole names and no more between them. */
const LISTED = new RegExp(
  `^(?<first>${PERSON_NAME})(?<between>(?:, ${PERSON_NAME})+),? (?:and|&) (?<last>${PERSON_NAME})(?=,|$)`,
  'u',
);

/** Two or more whom one rank in the plural, or a list of names alone, says to speak together. */
export function findSeveral(text: string): Pair | null {
  if (!text.includes(' and ') && !text.includes(' & ')) return null;
  const ranked = PLURAL.test(text) ? RANKED.exec(text) : null;
  const couple = COUPLE.exec(text);
  const posted = PLURAL.test(text) ? postedPair(text) : null;
  const { first: one = '' } = couple?.groups ?? {};
  const isCouple = isFirstName(one.split(' ')[0] ?? '');
  const listed =
    ranked ??
    posted ??
    (isCouple ? couple : null) ??
    RELATED.exec(text) ??
    (text.includes(', ') ? LISTED.exec(text) : null);
  if (!listed) return null;
  const { first = '', between = '', last = '' } = listed.groups ?? {};
  const names = [first, ...between.split(', ').filter((name) => name !== ''), last];
  const isSure =
    ranked !== null ||
    posted !== null ||
    isCouple ||
    RELATED.test(listed[0]) ||
    names.every((name) => isFirstName(name.split(' ')[0] ?? '') && name.includes(' '));
  if (!isSure) return null;
  return {
    name: `${names.slice(0, -1).join(', ')} and ${last}`,
    // Their post is read by itself, and is none of their names.
    start: posted ? listed[0].indexOf(`${first} `) : listed.index,
    end: listed.index + listed[0].length,
  };
}

function postedPair(text: string): RegExpExecArray | null {
  const found = POSTED.exec(text);
  const { post = '', first = '', last = '' } = found?.groups ?? {};
  const isNamed = isFirstName(first) || isFirstName(last.split(' ')[0] ?? '');
  return isNamed && namesPost(post.toLowerCase().replace(/^(?:co|joint|vice)-/, '')) ? found : null;
}

/** Parts of the post of a second person: `and Police, Fire and Crime Commissioner of Marl, Jo Bell`. */
const MAX_POST_PARTS = 4;

/** `Tom Brackley, and the leader of Marl Council, Jo Bell`: a post between commas leads to the second name. */
function behindPost(text: string, following: readonly Part[], first: string, start: number): Pair | null {
  const and = following.findIndex(({ opening }) => opening === 'and' || opening === '&');
  if (and === -1) return null;
  for (let at = and + 1; at < Math.min(following.length, and + MAX_POST_PARTS); at += 1) {
    const { words = [] } = following[at] ?? {};
    const person = peopleIn(words, text).next().value;
    const isSecond = person?.start === 0 && isSure(words, person);
    if (isSecond && following.slice(and, at).some((part) => holdsPost(part.words)))
      return { name: `${first} and ${nameOf(text, words, person)}`, start, end: words[person.nameEnd - 1]?.end ?? 0 };
  }
  return null;
}

/** `Izzy Thorne and Dev Bell`: where a name of words that no table knows begins, directly before an `and`. */
function nameBefore(words: readonly Word[], and: number, text: string): number | null {
  if (and < 2 || !/^(?:and|&)$/.test(words[and]?.text ?? '')) return null;
  let from = and;
  while (
    from > 0 &&
    isNameWord(words[from - 1]) &&
    !isNoName(words[from - 1]) &&
    (from === and || isJoined(words, from, text))
  )
    from -= 1;
  const length = and - from;
  const first = words[from];
  return first && (length === 2 || length === 3) && (from === 0 || /^\p{Ll}/u.test(words[from - 1]?.text ?? ''))
    ? first.start
    : null;
}

function isNoName(word: Word | undefined): boolean {
  return word === undefined || isTopic(word.text) || isCommonNoun(word.text) || SEVERAL.test(word.text);
}

/** `Tenants Loveday and Mark Quist` */
const SEVERAL = new RegExp(`^(?:${people(...EVERYBODY)})$`, 'i');

/** `Her parents, Mark and Joanna`: two first names that are a part of their own. */
export function findFirstNames(text: string, parts: readonly Part[]): Pair | null {
  for (const { words } of parts) {
    const [first, and, second, more] = words;
    const isPair =
      first &&
      second &&
      !more &&
      /^(?:and|&|a|ac)$/.test(and?.text ?? '') &&
      isFirstName(first.text) &&
      isFirstName(second.text);
    if (isPair)
      return { name: text.slice(first.start, second.end), start: parts[0]?.words[0]?.start ?? 0, end: second.end };
  }
  return null;
}

/** Parts that begin with `and`: they look like clauses. */
function andParts(parts: readonly Part[]): (readonly Word[])[] {
  return parts.filter(({ opening }) => opening === 'and' || opening === '&').map(({ words }) => words);
}

function secondPerson(text: string, words: readonly Word[]): { name: string; end: number } | null {
  const and = words.findIndex(({ text: word }) => word === 'and' || word === '&');
  // `Amy Lee, daughter of Jo and Tom Lee`
  if (
    and === -1 ||
    words.some(({ text: word }, at) => at < and && word === 'of' && isRelation(words[at - 1]?.text ?? ''))
  )
    return null;
  const rest = words.slice(and + 1);
  const person = peopleIn(rest, text).next().value;
  if (!person || person.isDoubtful || person.start > MAX_WORDS_BETWEEN || rest.slice(0, person.start).some(isBroken))
    return null;
  // `Sergeant Jo Bell, Rural and Marine Team`
  if (person.nameEnd - person.nameStart === 1 && isNoName(rest[person.nameStart])) return null;
  // `Ruby Bell and Cal Moffat`: directly behind one name another may be of words that no table knows.
  const isWhole = and === 0 && person.start === 0 && person.nameEnd - person.nameStart > 1;
  const isName =
    isWhole && !rest.slice(0, person.nameEnd).some(isNoName) && !/^\p{Lu}/u.test(rest[person.end]?.text ?? '');
  if (!isSure(rest, person) && !isName) return null;
  return { name: nameOf(text, rest, person), end: rest[person.nameEnd - 1]?.end ?? 0 };
}

/** Words that begin something else than a post before a name. */
function isBroken({ text }: Word): boolean {
  return /^(?:was|were|is|has|had|who|which|by|with|from|to|his|her|said)$/.test(text);
}

function nameOf(text: string, words: readonly Word[], { nameStart, nameEnd }: PersonFound): string {
  return withoutHonours(text.slice(words[nameStart]?.start ?? 0, words[nameEnd - 1]?.end ?? 0));
}
