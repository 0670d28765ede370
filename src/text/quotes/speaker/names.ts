import { isAddressWord } from '../tables/addresses.ts';
import { isFirstName } from '../tables/first-names.ts';
import { isOrganisationWord, isWelshHead } from '../tables/organisations.ts';
import { rankLength } from '../tables/ranks.ts';
import { isPostNominal, isRoleWord, isTopic, looksPostNominal } from '../tables/roles.ts';
import { isRankSurname, isSurnameToo } from '../tables/surnames.ts';
import { isCapital, type Word } from '../words.ts';
import {
  extendedRunEnd,
  isCommonNoun,
  isInMonth,
  isJoined,
  isJoinedThrough,
  isMonth,
  isNameWord,
  isSurname,
  MAX_NAME_WORDS,
  nameRunEnd,
  particlesAt,
} from './name-runs.ts';

/** A person found among words, as indexes into them. */
export interface PersonFound {
  /** The first word of the rank, or else of the name. */
  readonly start: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Behind the honours that follow the name. */
  readonly end: number;
  /** Whether the name may as well be what a role is about: `Head of Housing Jane Smith`, `Secretary of State for Social Care`. */
  readonly isDoubtful: boolean;
}

/** Words behind which a run of capitals begins with what a role is about. */
const GOVERNORS = new Set(['of', 'for', 'in', 'at', 'from', 'and', '&']);

/**
 * The first person among the words: a rank or a title with a name behind it, a known first name, or else at least two words
 * that make a name.
 */
export function findPerson(words: readonly Word[], text: string): PersonFound | null {
  let first: PersonFound | null = null;
  for (const person of people(words, text)) {
    first ??= person;
    // `Izzi Thorne and Dev Banerjee`: who stands beside somebody sure is as sure.
    const isBeside =
      first !== person && first.start === 0 && person.start === first.end + 1 && words[first.end]?.text === 'and';
    if (isSure(words, person)) return isBeside && !first.isDoubtful ? first : person;
  }
  return first;
}

/** Whether a rank, a title or a known first name says that this is a person: `Trading Standards` may be anything. */
export function isSure(words: readonly Word[], { start, nameStart }: PersonFound): boolean {
  return start < nameStart || isFirstName(words[nameStart]?.text ?? '');
}

/** Everybody among the words, in order. */
export function* people(words: readonly Word[], text: string): Generator<PersonFound, undefined> {
  const plain = words.map((word) => word.text);
  for (let at = 0; at < words.length; at += 1) {
    const end = isNameWord(words[at]) ? extendedRunEnd(words, at, text) : at + 1;
    const ranked = firstRanked(words, plain, at, end, text);
    // `Council leader Sharon Duckett and Chief Superintendent Neil Paget`
    const before = ranked && ranked.start > at ? firstNamed(words, at, ranked.start, text) : null;
    const person = before ?? ranked ?? unrankedPerson(words, at, end, text);
    at = (person?.end ?? end) - 1;
    if (person) yield person;
  }
}

