import type { Instant } from '../domain/time.ts';

/** What makes a repeated request one: its answer is kept in the same transaction, and given again. */
export interface Once<Subject> {
  /** Who asked what: the same key of two askers or two routes is two keys. */
  readonly scope: string;
  readonly key: string;
  /** Digest of the whole request: another request under the same key is a mistake. */
  readonly fingerprint: string;
  readonly expiresAt: Instant;
  /** What is to be told again. */
  readonly answer: (subject: Subject | undefined) => string;
}
