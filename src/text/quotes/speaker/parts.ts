import { matchesOf } from '../../matches.ts';
import { isFirstName } from '../tables/first-names.ts';
import { isOrganisation } from '../tables/organisations.ts';
import { isArticle, isRoleWord } from '../tables/roles.ts';
import { isSpeechVerb, startsAside } from '../tables/verbs.ts';
import { isCapital, type Word, wordsOf } from '../words.ts';
import { holdsPost } from './post.ts';

/** A stretch of an attribution between commas: `Tom Brackley`, `tarn's chief Executive`. */
export interface Part {
  readonly words: readonly Word[];
  /** The first word in lower case: it tells what kind of part it is. */
  readonly opening: string;
}

/** First words of parts that describe whoever was named before but are no post. */
const RELATIVES = new Set(['who', 'whose', 'whom', 'which', 'where', 'that']);

/** First words, besides those of asides, of parts that say when or why somebody spoke. */
const CLAUSES = new Set(
  'although and as asked interviewed questioned challenged confronted but by despite however meanwhile now since through under'.split(
    ' ',
  ),
);

/** Words in -ing that begin a post and not, as `Speaking after the hearing` does, a clause. */
const POSTS_IN_ING = new Set(
  `acting arresting building catering engineering housing interviewing investigating leading learning licensing managing
  marketing nursing trading visiting consulting founding commanding attending presiding sitting serving safeguarding fundraising
  operating planning policing prosecuting training`.split(/\s+/),
);

/** First words of parts that end the description of a speaker. */
const STOPS = new Set(
  `after and are as became began bought brought built but came can caught could cut did does drove during fell felt following found gave got grew
  had has have heard held is joined kept knew led left let lost made met paid praised ran rode rose sang sat saw sent shot slept spoke stood
  swam thanked thought threw told took was went were when while will won wore would wrote`.split(/\s+/),
);

/** What parts: commas, but for the one in `4th Battalion, The Marcher Regiment`; dashes; brackets with what is in them. */
const PARTING =
  /(?<!\b(?:Battalion|Squadron|Battery|Troop)),|(?<=\b(?:Battalion|Squadron|Battery|Troop)),(?! (?:The|Royal|\p{Lu}\p{L}+) )|[;:]|\s[–—-]+\s|\([^()]*\)/gu;

/** The parts of an attribution. What stands in brackets is left out, `Cllr Jane Smith (Labour, Marl)`, unless it is a post. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  let words: Word[] = [];
  const close = (end: number): void => {
    words.push(...wordsOf(text, start, end));
    if (words.length > 0) parts.push({ words, opening: words[0]?.text.toLowerCase() ?? '' });
    words = [];
  };
  for (const { 0: mark, index } of matchesOf(text, PARTING)) {
    const inside = mark.startsWith('(') ? postsIn(text, index + 1, index + mark.length - 1) : [];
    if (mark.startsWith('(') && inside.length === 0) words.push(...wordsOf(text, start, index));
    else close(index);
    parts.push(...inside);
    start = index + mark.length;
  }
  close(text.length);
  return parts;
}

/** `Jo Bell (curator, Marl Museum)`: the parts in brackets, where they say what somebody is; a party and a place do not. */
function postsIn(text: string, from: number, to: number): Part[] {
  const words = wordsOf(text, from, to);
  const isLetters = words.length === 1 && /^\p{Lu}+$/u.test(words[0]?.text ?? '');
  if (words.length > MAX_BRACKET_WORDS || isLetters || !holdsPost(words)) return [];
  const commas = matchesOf(text.slice(from, to), /[,;:]/g).map(({ index }) => from + index);
  const starts = [from, ...commas.map((at) => at + 1)];
  return starts
    .map((start, at) => wordsOf(text, start, commas[at] ?? to))
    .filter((part) => part.length > 0)
    .map((part) => ({ words: part, opening: part[0]?.text.toLowerCase() ?? '' }));
}

const MAX_BRACKET_WORDS = 16;

/** `Speaking after the hearing`, `In a statement`: when, where or why somebody spoke. */
export function isAside({ opening, words }: Part): boolean {
  // `Her daughter, now Mrs Lisa Bell`
  if (opening === 'now' && isCapital(words[1]?.text ?? '')) return false;
  if (startsAside(opening) || CLAUSES.has(opening)) return true;
  if (!/^.{3,}ing$/.test(opening) || POSTS_IN_ING.has(opening)) return false;
  // `Mei-Ling`
  if (/-\p{Lu}/u.test(words[0]?.text ?? '')) return false;
  // `Blessing Okonjo`, and `Blessing explained`
  if (isFirstName(words[0]?.text ?? '') && (words.length === 1 || isCapital(words[1]?.text ?? ''))) return false;
  // `Missing Persons Unit`
  if (
    isCapital(words[0]?.text ?? '') &&
    isCapital(words[1]?.text ?? '') &&
    isOrganisation(words.map(({ text }) => text))
  )
    return false;
  const post = words.findIndex(({ text }, at) => at > 0 && isRoleWord(text));
  return post === -1 || post > MAX_POST_WORDS || words.slice(1, post).some(({ text }) => endsPost(text));
}

/** Words of the longest post that begins with one in -ing: `Volunteering Development and Training Manager`. */
const MAX_POST_WORDS = 5;

function endsPost(word: string): boolean {
  return isArticle(word) || startsAside(word) || /^(?:to|with|outside|against|over|his|her|their)$/.test(word);
}

/** `who led the investigation`. */
export function isRelative({ opening }: Part): boolean {
  return RELATIVES.has(opening) || /^who['’]/.test(opening);
}

/** `43`, `aged 43`. */
export function isAge({ words }: Part): boolean {
  return words.length <= 2 && /^\d{1,3}$/.test(words.at(-1)?.text ?? '');
}

/** `from the roads policing unit`. */
export function isEmployer({ opening, words }: Part): boolean {
  // `with lock keeper Denzil Oakes`: who came along employs nobody.
  if (opening === 'with' && words.some((word, at) => isFirstName(word.text) && isCapital(words[at + 1]?.text ?? '')))
    return false;
  return EMPLOYER_OPENINGS.has(opening) || (opening === 'on' && words[1]?.text.toLowerCase() === 'behalf');
}

/** Words with which a part begins that says for whom somebody speaks; `o` is Welsh. */
const EMPLOYER_OPENINGS = new Set("at of for with from representing within o o'r o’r gyda'r gyda’r".split(' '));

/** Whether a part behind a name says no more about who that is. */
export function endsDescription({ opening, words }: Part): boolean {
  if (STOPS.has(opening) || isSpeechVerb(opening)) return true;
  // `describes the wood`, `answers your questions`; but `sales director`.
  return (
    /^[a-z]+s$/.test(opening) &&
    /^(?:the|a|an|his|her|their|its|our|your|this|that|to|about|with|for|how|why|what)$/.test(words[1]?.text ?? '')
  );
}