function firstRanked(
  words: readonly Word[],
  plain: readonly string[],
  from: number,
  to: number,
  text: string,
): PersonFound | null {
  for (let at = from; at < to; at += 1) {
    const length = rankLength(plain, at);
    if (length === 0) continue;
    // `Neighbourhood sergeant PS Claire Bolton`: what stands in small letters before a rank is a post.
    const rank = plain.slice(at, at + length);
    if (rank.some((word, index) => !isCapital(word) && isCapital(rank[index + 1] ?? ''))) continue;
    // A Lord Lieutenant has no rank.
    if (/^lieutenant$/i.test(plain[at] ?? '') && /^lord$/i.test(plain[at - 1] ?? '')) continue;
    // `Master Distiller Effie Groat`: only a child is called Master.
    if (/^master$/i.test(plain[at] ?? '') && !isFirstName(plain[at + 1] ?? '')) continue;
    if (/^sir$/i.test(plain[at] ?? '') && isWelshHead(plain[at - 1] ?? '')) continue;
    // In `Ouseshire Police Chief Constable` the force is no part of the rank.
    if (at > from && /^(?:police|fire)$/i.test(plain[at] ?? '')) continue;
    // `the Toast Lady, Support Worker`, `Petty Officer (Marine Engineering) Jamal Whyte`
    const gap = text.slice(words[at + length - 1]?.end, words[at + length]?.start);
    if (gap.endsWith('(') || (gap.includes(',') && isPeer(plain, at, length))) continue;
    // The First Sea Lord is no lord, nor is a Lord Mayor.
    if (isLordInOffice(plain, at, length)) continue;
    if (isOfTheCrown(plain, at)) continue;
    // A constable may be called by a number before the name: `PC 1234 Jones`.
    const nameStart = at + length + (/^\d+$/.test(plain[at + length] ?? '') ? 1 : 0);
    const particles = particlesAt(words, nameStart, text);
    const isName =
      particles > 0
        ? isNameWord(words[nameStart + particles])
        : isSurname(words[nameStart]) || isMonth(words[nameStart]);
    const isPost = isRoleWord(words[nameStart]?.text ?? '') && /^(?:of|for)$/.test(words[nameStart + 1]?.text ?? '');
    if ((!isName || isPost) && isCalledByLastRank(plain, at, length)) {
      const end = at + length;
      return { start: at, nameStart: end - 1, nameEnd: end, end, isDoubtful: false };
    }
    if (!isName || isPost || isTitled(words, at, nameStart, text)) continue;
    const runEnd = Math.max(nameStart + 1, nameRunEnd(words, nameStart, text, true));
    if (isPostGoingOn(words, nameStart, runEnd, text)) continue;
    const end = isPeer(plain, at, length) ? titleEnd(words, runEnd, text) : runEnd;
    return { start: at, ...trimName(words, nameStart, end), isDoubtful: false };
  }
  return null;
}

/** `First Sea Lord`, `The Lord Mayor` */
function isLordInOffice(plain: readonly string[], at: number, length: number): boolean {
  if (!/^lord$/i.test(plain[at + length - 1] ?? '')) return false;
  return /^sea$/i.test(plain[at - 1] ?? '') || isRoleWord(plain[at + length] ?? '');
}

/** `Det Sgt Baron`, `PC Constable`: the last of several ranks is a surname where no other follows. */
function isCalledByLastRank(plain: readonly string[], at: number, length: number): boolean {
  const last = plain[at + length - 1] ?? '';
  const before = plain.slice(at, at + length - 1);
  return (
    before.length > 0 &&
    isRankSurname(last) &&
    rankLength(before, 0) === before.length &&
    !/^(?:of|for|and)$/.test(plain[at + length] ?? '')
  );
}

/** `General Secretary Jo Bell`, `the Youth Justice Service`: behind what looks like a rank the name of a post or a body goes on. */
function isTitled(words: readonly Word[], rank: number, name: number, text: string): boolean {
  const word = words[name]?.text ?? '';
  if (isFirstName(word) || isSurnameToo(word)) return false;
  if (isRoleWord(word) && /^general$/i.test(words[name - 1]?.text ?? '')) return true;
  const isOfName = isCapital(words[rank - 1]?.text ?? '') || /^(?:and|&)$/.test(words[rank - 1]?.text ?? '');
  if (isOrganisationWord(word) && isOfName && isJoined(words, rank, text)) return true;
  const next = words[name + 1];
  const goesOn = next && isJoined(words, name + 1, text) && isCapital(next.text) && !isPostNominal(next.text);
  return goesOn === true && (isRoleWord(word) || isOrganisationWord(word) || isTopic(word));
}

/** `Private Rented Sector Manager`: no private is called Rented Sector. */
function isPostGoingOn(words: readonly Word[], name: number, end: number, text: string): boolean {
  const next = words[end];
  const isPost = next !== undefined && isJoined(words, end, text) && isCapital(next.text) && isRoleWord(next.text);
  return isPost && !isFirstName(words[name]?.text ?? '') && !isPostNominal(next.text);
}

/** A Lord Lieutenant holds a post, which no rank of the army is. */
function isOfTheCrown(plain: readonly string[], at: number): boolean {
  return (
    /^lieutenant$/i.test(plain[at] ?? '') &&
    /^(?:lord|deputy|vice)$/i.test(plain[at - 1] ?? '') &&
    !/^(?:colonel|general|commander|governor)$/i.test(plain[at + 1] ?? '')
  );
}

