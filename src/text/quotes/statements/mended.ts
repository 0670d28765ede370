import type { Block } from '../../block.ts';
import { matchesOf } from '../../matches.ts';
import { isFirstName } from '../tables/first-names.ts';
import { rankLength } from '../tables/ranks.ts';
import { isCapital } from '../words.ts';

/** What is left of a mark where a text was read in the wrong encoding, and what it was. */
const MISREAD: ReadonlyMap<string, string> = new Map([
  ['â€œ', '“'],
  ['â€\u009d', '”'],
  ['â€\ufffd', '”'],
  ['â€˜', '‘'],
  ['â€™', '’'],
  ['â€“', '–'],
  ['â€”', '—'],
  ['â€¦', '…'],
]);
/** The same, and a character of which nothing is left, where its neighbours say that it was a mark. */
const LOST =
  /\p{L}\p{M}+|â€[œ\u009d\ufffd˜™“”¦]|(?<=\p{L})\ufffd(?=\p{L})|(?<![^\s(:–—-])\ufffd(?=[\p{L}\d£])|(?<=[.,!?…]|[\p{L}\d)](?=\ufffd[\s.,;:)]|\ufffd$))\ufffd/gu;

/** A letter whose accent is a character of its own, as some computers write it. */
const LETTER_AND_ACCENT = /\p{L}\p{M}/u;

/** Blocks with the marks that a wrong encoding took from them, and with names as they are usually written. */
export function mendedBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.some((block) => isBroken(block) || (isCapital(block.text.charAt(1)) && LOUD.test(block.text)))
    ? blocks.map((block) => calmed(isBroken(block) ? mended(block) : block))
    : blocks;
}

function isBroken({ text }: Block): boolean {
  return text.includes('\ufffd') || text.includes('â€') || LETTER_AND_ACCENT.test(text);
}

function mended(block: Block): Block {
  const { text, origins } = block;
  const pieces: string[] = [];
  const kept: number[] = [];
  /** Where each character of the text stands in the mended one. */
  const places: number[] = [];
  let reached = 0;
  const keep = (to: number): void => {
    for (let at = reached; at < to; at += 1) places.push(kept.push(origins[at] ?? block.end) - 1);
    pieces.push(text.slice(reached, to));
  };
  for (const { 0: written, index } of matchesOf(text, LOST)) {
    keep(index);
    const put = LETTER_AND_ACCENT.test(written)
      ? written.normalize('NFC')
      : (MISREAD.get(written) ?? markAt(text, index));
    pieces.push(put);
    const place = kept.push(origins[index] ?? block.end) - 1;
    for (let at = 1; at < put.length; at += 1) kept.push(origins[index + at] ?? block.end);
    for (let at = 0; at < written.length; at += 1) places.push(place);
    reached = index + written.length;
  }
  keep(text.length);
  places.push(kept.length);
  const moved = (at: number): number => places[at] ?? kept.length;
  return {
    ...block,
    text: pieces.join(''),
    origins: [...kept, origins[text.length] ?? block.end],
    strong: block.strong.map((part) => ({ ...part, start: moved(part.start), end: moved(part.end) })),
    links: block.links.map((part) => ({ ...part, start: moved(part.start), end: moved(part.end) })),
    breaks: block.breaks.map(moved),
  };
}

/** `INSPECTOR HELEN STAVELEY, who leads …`: how a paragraph begins in some layouts; a heading is wholly so. */
const LOUD = /^(?:\p{Lu}[\p{Lu}’'-]+ ){1,5}\p{Lu}[\p{Lu}’'-]+(?=,? .*\p{Ll})/u;

/** A paragraph whose first words are a name in capitals, in small letters as others write it. */
function calmed(block: Block): Block {
  const [loud = ''] = block.kind === 'heading' ? [] : (LOUD.exec(block.text) ?? []);
  const words = loud.split(' ').map((word) => (isShortRank(word) ? word : inSmallLetters(word)));
  const names = words.join(' ');
  const isNamed = words.some((word) => isFirstName(word)) && names.length === loud.length;
  return isNamed ? { ...block, text: names + block.text.slice(loud.length) } : block;
}

function inSmallLetters(word: string): string {
  return word.replace(/(\p{Lu})(\p{Lu}+)/gu, (_, first: string, rest: string) => first + rest.toLowerCase());
}

/** `PC`, `DCI`, and what else stays as it is. */
function isShortRank(word: string): boolean {
  return rankLength([word], 0) > 0 && rankLength([word.toLowerCase()], 0) === 0;
}

/** An apostrophe inside a word and behind a plural, a double mark anywhere else. */
function markAt(text: string, at: number): string {
  const isApostrophe =
    /^\p{L}\ufffd\p{L}/u.test(text.slice(at - 1, at + 2)) || /^s\ufffd \p{Ll}/u.test(text.slice(at - 1, at + 3));
  return isApostrophe ? '’' : '"';
}
