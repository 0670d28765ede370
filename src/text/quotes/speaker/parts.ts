import { isRoleWord } from '../tables/roles.ts';
import { startsAside } from '../tables/verbs.ts';
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
  for (const { 0: mark, index } of text.matchAll(PARTING)) {
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
  if (!holdsPost(words)) return [];
  const commas = [...text.slice(from, to).matchAll(/[,;:]/g)].map(({ index }) => from + index);
  const starts = [from, ...commas.map((at) => at + 1)];
  return starts
    .map((start, at) => wordsOf(text, start, commas[at] ?? to))
    .filter((part) => part.length > 0)
    .map((part) => ({ words: part, opening: part[0]?.text.toLowerCase() ?? '' }));
}

/** `Speaking after the hearing`, `In a statement`: when, where or why somebody spoke. */
export function isAside({ opening, words }: Part): boolean {
  // `Her daughter, now Mrs Lisa Bell`
  if (opening === 'now' && isCapital(words[1]?.text ?? '')) return false;
  if (startsAside(opening) || CLAUSES.has(opening)) return true;
  if (!/^.{3,}ing$/.test(opening) || POSTS_IN_ING.has(opening)) return false;
  // `Mei-Ling`
  if (/-\p{Lu}/u.test(words[0]?.text ?? '')) return false;
  const post = words.findIndex(({ text }, at) => at > 0 && isRoleWord(text));
  return post === -1 || words.slice(1, post).some(({ text }) => endsPost(text));
}

function endsPost(word: string): boolean {
  return /^(?:to|with|outside|against|over|his|her|their)$/.test(word);
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
  return EMPLOYER_OPENINGS.has(opening) || (opening === 'on' && words[1]?.text.toLowerCase() === 'behalf');
}

/** Words with which a part begins that says for whom somebody speaks; `o` is Welsh. */
const EMPLOYER_OPENINGS = new Set("at of for with from representing within o o'r o’r gyda'r gyda’r".split(' '));