function isPeer(plain: readonly string[], at: number, length: number): boolean {
  return /^(?:lord|lady|baroness|baron|viscount|viscountess|earl)$/i.test(plain[at + length - 1] ?? '');
}

/** `Baroness Hope of Castleburn` */
function titleEnd(words: readonly Word[], end: number, text: string): number {
  const isOf = words[end]?.text === 'of' && isNameWord(words[end + 1]) && isJoinedThrough(words, end, end + 1, text);
  return isOf ? end + 2 : end;
}

/** Of `Kent Fire and Rescue Service's Risk Reduction Manager Mick Smith` what stands behind the last word of the post. */
function unrankedPerson(words: readonly Word[], at: number, end: number, text: string): PersonFound | null {
  if (!isNameWord(words[at]) && !isMonth(words[at])) return null;
  return firstNamed(words, at, end, text) ?? unknownPerson(words, at, end, text);
}

/** A known first name with more of a name behind it: `Gamekeeper Alastair Nunn`, `Director of Housing Jo March`. */
function firstNamed(words: readonly Word[], from: number, to: number, text: string): PersonFound | null {
  for (let at = from; at < to; at += 1) {
    const first = words[at];
    // `Academi Hywel Teifi`
    if (at > 0 && isWelshHead(words[at - 1]?.text ?? '') && isJoined(words, at, text)) continue;
    if (!first || !isFirstName(first.text) || (isMonth(first) && isInMonth(words[at - 1]))) continue;
    const end = isCalledByRank(words, at, text) ? at + 2 : nameRunEnd(words, at, text, true);
    const isPlace = isCommonNoun(words[at + 1]?.text ?? '') || isOrganisationRun(words, at, text);
    const isSurnamed = isOtherwiseSurname(words, at, end) || isCalledByRank(words, at, text);
    if (end - at < 2 || (isPlace && !isSurnamed)) continue;
    if (COMPANY.test(words[end]?.text ?? '') || isFamilyFirm(words[end], words[end + 1])) continue;
    return { start: at, ...trimName(words, at, end), isDoubtful: false };
  }
  return null;
}

/** `Rebecca Bishop`, `Ian Constable`: a rank behind a first name, and no name behind it, is a surname. */
function isCalledByRank(words: readonly Word[], at: number, text: string): boolean {
  const rank = words[at + 1];
  const next = words[at + 2];
  if (!rank || !isCapital(rank.text) || !isJoined(words, at + 1, text) || rankLength([rank.text], 0) === 0)
    return false;
  return next === undefined || !isJoined(words, at + 2, text) || !isCapital(next.text) || isPostNominal(next.text);
}

/** `Tenant farmer Alf Hill`, `Sue Baker`, but `at Albert Hall` */
function isOtherwiseSurname(words: readonly Word[], at: number, end: number): boolean {
  const before = words[at - 1]?.text ?? '';
  return (
    end - at === 2 &&
    isSurnameToo(words[at + 1]?.text ?? '') &&
    !/^(?:at|in|of|near|from|on|to|the|outside|around)$/.test(before)
  );
}

