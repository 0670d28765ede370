import { isSpeechVerb } from '../tables/verbs.ts';
import { findMarks, type Mark } from './glyphs.ts';

/** A stretch between quotation marks inside one text, marks excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** The same with the marks, of which one may be two characters. */
  readonly outerFrom: number;
  readonly outerTo: number;
  /** Whether a mark ends it; otherwise it reaches to the end of the text. */
  readonly isClosed: boolean;
  /** Whether more marks of its kind open in it than close: one between them is missing. */
  readonly isNested: boolean;
}

export interface Marked {
  readonly spans: readonly Span[];
  /** A closing mark before any opening one: the end of something that began in an earlier paragraph. */
  readonly stray: Closing | null;
  /** The last closing mark that nothing opened, wherever it stands. */
  readonly unopened: Closing | null;
}

export interface Closing {
  readonly at: number;
  readonly end: number;
}

/**
 * Finds what stands in quotation marks, straight or curly, double or single, matching or not: which way a mark faces
 * is judged by its neighbours first. Marks inside a span are part of it; apostrophes and inches are none.
 */
export function readMarks(text: string): Marked {
  const marks = findMarks(text);
  const hasDouble = marks.some((mark) => mark.isDouble);
  const spans: Span[] = [];
  let stray: Marked['stray'] = null;
  let unopened: Marked['stray'] = null;
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index];
    if (!mark) break;
    if (!mark.opens) {
      if (mark.isDouble || (!hasDouble && endsSentence(text, mark))) unopened = { at: mark.at, end: mark.end };
      if (spans.length === 0) stray ??= unopened;
      continue;
    }
    const close = mark.isDouble ? closeDouble(text, marks, index) : closeSingle(text, marks, index);
    const end = marks[close];
    const isNested = mark.isDouble && close !== index + 1 && isUnbalanced(marks, index, end ? close : marks.length - 1);
    const opening = { from: mark.end, outerFrom: mark.at, isNested };
    const next = isNested && spans.length < MAX_PARAGRAPHS ? nextParagraph(text, marks, index) : -1;
    if (next !== -1) {
      const to = text.slice(0, marks[next]?.at).trimEnd().length;
      spans.push({ ...opening, to, outerTo: to, isClosed: true, isNested: false });
      index = next - 1;
      continue;
    }
    if (end) spans.push({ ...opening, to: end.at, outerTo: end.end, isClosed: true });
    else if (mark.isDouble || (!hasDouble && (startsStatement(text, mark.at) || goesOn(text, spans.at(-1), mark.at))))
      spans.push({ ...opening, to: text.length, outerTo: text.length, isClosed: false });
    else continue;
    index = end ? close : marks.length;
  }
  return { spans, stray, unopened };
}

/** Paragraphs of one statement that may stand in one text. */
const MAX_PARAGRAPHS = 12;

/** `“It is old.  “It is ours.”`: the mark that opens what was a paragraph of its own, where the one before is still open. */
function nextParagraph(text: string, marks: readonly Mark[], open: number): number {
  const next = marks.findIndex(({ isDouble }, at) => at > open && isDouble);
  const { at = 0, opens = false, closes = true } = marks[next] ?? {};
  return opens && !closes && /[.!?…]\s{2,}$/.test(text.slice(Math.max(0, at - 4), at)) ? next : -1;
}

/** The mark that closes a double one; marks of the same kind that open inside are nested. */
function closeDouble(text: string, marks: readonly Mark[], open: number): number {
  let depth = 1;
  let last = -1;
  for (let index = open + 1; index < marks.length; index += 1) {
    const mark = marks[index];
    if (!mark?.isDouble) continue;
    if (mark.closes) {
      depth -= 1;
      last = index;
      if (depth === 0) return index;
    } else if (mark.opens) depth += 1;
  }
  return last === -1 || isTermWithin(text, marks, last) ? closeAtEnd(text, marks, open) : last;
}

/** `“He is a “prolific” thief by his own account.`: a few words within a statement that nothing closes. */
function isTermWithin(text: string, marks: readonly Mark[], close: number): boolean {
  const [opening, closing] = [marks[close - 1], marks[close]];
  if (!opening?.isDouble || !opening.opens || opening.closes || !closing) return false;
  const isInSentence = /^[\p{L}\d]. \p{Ll}/u.test(text.slice(closing.at - 1, closing.end + 2));
  const words = text.slice(opening.end, closing.at).split(' ', MAX_TERM_WORDS + 1);
  return isInSentence && words.length <= MAX_TERM_WORDS && !isSpeechVerb(nextWord(text, closing.end));
}

