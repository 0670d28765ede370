import { matchesOf } from '../matches.ts';
/** A word of a narration with its place in it; punctuation around it does not belong to it. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words between two places of a text, in order: letters and digits, and within them the marks of `O’Neil`, `T/DCI`, `co-op`. */
export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  let at = from;
  while (at < to) {
    const length = letterLength(text, at, to);
    if (length > 0) {
      const end = wordEnd(text, at + length, to);
      words.push({ text: text.slice(at, end), start: at, end });
      at = end;
    } else {
      if (text.charCodeAt(at) === AMPERSAND) words.push({ text: '&', start: at, end: at + 1 });
      at += 1;
    }
  }
  return words;
}

const AMPERSAND = 38;
const AT_SIGN = 64;
const A = 65;
const Z = 90;
const FIRST_BEYOND_ASCII = 128;
/** Whether a character code below 128 is a letter or a digit. */
const IS_LETTER = Array.from({ length: FIRST_BEYOND_ASCII }, (_, code) =>
  /[A-Za-z0-9]/.test(String.fromCharCode(code)),
);
const LETTER = /[\p{L}\p{N}]/u;
/** What may stand inside a word but not at its end. */
const INNER = "'’&/.@-";
/** Marks in a row inside a word; more part words. */
const MAX_MARKS = 8;

/** Units of the letter, digit or `@` that stands at a place: 2 for one beyond the basic plane, 0 when another character does. */
function letterLength(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at);
  if (code < FIRST_BEYOND_ASCII) return IS_LETTER[code] || code === AT_SIGN ? 1 : 0;
  const character = String.fromCodePoint(text.codePointAt(at) ?? code);
  return at + character.length <= to && LETTER.test(character) ? character.length : 0;
}

/** Behind the last letter of the word whose first one ends at `from`. */
function wordEnd(text: string, from: number, to: number): number {
  let end = from;
  for (let at = from; at < to && at - end <= MAX_MARKS; ) {
    const length = text.charCodeAt(at) === AT_SIGN ? 0 : letterLength(text, at, to);
    if (length > 0) end = at + length;
    else if (!INNER.includes(text.charAt(at))) break;
    at += length || 1;
  }
  return end;
}

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATED = new Set(
  `mr mrs ms mx dr prof rev revd ven cyng parch st cllr coun ald insp sgt supt det ch con const hon rt lt col capt maj gen cpl pte brig
  cdr cmdr sr jr snr jnr sto sta ste dep asst temp e.g i.e etc vs messrs`.split(/\s+/),
);

const SENTENCE_END = /[.!?…]['"’”)\]]*\s+/g;

/** Where each sentence of a text starts, the first one at 0. `Insp. Shaw` and `J. Smith` are not torn apart. */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (const match of matchesOf(text, SENTENCE_END)) {
    const next = match.index + match[0].length;
    const isNumber =
      /\d/.test(text.charAt(next)) && /\bno$/i.test(text.slice(Math.max(0, match.index - 3), match.index));
    if (next < text.length && !isNumber && !(match[0].startsWith('.') && isAbbreviated(text, match.index)))
      starts.push(next);
  }
  return starts;
}

function isAbbreviated(text: string, stop: number): boolean {
  const before = text.slice(Math.max(0, stop - 8), stop);
  const word = before.slice(before.search(/[\p{L}.]*$/u));
  // `Amy Lee, no. 14`
  if (/^nos?$/i.test(word)) return /^\.\s*\d/.test(text.slice(stop, stop + 4));
  return /^\p{Lu}$/u.test(word) || ABBREVIATED.has(word.toLowerCase());
}

/** Whether a word begins with a capital letter. */
export function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < FIRST_BEYOND_ASCII ? code >= A && code <= Z : /^\p{Lu}/u.test(word);
}

/** Whether a stretch of text holds nothing but punctuation. */
export function isBlank(text = ''): boolean {
  return /^[\s.,;:–—-]*$/.test(text);
}
