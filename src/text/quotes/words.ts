/** A word of a narration with its place in it; punctuation around it does not belong to it. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}@](?:[\p{L}\p{N}'’&/.@-]*[\p{L}\p{N}])?|&/gu;

/** The words between two places of a text, in order. Offsets are those of the text. */
export function wordsOf(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  for (const match of text.slice(from, to).matchAll(WORD)) {
    const start = from + match.index;
    words.push({ text: match[0], start, end: start + match[0].length });
  }
  return words;
}

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATED = new Set(
  `mr mrs ms mx dr prof rev revd st cllr coun ald insp sgt supt det ch con const hon rt lt col capt maj gen cpl pte brig
  cdr cmdr sr jr dep asst temp e.g i.e etc vs messrs`.split(/\s+/),
);

const SENTENCE_END = /[.!?…]['"’”)\]]*\s+/g;

/** Where each sentence of a text starts, the first one at 0. `Insp. Shaw` and `J. Smith` are not torn apart. */
export function sentenceStarts(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(SENTENCE_END)) {
    const next = match.index + match[0].length;
    if (next < text.length && !(match[0].startsWith('.') && isAbbreviated(text, match.index))) starts.push(next);
  }
  return starts;
}

function isAbbreviated(text: string, stop: number): boolean {
  const before = text.slice(Math.max(0, stop - 8), stop);
  const word = before.slice(before.search(/[\p{L}.]*$/u));
  return /^\p{Lu}$/u.test(word) || ABBREVIATED.has(word.toLowerCase());
}
