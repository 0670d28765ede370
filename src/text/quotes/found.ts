import type { Statement } from '../../domain/quote.ts';

/** Who speaks, as a press office would sort them. */
export const STATEMENT_KINDS = ['official', 'spokesperson', 'judge', 'family', 'victim', 'resident', 'other'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** A statement as it was found, with what the desk wants to know besides. */
export interface FoundStatement extends Statement {
  readonly kind: StatementKind;
  /** From 0 to 1: how sure it is who speaks. */
  readonly confidence: number;
}
