/** A stretch between quotation marks inside one text, marks excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** The same with the marks, of which one may be two characters. */
  readonly outerFrom: number;
  readonly outerTo: number;
  /** Whether a mark ends it; otherwise it reaches to the end of the text. */
  readonly isClosed: boolean;
}

export interface Marked {
  readonly spans: readonly Span[];
  /** A closing mark before any opening one: the end of something that began in an earlier paragraph. */
  readonly stray: { readonly at: number; readonly end: number } | null;
  /** The last closing mark that nothing opened, wherever it stands. */
  readonly unopened: Marked['stray'];
}

/** A mark as it leans on its neighbours: an opening one on what follows, a closing one on what goes before. */
interface Mark {
  /** Where its first character stands, and behind its last. */
  readonly at: number;
  readonly end: number;
  readonly isDouble: boolean;
  readonly opens: boolean;
  readonly closes: boolean;
}

const MARK = /["“”„‟'‘’‚‛]/g;
const DOUBLE = '"“”„‟';
const SINGLE = "'‘’";
const OPENING = '“„‘‚';
const SPACES = ' \t\n\r\u00a0\u2009\u202f';
/** What stands before an opening mark, and behind a closing one. */
const OPEN_EDGES = `${SPACES}([{–—:;"“‘-`;
const CLOSE_EDGES = `${SPACES})]},.!?;:…–—"”’-`;
/** Words that lost their first letters: the mark before them is an apostrophe. */
const ELISION = /^(?:\d|(?:bout|cause|cos|em|n|neath|round|til|till|tis|twas|twill)\b)/i;

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
      if (mark.isDouble) unopened = { at: mark.at, end: mark.end };
      if (spans.length === 0) stray ??= unopened;
      continue;
    }
    const close = mark.isDouble ? closeDouble(text, marks, index) : closeSingle(text, marks, index);
    const end = marks[close];
    const opening = { from: mark.end, outerFrom: mark.at };
    if (end) spans.push({ ...opening, to: end.at, outerTo: end.end, isClosed: true });
    else if (mark.isDouble || (!hasDouble && startsStatement(text, mark.at)))
      spans.push({ ...opening, to: text.length, outerTo: text.length, isClosed: false });
    else continue;
    index = end ? close : marks.length;
  }
  return { spans, stray, unopened };
}

function findMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  let reached = 0;
  for (const { 0: glyph, index: at } of text.matchAll(MARK)) {
    if (at < reached) continue;
    // `''` is one mark, and so are two of different shapes before a word: `“”`, `"“`.
    const other = text.charAt(at + 1);
    const isTwice =
      DOUBLE.includes(glyph) &&
      '“”'.includes(other) &&
      other !== glyph &&
      isOpenEdge(text.charAt(at - 1)) &&
      isWordCharacter(text.charAt(at + 2));
    const isPair = isTwice || (SINGLE.includes(glyph) && (other === glyph || (glyph === '‘' && other === '’')));
    const end = at + (isPair ? 2 : 1);
    reached = end;
    const before = text.charAt(at - 1);
    const after = text.charAt(end);
    const isDouble = isPair || DOUBLE.includes(glyph);
    if (isDouble ? isDigit(before) && isInches(text, at) : isApostrophe(text, at, before, after)) continue;
    const leansRight = isOpenEdge(before) && !isCloseEdge(after);
    const leansLeft = !isOpenEdge(before) && isCloseEdge(after);
    // Where the neighbours leave it open, the shape of the mark decides; a straight one may be either.
    const opens = leansRight || (!leansLeft && isDouble && glyph !== '”' && isOpenable(before));
    const closes = leansLeft || (!leansRight && (!OPENING.includes(glyph) || isCloseEdge(after)));
    marks.push({ at, end, isDouble, opens, closes });
  }
  return marks;
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
  return last === -1 ? closeAtEnd(text, marks, open) : last;
}

/**
 * The mark that closes a single one. One behind a plural (`residents' homes`) is more likely an apostrophe as long as
 * there is a better one before something else opens.
 */
function closeSingle(text: string, marks: readonly Mark[], open: number): number {
  const isInProse = /\p{Ll}\s$/u.test(text.slice(Math.max(0, (marks[open]?.at ?? 0) - 2), marks[open]?.at));
  let fallback = -1;
  for (let index = open + 1; index < marks.length; index += 1) {
    const mark = marks[index];
    if (!mark || (mark.opens && !mark.closes && !mark.isDouble)) break;
    if (mark.isDouble || !mark.closes) continue;
    const isPlural = text.charAt(mark.at - 1) === 's' && text.charAt(mark.at + 1) === ' ';
    if (!isPlural) return index;
    if (fallback === -1) fallback = index;
    if (isInProse) break;
  }
  return fallback === -1 && startsStatement(text, marks[open]?.at ?? 0) ? closeByOther(marks, open) : fallback;
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

/** Whether a single mark that nothing closes stands where a statement begins. */
function startsStatement(text: string, at: number): boolean {
  return at === 0 || /:\s$/.test(text.slice(Math.max(0, at - 2), at));
}

function isApostrophe(text: string, at: number, before: string, after: string): boolean {
  if (isWordCharacter(before)) return isWordCharacter(after);
  return isWordCharacter(after) && ELISION.test(text.slice(at + 1, at + 8));
}

/** `5'10"`. */
function isInches(text: string, at: number): boolean {
  return /\d['’′]\s?\d{1,2}$/.test(text.slice(Math.max(0, at - 5), at));
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** `''` stands for either end of the text, which is an edge too. */
function isOpenEdge(character: string): boolean {
  return OPEN_EDGES.includes(character);
}

/** What a mark of unclear direction may stand behind and still open: the end of a sentence, but no word. */
function isOpenable(character: string): boolean {
  return isOpenEdge(character) || '.,!?'.includes(character);
}

function isCloseEdge(character: string): boolean {
  return CLOSE_EDGES.includes(character);
}
