import type { Block } from '../../block.ts';
import { isPronoun } from '../tables/roles.ts';
import { isSpeechVerb } from '../tables/verbs.ts';
import { type Marked, readMarks, type Span } from './marks.ts';
import { closingWords, withClosings } from './unclosed.ts';
import { withoutOpening } from './unopened.ts';
import { isBoilerplate, isInvitation, isNarration, isVoiced, tellsOfSomebody } from './voice.ts';

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

const NO_MARKS: Marked = { spans: [], stray: null, unopened: null };

/** Everything in a body that is set off as somebody's words, in the order of the text; headings and code say nothing. */
export function findPassages(blocks: readonly Block[]): Passage[] {
  const marked = readAllMarks(blocks);
  const listed = listedWords(blocks, marked);
  return blocks.flatMap((block, index) => {
    const own = marked[index] ?? NO_MARKS;
    if (isHeadline(blocks, index)) return [];
    if (block.kind === 'block-quote' && own.stray === null && own.spans.every((span) => isTerm(block.text, span)))
      return [whole(block, index)];
    const opened = isProse(block) ? openingBlock(blocks, marked, index) : -1;
    const restored = listed.has(index)
      ? [toStray(block.text.length, own)]
      : opened === -1
        ? withoutOpening(block.text, own, blocks[index - 1])
        : continuation(blocks, marked, index, opened);
    const spans = own.spans.filter(
      ({ outerFrom }) => !restored.some(({ from, to }) => from <= outerFrom && outerFrom < to),
    );
    return [...restored, ...spans]
      .map((span) => passage(block, index, span))
      .filter(({ start, end }) => start < end)
      .sort((a, b) => a.start - b.start);
  });
}

/** `**"I cried a bit"**`: a line in strong emphasis and in marks, or a question that is set so, that nobody announces. */
function isHeadline(blocks: readonly Block[], index: number): boolean {
  const { kind, text = '', strong: [first] = [] } = blocks[index] ?? {};
  const isStrong = kind === 'paragraph' && first?.start === 0 && first.end >= text.trimEnd().length;
  return isStrong && HEADLINE.test(text) && !/:\s*$/.test(blocks[index - 1]?.text ?? '');
}

