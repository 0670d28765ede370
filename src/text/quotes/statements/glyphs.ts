import { matchesOf } from '../../matches.ts';
/** A mark as it leans on its neighbours: an opening one on what follows, a closing one on what goes before. */
export interface Mark {
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

/** Behind what a single mark opens that has space on both sides: `said ' They left '`. */
const SAID = /(?:\b(?:said|says|added|adds)|:) $/;
const MAX_VERB_LENGTH = 8;

/** The quotation marks of a text in their order, without apostrophes and inches. */
export function findMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  let reached = 0;
  for (const { 0: glyph, index: at } of matchesOf(text, MARK)) {
    if (at < reached) continue;
    const isPair = isOneOfTwo(glyph, text.charAt(at + 1)) || isTwice(text, glyph, at);
    const end = at + (isPair ? 2 : 1);
    reached = end;
    const before = text.charAt(at - 1);
    const after = text.charAt(end);
    const isDouble = isPair || DOUBLE.includes(glyph);
    if (isDouble ? isDigit(before) && isInches(text, at) : isApostrophe(text, at, before, after)) continue;
    const leansRight = isOpenEdge(before) && !isCloseEdge(after);
    const leansLeft = !isOpenEdge(before) && isCloseEdge(after);
    // Where the neighbours leave it open, the shape of the mark decides; a straight one may be either.
    const isSpaced = !isDouble && before === ' ' && after === ' ' && SAID.test(text.slice(at - MAX_VERB_LENGTH, at));
    const opens = leansRight || isSpaced || (!leansLeft && isDouble && glyph !== '”' && isOpenable(before));
    const closes = leansLeft || (!leansRight && !isSpaced && (!OPENING.includes(glyph) || isCloseEdge(after)));
    marks.push({ at, end, isDouble, opens, closes });
  }
  return marks;
}

/** Two single marks are a double one. */
function isOneOfTwo(glyph: string, other: string): boolean {
  return SINGLE.includes(glyph) && (other === glyph || (glyph === '‘' && other === '’'));
}

/** Two of different shapes before a word are one: `“”`, `"“`. */
function isTwice(text: string, glyph: string, at: number): boolean {
  const other = text.charAt(at + 1);
  return (
    DOUBLE.includes(glyph) &&
    '“”'.includes(other) &&
    other !== glyph &&
    isOpenEdge(text.charAt(at - 1)) &&
    isWordCharacter(text.charAt(at + 2))
  );
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
