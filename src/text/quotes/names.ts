import { isAcronym, isOrganisationWord } from './organisations.ts';
import { isHonorific, rankLength } from './ranks.ts';
import { isPostNominal, isRoleWord } from './roles.ts';
import type { Word } from './words.ts';

/** A person found among words, as indexes into them: the rank starts at `start`, the name fills `nameStart` to `nameEnd`. */
export interface PersonFound {
  readonly start: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Behind the honours that follow the name. */
  readonly end: number;
}

/** Words of a name; more than that is not one. */
const MAX_NAME_WORDS = 4;

/** Capitalised words that start sentences or name times, never people. */
const NOT_NAMES = new Set(
  `a an the this that these those our your my we you i he she they it his her their its and but or so if as at by for from in of
  on to with after before during following since while when where who which also however meanwhile now then later today
  yesterday tomorrow tonight earlier finally further both all any every some each another other many most more not no yes there here
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december christmas easter operation project street road avenue lane crescent close drive way
  england scotland wales ireland britain british english welsh scottish irish european uk national local
  labour conservative tory officers crews detectives residents following speaking commenting`.split(/\s+/),
);

/** Small words inside names. */
const PARTICLES = new Set(
  'de da du del della den der di dos la le les van von ter ten bin ibn al el ap ab st y zu'.split(' '),
);

/** The first person among the words: a rank or a title with a name behind it, or at least two words that make a name. */
export function findPerson(words: readonly Word[], text: string): PersonFound | null {
  return people(words, text).next().value ?? null;
}

/** Everybody among the words, in order. */
export function* people(words: readonly Word[], text: string): Generator<PersonFound, undefined> {
  const plain = words.map((word) => word.text);
  for (let at = 0; at < words.length; at += 1) {
    const person = rankedPerson(words, plain, at, text) ?? unrankedPerson(words, at, text);
    if (person) {
      yield person;
      at = person.end - 1;
    } else if (isNameWord(words[at])) at = nameRunEnd(words, at, text, words.length) - 1;
  }
}

function rankedPerson(words: readonly Word[], plain: readonly string[], at: number, text: string): PersonFound | null {
  const length = rankLength(plain, at);
  if (length === 0) return null;
  const nameStart = at + length;
  if (!isSurname(words[nameStart])) return null;
  const end = nameRunEnd(words, nameStart, text, MAX_NAME_WORDS);
  return { start: at, ...trimName(words, nameStart, Math.max(end, nameStart + 1)) };
}

/** A run of capitalised words; in `Chief Executive Kevin Bolt` the name starts behind the last word of the role. */
function unrankedPerson(words: readonly Word[], at: number, text: string): PersonFound | null {
  if (!isNameWord(words[at])) return null;
  const end = nameRunEnd(words, at, text, words.length);
  let start = at;
  for (let index = at; index < end; index += 1) if (isCommonNoun(words[index]?.text ?? '')) start = index + 1;
  // Behind `of` or `for` a run begins with what the role is about: `Head of Housing Jane Smith`.
  const isGoverned = start === at && at > 0 && /^(?:of|for|in|at|from)$/.test(words[at - 1]?.text ?? '');
  if (isGoverned) start = end - at > 2 ? end - 2 : end;
  const ranked = rankLength(
    words.slice(start, end).map((word) => word.text),
    0,
  );
  if (ranked > 0 || end - start < 2 || end - start > MAX_NAME_WORDS) return null;
  const name = trimName(words, start, end);
  return name.nameEnd - name.nameStart < 2 ? null : { start, ...name };
}

function trimName(words: readonly Word[], nameStart: number, runEnd: number): Omit<PersonFound, 'start'> {
  let nameEnd = runEnd;
  while (nameEnd > nameStart + 1 && isPostNominal(words[nameEnd - 1]?.text ?? '')) nameEnd -= 1;
  let end = runEnd;
  while (isPostNominal(words[end]?.text ?? '')) end += 1;
  return { nameStart, nameEnd, end };
}

/** Behind the last of the name words that follow each other from `from` on. */
function nameRunEnd(words: readonly Word[], from: number, text: string, most: number): number {
  let end = from + 1;
  while (end < words.length && end - from < most && isJoined(words, end, text)) {
    const isParticle = PARTICLES.has((words[end]?.text ?? '').toLowerCase());
    if (isParticle ? !isNameWord(words[end + 1]) : !isNameWord(words[end])) break;
    if (most === MAX_NAME_WORDS && end - from > 1 && isCommonNoun(words[end]?.text ?? '')) break;
    end += 1;
  }
  return end;
}

/** Whether nothing but space, or the full stop of an initial, stands before a word. */
function isJoined(words: readonly Word[], at: number, text: string): boolean {
  return /^\.?\s+$/.test(text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0));
}

function isCommonNoun(word: string): boolean {
  return isRoleWord(word) || isOrganisationWord(word) || isAcronym(word) || rankLength([word], 0) > 0;
}

/** A capitalised word that may be part of a name. */
export function isNameWord(word: Word | undefined): boolean {
  return isSurname(word) && !(word !== undefined && word.text.length > 2 && /^\p{Lu}+$/u.test(word.text));
}

/** As a name word, or wholly in capitals as some write surnames. */
function isSurname(word: Word | undefined): boolean {
  if (word === undefined || NOT_NAMES.has(word.text.toLowerCase()) || isHonorific(word.text)) return false;
  return /^\p{Lu}[\p{L}'’.-]*$/u.test(word.text) && !/['’]s$/u.test(word.text);
}