const HEADLINE = /^["“'‘][^"“”]{0,120}[^.!,…"“”]["”'’]\s*$/;

/** `I know what ‘not in service’ feels like.`: a few words that are set off within a quoted block. */
function isTerm(text: string, { from, to, outerFrom, outerTo, isClosed }: Span): boolean {
  const [, next] = /^,? (\p{Ll}[\p{L}’']*)/u.exec(text.slice(outerTo, outerTo + MAX_NEXT_LENGTH)) ?? [];
  const isInSentence = outerFrom > 0 && next !== undefined && !isSpeechVerb(next) && !isPronoun(next);
  return isClosed && isInSentence && !/[.,!?…]/.test(text.slice(from, to));
}

/** Characters behind a mark in which the next word stands. */
const MAX_NEXT_LENGTH = 20;

function readAllMarks(blocks: readonly Block[]): readonly Marked[] {
  /** Blocks since the one whose last mark nothing has closed yet. */
  let open = Number.POSITIVE_INFINITY;
  return blocks.map((block) => {
    const marked = isProse(block) ? withClosings(block.text, readMarks(block.text)) : NO_MARKS;
    open = marked.spans.at(-1)?.isClosed === false ? 0 : marked.spans.length > 0 ? Number.POSITIVE_INFINITY : open + 1;
    const isUnmarked = marked.spans.length === 0 && marked.stray === null;
    return isUnmarked && open <= MAX_UNMARKED_PARAGRAPHS ? { ...marked, stray: closingWords(block.text) } : marked;
  });
}

export function isProse({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'list-item' || kind === 'block-quote';
}

/** The part of a block that belongs to a statement from an earlier one although no mark opens it here. */
function continuation(blocks: readonly Block[], marked: readonly Marked[], index: number, opened: number): Span[] {
  const length = blocks[index]?.text.length ?? 0;
  const closed = closingBlock(blocks, marked, index, opened + MAX_UNMARKED_PARAGRAPHS + 1);
  if (closed > index && tellsOfSomebody(blocks[index]?.text ?? '')) return [];
  if (closed === -1) return isBetween(blocks, marked, index) || isSpokenOn(blocks, marked, index) ? [upTo(length)] : [];
  return [closed === index ? toStray(length, marked[index]) : upTo(length)];
}

/** From the beginning of a block to the mark that closes what an earlier one opened, or else to its end. */
function toStray(length: number, { stray }: Marked = NO_MARKS): Span {
  return stray ? { ...upTo(stray.at, stray.end), isClosed: true } : upTo(length);
}

/** Points without marks of a list to which a statement leads that nothing closes before it: `“We will do three things:`. */
function listedWords(blocks: readonly Block[], marked: readonly Marked[]): ReadonlySet<number> {
  const listed = new Set<number>();
  for (const [index, { kind, text }] of blocks.entries()) {
    const leads = kind === 'paragraph' && /:\s*$/.test(text) && marked[index]?.spans.at(-1)?.isClosed === false;
    if (!leads) continue;
    for (let at = index + 1; blocks[at]?.kind === 'list-item' && marked[at]?.spans.length === 0; at += 1) {
      listed.add(at);
      if (marked[at]?.stray) break;
    }
  }
  return listed;
}

/** Whether a block without marks stands in a statement that goes on below with a mark of its own: somebody speaks in it. */
function isBetween(blocks: readonly Block[], marked: readonly Marked[], index: number): boolean {
  const next = blocks[index + 1];
  const isUnmarked = marked[index]?.spans.length === 0 && marked[index]?.stray === null;
  const goesOn = next?.kind === blocks[index]?.kind && marked[index + 1]?.spans[0]?.from === 1;
  const { text = '' } = blocks[index] ?? {};
  return (
    isUnmarked && goesOn && (isVoiced(text) || (isWhole(next?.text ?? '', marked[index + 1]) && !isNarration(text)))
  );
}

/** Whether a block is set off from its first to its last character. */
function isWhole(text: string, { spans: [only, ...more] }: Marked = NO_MARKS): boolean {
  return only?.outerFrom === 0 && only.isClosed && more.length === 0 && text.slice(only.outerTo).trim() === '';
}

/** Whether somebody goes on speaking in a block without marks below one whose mark nothing closes. */
function isSpokenOn(blocks: readonly Block[], marked: readonly Marked[], index: number): boolean {
  const isUnmarked = marked[index]?.spans.length === 0 && marked[index]?.stray === null;
  const isNext = marked[index - 1]?.spans.at(-1)?.isClosed === false;
  const { text = '', links = [] } = blocks[index] ?? {};
  if (links.length > 0 || isInvitation(text)) return false;
  // `… could have been very` and below it `different.`
  const isTorn = /^\p{Ll}/u.test(text) && /[\p{L},]\s*$/u.test(blocks[index - 1]?.text ?? '');
  return isUnmarked && isNext && (isTorn || (isVoiced(text) && !isBoilerplate(text)));
}

/** From the beginning of a block on; nothing closes it unless there is a mark behind it. */
function upTo(to: number, outerTo = to): Span {
  return { from: 0, to, outerFrom: 0, outerTo, isClosed: outerTo > to, isNested: false };
}

/** The block above whose last mark is open, if nothing but unmarked blocks of the same kind stand between. */
function openingBlock(blocks: readonly Block[], marked: readonly Marked[], index: number): number {
  for (let above = index - 1; above >= Math.max(0, index - 1 - MAX_UNMARKED_PARAGRAPHS); above -= 1) {
    if (blocks[above]?.kind !== blocks[index]?.kind) return -1;
    const last = marked[above]?.spans.at(-1);
    if (last)
      return last.isClosed || blocks.slice(above + 1, index).some(({ text }) => tellsOfSomebody(text)) ? -1 : above;
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
