import type { Block } from '../../block.ts';
import { readSignature } from '../cues/follow-up.ts';

/** How a line ends behind which another paragraph may begin. */
const LINE_END = /[.!?…:"”]['’"”)\]]*$|['’]{2}$/;
/** How a line begins that goes on with the one before. */
const GOES_ON = /^\s*\p{Ll}/u;

/**
 * Where each paragraph of a release is a line, without blank lines between, every line is a block of its own. A release
 * whose lines are wrapped breaks them in the middle of sentences, and is left as it is.
 */
export function linesAsBlocks(blocks: readonly Block[]): readonly Block[] {
  const broken = blocks.filter(isBroken);
  if (broken.length === 0) return blocks;
  const breaks = broken.flatMap((block) => breaksIn(block).map((at) => kindOfBreak(block.text, at)));
  const wrapped = breaks.filter((kind) => kind === 'wrap').length;
  const ended = breaks.filter((kind) => kind === 'end').length;
  if (ended === 0 || wrapped >= ended) return blocks;
  return blocks.flatMap((block) => (isBroken(block) ? linesOf(block) : [block]));
}

function isBroken({ kind, breaks }: Block): boolean {
  return kind === 'paragraph' && breaks.length > 0;
}

/** The breaks in the order of the text, each with something on either side. */
function breaksIn({ text, breaks }: Block): readonly number[] {
  return breaks.filter((at, index) => at > (breaks[index - 1] ?? 0) && at < text.length - 1);
}

/** `end`: a paragraph may end here. `wrap`: the sentence goes on in the next line. */
function kindOfBreak(text: string, at: number): 'end' | 'wrap' | 'unclear' {
  if (GOES_ON.test(text.slice(at, at + 4))) return 'wrap';
  // A name, and below it what its bearer says.
  if (/^\s?["“]\p{Lu}/u.test(text.slice(at, at + 3)) && isName(text.slice(0, at))) return 'end';
  return LINE_END.test(text.slice(Math.max(0, at - 4), at).trimEnd()) ? 'end' : 'unclear';
}

/** Whether a line is a name, or a name and a post: `Ann Hill, Chief Executive, Corve Homes`. */
function isName(line: string): boolean {
  if (line.length > MAX_NAME_LINE || /[.!?]/.test(line)) return false;
  return /^[^,]{3,60}$/.test(line) || readSignature(line) !== null;
}

/** Characters of a line with a name and a post. */
const MAX_NAME_LINE = 120;

interface Extent {
  readonly start: number;
  readonly end: number;
}

function linesOf(block: Block): Block[] {
  const ends = breaksIn(block).filter((at) => kindOfBreak(block.text, at) !== 'wrap');
  const lines = [0, ...ends.map((at) => at + 1)].map((start, at) => ({ start, end: ends[at] ?? block.text.length }));
  const strong = byLine(block.strong, lines);
  const links = byLine(block.links, lines);
  return lines.map(({ start, end }, at) => {
    const origins = block.origins.slice(start, end + 1);
    return {
      ...block,
      ...{ text: block.text.slice(start, end), strong: strong[at] ?? [], links: links[at] ?? [], breaks: [] },
      ...{ start: origins[0] ?? block.start, end: origins.at(-1) ?? block.end, origins },
    };
  });
}

/** Parts of a text as parts of its lines, each cut where its line ends. */
function byLine<Part extends Extent>(parts: readonly Part[], lines: readonly Extent[]): Part[][] {
  const found: Part[][] = lines.map(() => []);
  let first = 0;
  for (const part of parts) {
    while (first < lines.length - 1 && (lines[first]?.end ?? 0) <= part.start) first += 1;
    for (let at = first; at < lines.length && (lines[at]?.start ?? 0) < part.end; at += 1) {
      const { start, end } = lines[at] ?? part;
      found[at]?.push({ ...part, start: Math.max(part.start, start) - start, end: Math.min(part.end, end) - start });
    }
  }
  return found;
}
