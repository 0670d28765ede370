import type { Instant } from './time.ts';

/** What can happen to an article in the eyes of the public. */
export const CHANGE_KINDS = ['upsert', 'withdraw', 'vanish'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One entry of the log of what the public can see. */
export interface Change {
  /** Ever growing; given out when the change becomes visible. */
  readonly sequence: number;
  readonly articleId: string;
  readonly kind: ChangeKind;
  readonly edition: number;
  readonly at: Instant;
}
