import { Problem, type ProblemError } from '../domain/problem.ts';

/** One thing that is wrong with a document, and where. */
export interface Complaint {
  /** Offset into the document's text, its line ends being `\n`. */
  readonly at: number;
  readonly detail: string;
  readonly expected?: string;
}

/** More would not be read by anybody. */
export const MAX_COMPLAINTS = 20;

/** The refusal of a document, with every complaint at its line and column. */
export function invalidDocument(text: string, complaints: readonly Complaint[]): Problem {
  const errors = [...complaints]
    .sort((a, b) => a.at - b.at)
    .slice(0, MAX_COMPLAINTS)
    .map(({ at, ...wrong }): ProblemError => ({ ...positionOf(text, at), ...wrong }));
  const count = complaints.length === 1 ? 'one thing is' : `${complaints.length} things are`;
  return new Problem('invalid_document', `The document cannot be read: ${count} wrong with it`, { errors });
}

/** Line and column of an offset, both counted from 1, the column in UTF-16 code units. */
function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
}
