import type { Block } from '../../block.ts';
import { readFollowUp } from '../cues/follow-up.ts';
import { readLeadIn } from '../cues/lead-in.ts';
import { type Marked, readMarks, type Span } from './marks.ts';

/** The words of one block that somebody may have said, as offsets into its text. */
export interface Passage {
  /** Index of the block. */
  readonly block: number;
  /** The first and behind the last character, marks and the space inside them excluded. */
  readonly start: number;
  readonly end: number;
  /** The same with the marks. */
  readonly outerStart: number;
  readonly outerEnd: number;
  /** `open`: nothing closes it, as before a next paragraph. `none`: a quoted block without marks. */
  readonly marks: 'closed' | 'open' | 'none';
}

/** Paragraphs without any mark between one that opens a statement and one that closes it. */
const MAX_UNMARKED_PARAGRAPHS = 4;

/** Characters of what lost its opening mark, with whoever says it. */
const MAX_UNOPENED_LENGTH = 1500;

const NO_MARKS: Marked = { spans: [], stray: null, unopened: null };

/** Everything in a body that is set off as somebody's words, in the order of the text; headings and code say nothing. */
export function findPassages(blocks: readonly Block[]): Passage[] {
  const marked = blocks.map((block) => (isProse(block) ? readMarks(block.text) : NO_MARKS));
  return blocks.flatMap((block, index) => {
    const { spans, stray } = marked[index] ?? NO_MARKS;
    const isWhole = block.kind === 'block-quote' && spans.length === 0 && stray === null;
    return [
      ...(isWhole ? [whole(block, index)] : []),
      ...continuation(blocks, marked, index),
      ...spans.map((span) => passage(block, index, span)),
    ]
      .filter(({ start, end }) => start < end)
      .sort((a, b) => a.start - b.start);
  });
}

/** Whether somebody speaks of themselves: `I would add`, `my colleagues`. */
export function tellsOfItself(text: string): boolean {
  return /(?:^|\s)(?:I|I['’](?:m|ve|d|ll)|[Mm]y)\s/.test(text);
}

export function isProse({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'list-item' || kind === 'block-quote';
}

/** The part of a block that belongs to a statement from an earlier one although no mark opens it here. */
function continuation(blocks: readonly Block[], marked: readonly Marked[], index: number): Passage[] {
  const block = blocks[index];
  const opened = block && isProse(block) ? openingBlock(blocks, marked, index) : -1;
  const closed = opened === -1 ? -1 : closingBlock(blocks, marked, index, opened + MAX_UNMARKED_PARAGRAPHS + 1);
  if (!block) return [];
  if (opened === -1) return isProse(block) ? unopened(block, index, marked[index] ?? NO_MARKS) : [];
  if (closed === -1) {
    const goesOn = isBetween(blocks, marked, index) || isSpokenOn(blocks, marked, index);
    return goesOn ? [passage(block, index, upTo(block.text.length))] : [];
  }
  const stray = closed === index ? (marked[index]?.stray ?? null) : null;
  return [passage(block, index, stray ? upTo(stray.at, stray.end) : upTo(block.text.length))];
}

/**
 * What lost its opening mark: the beginning of a block that somebody is said to say, `We’re only lifting bags,” said Marine
 * Tamblyn`, or what stands behind a colon, `PC Bright commented: She changed her plea.”`
 */
function unopened(block: Block, index: number, { spans, stray, unopened: mark }: Marked): Passage[] {
  const { text } = block;
  if (!mark || mark.at === 0) return [];
  if (stray === mark && /^[\p{Lu}\d]/u.test(text) && readFollowUp(text.slice(mark.end)) !== null)
    return [passage(block, index, upTo(mark.at, mark.end))];
  const from = Math.max(
    spans.findLast(({ outerTo }) => outerTo <= mark.at)?.outerTo ?? 0,
    mark.at - MAX_UNOPENED_LENGTH,
  );
  const [lead = ''] = /^.*?: (?=\p{Lu})/su.exec(text.slice(from, mark.at)) ?? [];
  const start = from + lead.length;
  const isSaid =
    lead !== '' && /[.!?]$/.test(text.slice(start, mark.at)) && readLeadIn(lead.trimEnd())?.isFirm === true;
  return isSaid
    ? [passage(block, index, { from: start, to: mark.at, outerFrom: start, outerTo: mark.end, isClosed: true })]
    : [];
}

/** Whether a block without marks stands in a statement that goes on below with a mark of its own: somebody speaks in it. */
function isBetween(blocks: readonly Block[], marked: readonly Marked[], index: number): boolean {
  const next = blocks[index + 1];
  const isUnmarked = marked[index]?.spans.length === 0 && marked[index]?.stray === null;
  const goesOn = next?.kind === blocks[index]?.kind && marked[index + 1]?.spans[0]?.from === 1;
  return (
    isUnmarked && goesOn && /\b(?:I|we|our|us|my|you|your|I['’]\p{L}+|we['’]\p{L}+)\b/iu.test(blocks[index]?.text ?? '')
  );
}

/** Whether a block without marks follows one whose mark nothing closes and is told by an `I`: narration knows none. */
function isSpokenOn(blocks: readonly Block[], marked: readonly Marked[], index: number): boolean {
  const isUnmarked = marked[index]?.spans.length === 0 && marked[index]?.stray === null;
  const isNext = marked[index - 1]?.spans.at(-1)?.isClosed === false;
  return isUnmarked && isNext && tellsOfItself(blocks[index]?.text ?? '');
}

/** From the beginning of a block on; nothing closes it unless there is a mark behind it. */
function upTo(to: number, outerTo = to): Span {
  return { from: 0, to, outerFrom: 0, outerTo, isClosed: outerTo > to };
}

/** The block above whose last mark is open, if nothing but unmarked blocks of the same kind stand between. */
function openingBlock(blocks: readonly Block[], marked: readonly Marked[], index: number): number {
  for (let above = index - 1; above >= Math.max(0, index - 1 - MAX_UNMARKED_PARAGRAPHS); above -= 1) {
    if (blocks[above]?.kind !== blocks[index]?.kind) return -1;
    const last = marked[above]?.spans.at(-1);
    if (last) return last.isClosed ? -1 : above;
    if (marked[above]?.stray !== null) return -1;
  }
  return -1;
}

/** The first block from `index` to `limit` with a closing mark before any other, on the same terms. */
function closingBlock(blocks: readonly Block[], marked: readonly Marked[], index: number, limit: number): number {
  for (let at = index; at <= limit && blocks[at]?.kind === blocks[index]?.kind; at += 1) {
    if (marked[at]?.stray !== null) return at;
    if (marked[at]?.spans.length !== 0) return -1;
  }
  return -1;
}

function whole(block: Block, index: number): Passage {
  return { ...passage(block, index, { ...upTo(block.text.length), isClosed: true }), marks: 'none' };
}

function passage({ text }: Block, block: number, span: Span): Passage {
  const inner = text.slice(span.from, span.to);
  const start = span.from + inner.length - inner.trimStart().length;
  // A comma before the closing mark is the narration's: `"We are pleased," said X.`
  const words = span.isClosed ? inner.trimEnd().replace(/,$/, '').trimEnd() : inner.trimEnd();
  return {
    block,
    start,
    end: span.from + words.length,
    outerStart: span.outerFrom,
    outerEnd: span.outerTo,
    marks: span.isClosed ? 'closed' : 'open',
  };
}
