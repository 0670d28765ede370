import type { Block } from '../block.ts';

/** What a line ends in that is a paragraph, and what the next one begins with. */
const ENDS = /[.!?…:"”’'),-]\s*$/;
const BEGINS = /^[\s*]*["“‘'\p{Lu}\d(•–-]/u;
const QUOTES = /^\s*["“‘'„]/;
/** Characters at the end of a line, and at the start of the next, that tell. */
const EDGE = 8;
/** Characters of a line that no editor wraps. */
const MAX_WRAPPED = 130;

/**
 * Paragraphs that only a line's end parts, as pages leave them that were copied: each becomes a block of its own. Lines that
 * are wrapped stay one paragraph: most of them end inside a sentence, and none is long.
 */
export function unfoldLines(blocks: readonly Block[]): readonly Block[] {
  return blocks.some(mayUnfold) ? blocks.flatMap((block) => (mayUnfold(block) ? unfolded(block) : [block])) : blocks;
}

function mayUnfold({ kind, breaks }: Block): boolean {
  return kind === 'paragraph' && breaks.length > 0;
}

function unfolded(block: Block): Block[] {
  const { text } = block;
  const breaks = [...new Set(block.breaks)].filter((at) => at > 0 && at < text.length).sort((a, b) => a - b);
  const ends = breaks.filter((at) => endsParagraph(text, at));
  const isWrapped = ends.length * 2 < breaks.length && !hasLongLine(breaks, text.length);
  const chosen = isWrapped ? ends.filter((at) => QUOTES.test(text.slice(at + 1, at + EDGE))) : ends;
  if (chosen.length === 0) return [block];
  const starts = [0, ...chosen.map((at) => at + 1)];
  return starts.map((from, index) => partOf(block, from, chosen[index] ?? text.length));
}

function endsParagraph(text: string, at: number): boolean {
  return ENDS.test(text.slice(Math.max(0, at - EDGE), at)) && BEGINS.test(text.slice(at + 1, at + EDGE));
}

function hasLongLine(breaks: readonly number[], length: number): boolean {
  return [...breaks, length].some((at, index) => at - (breaks[index - 1] ?? 0) > MAX_WRAPPED);
}

function partOf(block: Block, from: number, to: number): Block {
  const within = ({ start, end }: { start: number; end: number }) => start >= from && end <= to;
  const moved = <Stretch extends { start: number; end: number }>(stretch: Stretch): Stretch => ({
    ...stretch,
    start: stretch.start - from,
    end: stretch.end - from,
  });
  const origins = block.origins.slice(from, to + 1);
  return {
    ...block,
    text: block.text.slice(from, to),
    strong: block.strong.filter(within).map(moved),
    links: block.links.filter(within).map(moved),
    breaks: [],
    start: origins[0] ?? block.start,
    end: origins.at(-1) ?? block.end,
    origins,
  };
}
