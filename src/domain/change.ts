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

/** What the public sees at an instant, as something that is cheap to compare. */
export interface PublicState {
  /** Another one after every change of what the public can see, whichever process made it. */
  readonly version: number;
  /** The instant of the last such change; null before the first. It never stands still while the version moves. */
  readonly changedAt: Instant | null;
}
