import type { Block } from '../block.ts';
import { matchesOf } from '../matches.ts';

/** One sentence of a block, as offsets into the block's text. */
export interface Sentence {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The end of a sentence with the marks that close behind it, where something follows. */
const END = /[.!?…]+["'”’)\]]*\s+/g;
/** A full stop behind one of these, or behind an initial, ends a sentence only before a capital letter, or never. */
const ABBREVIATION =
  /(?:^|[\s("'“‘])(?:\p{Lu}|Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Revd|Hon|St|Rd|Ave|Ltd|Co|No|Nos|Sgt|Insp|Supt|Ch|Det|Cllr|Col|Maj|Capt|Lt|Gen|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/u;
const LOWER_ABBREVIATION =
  /(?:^|[\s("'“‘])(?:[ap]\.m|e\.g|i\.e|etc|approx|vs|tel|ext|inc|no|nos|ref|cf|viz|ca|fig|figs|vol|pp|para|dept|est|max|min|al)\.$/i;
const GOES_ON = /^(?:\.{2,}|…|[!?]+["”’'])/;
/** Characters before a full stop that an abbreviation can have. */
const LONGEST_ABBREVIATION = 10;

/** The sentences of a block, in their order. */
export function sentencesOf(block: Block): Sentence[] {
  const { text } = block;
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { 0: mark, index } of matchesOf(text, END)) {
    const next = index + mark.length;
    if (!endsSentence(text, index, next)) continue;
    sentences.push(sentence(block, start, index + mark.trimEnd().length));
    start = next;
  }
  if (start < text.length) sentences.push(sentence(block, start, text.trimEnd().length));
  return sentences;
}

function endsSentence(text: string, at: number, next: number): boolean {
  // `Never again... but we try`, and `"Is it real?" asked Albie`, go on.
  if (GOES_ON.test(text.slice(at, next)) && /^\p{Ll}/u.test(text.slice(next, next + 2))) return false;
  if (text[at] !== '.') return true;
  const before = text.slice(Math.max(0, at - LONGEST_ABBREVIATION), at + 1);
  if (ABBREVIATION.test(before)) return false;
  return !LOWER_ABBREVIATION.test(before) || /^["“‘'(]*\p{Lu}/u.test(text.slice(next, next + 2));
}

function sentence(block: Block, start: number, end: number): Sentence {
  return { block, start, end, text: block.text.slice(start, end) };
}
