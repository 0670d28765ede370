import type { Block } from '../../block.ts';

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
  /â€[œ\u009d\ufffd˜™“”¦]|(?<=\p{L})\ufffd(?=\p{L})|(?<![^\s(:–—-])\ufffd(?=[\p{L}\d£])|(?<=[.,!?…]|[\p{L}\d)](?=\ufffd[\s.,;:)]|\ufffd$))\ufffd/gu;

/** Blocks with the marks that a wrong encoding took from them; every other block as it is. */
export function mendedBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.some(isBroken) ? blocks.map((block) => (isBroken(block) ? mended(block) : block)) : blocks;
}

function isBroken({ text }: Block): boolean {
  return text.includes('\ufffd') || text.includes('â€');
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
  for (const { 0: written, index } of text.matchAll(LOST)) {
    keep(index);
    pieces.push(MISREAD.get(written) ?? markAt(text, index));
    const place = kept.push(origins[index] ?? block.end) - 1;
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

/** An apostrophe inside a word and behind a plural, a double mark anywhere else. */
function markAt(text: string, at: number): string {
  const isApostrophe =
    /^\p{L}\ufffd\p{L}/u.test(text.slice(at - 1, at + 2)) || /^s\ufffd \p{Ll}/u.test(text.slice(at - 1, at + 3));
  return isApostrophe ? '’' : '"';
}