/** Words of the longest expression that somebody sets off within what they say. */
const MAX_TERM_WORDS = 6;

function nextWord(text: string, from: number): string {
  return /^\s*([\p{L}]+)/u.exec(text.slice(from, from + MAX_WORD_LENGTH))?.[1] ?? '';
}

const MAX_WORD_LENGTH = 20;

/**
 * The mark that closes a single one. One behind a plural (`residents' homes`) is more likely an apostrophe as long as
 * there is a better one before something else opens.
 */
function closeSingle(text: string, marks: readonly Mark[], open: number): number {
  const isInProse = /\p{Ll}\s$/u.test(text.slice(Math.max(0, (marks[open]?.at ?? 0) - 2), marks[open]?.at));
  const isOpening = startsStatement(text, marks[open]?.at ?? 0);
  let isDoubleOpen = false;
  let fallback = -1;
  for (let index = open + 1; index < marks.length; index += 1) {
    const mark = marks[index];
    if (!mark || (mark.opens && !mark.closes && !mark.isDouble)) break;
    if (mark.isDouble && mark.opens && !mark.closes) isDoubleOpen = true;
    // `'It was late,” said Jo Bell.`
    else if (mark.isDouble && mark.closes && !mark.opens && !isDoubleOpen && isOpening) return index;
    if (mark.isDouble || !mark.closes) continue;
    const isPlural = text.charAt(mark.at - 1) === 's' && text.charAt(mark.at + 1) === ' ';
    if (!isPlural) return index;
    if (fallback === -1) fallback = index;
    if (isInProse) break;
  }
  return fallback === -1 && isOpening ? closeByOther(marks, open) : fallback;
}

/** A single mark at the end of the text that closes a double one: nothing that is open inside it needs the mark. */
function closeAtEnd(text: string, marks: readonly Mark[], open: number): number {
  const last = marks.at(-1);
  const isLast = last?.closes && !last.isDouble && /[.!?,…]['’]\s*$/.test(text.slice(last.at - 1));
  return isLast && !marks.slice(open + 1, -1).some(({ opens, closes }) => opens && !closes) ? marks.length - 1 : -1;
}

/** A double mark that closes a single one, when nothing else opens before it. */
function closeByOther(marks: readonly Mark[], open: number): number {
  for (let index = open + 1; index < marks.length; index += 1) {
    const mark = marks[index];
    if (!mark?.closes && mark?.opens) return -1;
    if (mark?.closes && mark.isDouble) return index;
  }
  return -1;
}

/** Characters of a verb of speech before a mark. */
const MAX_VERB_LENGTH = 8;

/** Whether a single mark that nothing closes stands where a statement begins: at once, or behind narration that has ended. */
function startsStatement(text: string, at: number): boolean {
  return (
    at === 0 ||
    /^(?::\s|[.!?,]\s(?=.\p{Lu}))/u.test(text.slice(Math.max(0, at - 2), at + 2)) ||
    /\b(?:said|says|added|adds) .\p{Lu}$/u.test(text.slice(Math.max(0, at - MAX_VERB_LENGTH), at + 2))
  );
}

/** `'It was late,' said Jo Bell, 'and we left.`: whether a single mark stands where words go on that an attribution has interrupted. */
function goesOn(text: string, last: Span | undefined, at: number): boolean {
  return (
    last?.isClosed === true && text.slice(last.to - 1, last.to) === ',' && /^[,;:.] $/.test(text.slice(at - 2, at))
  );
}

/** Whether a single mark can be no apostrophe: `We left.’` */
function endsSentence(text: string, { at, end, closes }: Mark): boolean {
  return closes && /^[.!?]\S{1,2}(?:\s|$)/.test(text.slice(at - 1, end + 1));
}

function isUnbalanced(marks: readonly Mark[], from: number, to: number): boolean {
  let open = 0;
  for (let at = from; at <= to; at += 1) if (marks[at]?.isDouble) open += marks[at]?.closes ? -1 : 1;
  return open > 0;
}
