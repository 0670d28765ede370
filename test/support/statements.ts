import type { Attribution, Statement } from '../../src/domain/quote.ts';

/** Characters by which a statement's beginning and end are found again in its release. */
const EDGE_LENGTH = 12;

/** The statement that a release is expected to hold, its place found by its first and last characters. */
export function statementIn(
  markdown: string,
  paragraphs: readonly string[],
  attribution: Partial<Attribution>,
): Statement {
  const text = paragraphs.join('\n\n');
  const closing = (paragraphs.at(-1) ?? '').slice(-EDGE_LENGTH);
  const start = markdown.indexOf((paragraphs[0] ?? '').slice(0, EDGE_LENGTH));
  return {
    text,
    paragraphs,
    start,
    end: markdown.indexOf(closing, start) + closing.length,
    attribution: { name: null, rank: null, role: null, organisation: null, asWritten: '', ...attribution },
  };
}
