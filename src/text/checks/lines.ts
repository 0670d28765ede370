import type { Block } from '../block.ts';

/** A line of a block as it is written, with its place in the text of the block. */
export interface Line {
  readonly text: string;
  readonly start: number;
  /** Whether readers see it run on in the line before it. */
  readonly isJoined: boolean;
}

/** The lines of a block. One that ends in a mark for it (`\`, two spaces) is not joined by the next. */
export function linesOf({ text, breaks }: Pick<Block, 'text' | 'breaks'>): Line[] {
  const starts = [0, ...breaks.map((at) => at + 1)];
  return starts.map((start, index) => ({
    text: text.slice(start, breaks[index] ?? text.length),
    start,
    isJoined: text[start - 1] === ' ',
  }));
}
