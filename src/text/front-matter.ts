import type { Complaint } from './complaint.ts';

/** Where the keys of a document stand and where its body begins; offsets into its text. */
export interface FrontMatter {
  /** The line that opens the block of keys. */
  readonly opensAt: number;
  readonly yaml: string;
  readonly yamlAt: number;
  readonly bodyAt: number;
}

/** UTF-16 code units of the block of keys. */
export const MAX_FRONT_MATTER_LENGTH = 32_000;

const OPENING_FENCE = /^ {0,3}(`{3,}|~{3,})[ \t]*ya?ml[ \t]*$/i;
const CLOSING_FENCE = /^ {0,3}(`+|~+)[ \t]*$/;
const OPENING_DASHES = /^---[ \t]*$/;
const CLOSING_DASHES = /^(?:---|\.\.\.)[ \t]*$/;

/**
 * Finds the block of keys that a document begins with: a fence of backticks or tildes marked `yaml` or `yml`
 * (CommonMark 0.31, section 4.5), or front matter between lines of three hyphens. Blank lines may come before it.
 */
export function findFrontMatter(text: string): FrontMatter | Complaint {
  const firstWord = Math.max(text.search(/\S/), 0);
  const opening = lineAt(text, text.lastIndexOf('\n', firstWord) + 1);
  const isClosing = closingOf(opening.text);
  if (!isClosing) return { at: opening.start, detail: 'the document does not begin with its keys', expected: EXPECTED };
  for (let line = lineAfter(text, opening); line; line = lineAfter(text, line)) {
    if (!isClosing(line.text)) continue;
    return limited({
      opensAt: opening.start,
      yaml: text.slice(opening.end + 1, line.start),
      yamlAt: opening.end + 1,
      bodyAt: Math.min(line.end + 1, text.length),
    });
  }
  return { at: opening.start, detail: 'the block of keys that begins here never ends', expected: EXPECTED };
}

const EXPECTED = 'first a line ```yaml, then the keys, a line ```, and the body';

/** How the line looks that closes the block which this line opens. */
function closingOf(opening: string): ((line: string) => boolean) | undefined {
  if (OPENING_DASHES.test(opening)) return (line) => CLOSING_DASHES.test(line);
  const [, fence] = OPENING_FENCE.exec(opening) ?? [];
  if (fence === undefined) return undefined;
  return (line) => CLOSING_FENCE.exec(line)?.[1]?.startsWith(fence) ?? false;
}

function limited(found: FrontMatter): FrontMatter | Complaint {
  if (found.yaml.length <= MAX_FRONT_MATTER_LENGTH) return found;
  const detail = `the block of keys has ${found.yaml.length} characters`;
  return { at: found.opensAt, detail, expected: `at most ${MAX_FRONT_MATTER_LENGTH} characters` };
}

interface Line {
  readonly text: string;
  readonly start: number;
  /** Offset of its line end. */
  readonly end: number;
}

function lineAt(text: string, start: number): Line {
  const lineEnd = text.indexOf('\n', start);
  const end = lineEnd === -1 ? text.length : lineEnd;
  return { text: text.slice(start, end), start, end };
}

function lineAfter(text: string, line: Line): Line | undefined {
  return line.end < text.length ? lineAt(text, line.end + 1) : undefined;
}