/** Whether the capitals from here on end in a word like `Council`: `Lincoln City Council`. */
function isOrganisationRun(words: readonly Word[], from: number, text: string): boolean {
  const end = nameRunEnd(words, from, text, false);
  const next = words[end];
  const goesOn = next !== undefined && isJoined(words, end, text) && isCapital(next.text);
  const last = (goesOn ? next : words[end - 1])?.text.replace(/['’]s$/, '') ?? '';
  return isCapital(last) && !isPostNominal(last) && (isOrganisationWord(last) || isAddressWord(last));
}

function unknownPerson(words: readonly Word[], at: number, end: number, text: string): PersonFound | null {
  if (!isNameWord(words[at]) || words.slice(at, end).some((word) => isWelshHead(word.text))) return null;
  let start = at;
  for (let index = at; index < end; index += 1) if (isCommonNoun(words[index]?.text ?? '')) start = index + 1;
  // `Ahmed and Sanaa Khalid`: somebody beside whom another stands is no topic.
  const isBeside = start === at && words[at - 1]?.text === 'and' && isBehindSomebody(words, at - 1);
  // `For Elowen Trask, who is 84, it means the sea.`
  const isToldOf =
    start === at && at === 1 && words[0]?.text === 'For' && IS_SOMEBODY.test(text.slice(words[end - 1]?.end));
  const isDoubtful =
    !isBeside && !isToldOf && GOVERNORS.has((words[start === at ? at - 1 : start]?.text ?? '').toLowerCase());
  if (isDoubtful) start = end - start > 2 ? end - 2 : end;
  const runEnd = isDoubtful || start > at ? end : nameRunEnd(words, at, text, false);
  const isSurnameOnly = runEnd - start === 1 && start === 1 && words.length === 2;
  if ((runEnd - start < 2 && !isSurnameOnly) || runEnd - start > MAX_NAME_WORDS || !isNameWord(words[start]))
    return null;
  // `Peak Rangers' co-ordinator`
  const last = words[runEnd - 1];
  if (last?.text.endsWith('s') && /^['’]\s/.test(text.slice(last.end, last.end + 2))) return null;
  if (isBodyGoingOn(words, runEnd, text) || SCHOOL.test(last?.text ?? '')) return null;
  const name = trimName(words, start, runEnd);
  return name.nameEnd - name.nameStart < 2 && !isSurnameOnly ? null : { start, ...name, isDoubtful };
}

/** `Ahmed and`, `Jo Bell and` */
function isBehindSomebody(words: readonly Word[], and: number): boolean {
  const [first, second] = words.slice(Math.max(0, and - 2), and);
  return isFirstName((second ?? first)?.text ?? '') || (isFirstName(first?.text ?? '') && isNameWord(second));
}

const IS_SOMEBODY = /^, (?:who|aged|now|\d{1,3},|an? (?:retired|former)) /;

/** `Harrowmere Borough Council's`, `Ouse Valley NHS Foundation Trust`, `Morgan Slade Ltd`: more of a body's name follows. */
function isBodyGoingOn(words: readonly Word[], end: number, text: string): boolean {
  const [next, behind] = [words[end], words[end + 1]];
  if (isFamilyFirm(next, behind)) return true;
  if (!next || !isJoined(words, end, text) || !isCapital(next.text)) return false;
  if (/['’]s?$/.test(next.text) || /^['’]/.test(text.slice(next.end, next.end + 1)) || COMPANY.test(next.text))
    return true;
  const goesOn = behind !== undefined && isJoined(words, end + 1, text) && isCapital(behind.text);
  return goesOn && looksPostNominal(next.text) && !isPostNominal(next.text) && !isRoleWord(behind.text);
}

/** `Tom Cole and Sons`, `Biscoe & Daughters` */
function isFamilyFirm(and: Word | undefined, more: Word | undefined): boolean {
  return (
    /^(?:and|&)$/.test(and?.text ?? '') &&
    /^(?:Sons?|Daughters?|Brothers|Sisters|Co|Partners|Associates)(?:['’]s)?$/.test(more?.text ?? '')
  );
}

/** `Fen End Primary`, `Marl Juniors` */
const SCHOOL = /^(?:Primary|Secondary|Infants?|Juniors?|Comprehensive|Academy|Nursery)$/;

const COMPANY = /^(?:Ltd|Limited|plc|PLC|LLP|CIC|Inc)$/;

function trimName(
  words: readonly Word[],
  nameStart: number,
  runEnd: number,
): Pick<PersonFound, 'nameStart' | 'nameEnd' | 'end'> {
  let nameEnd = runEnd;
  while (nameEnd > nameStart + 1 && isPostNominal(words[nameEnd - 1]?.text ?? '')) nameEnd -= 1;
  let end = runEnd;
  const isWhole = nameEnd - nameStart > 1;
  while (isPostNominal(words[end]?.text ?? '') || (isWhole && looksPostNominal(words[end]?.text ?? ''))) end += 1;
  return { nameStart, nameEnd, end };
}
