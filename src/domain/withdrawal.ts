import type { Instant } from './time.ts';

/**
 * What a reader gets in place of a withdrawn article: `notice` a page that explains (200), `gone` that it is gone (410),
 * `redirect` another article (308), `vanish` what they would get if it had never been (404).
 */
export const PUBLIC_WITHDRAWAL_KINDS = ['notice', 'gone', 'redirect'] as const;
export type PublicWithdrawalKind = (typeof PUBLIC_WITHDRAWAL_KINDS)[number];
export const WITHDRAWAL_KINDS = [...PUBLIC_WITHDRAWAL_KINDS, 'vanish'] as const;
export type WithdrawalKind = (typeof WITHDRAWAL_KINDS)[number];

/** Characters of what readers are told, of a note to readers or an author, and of a reason that is kept. */
export const MAX_EXPLANATION_LENGTH = 2_000;
export const MAX_NOTE_LENGTH = 2_000;
export const MAX_REASON_LENGTH = 2_000;

export interface Withdrawal {
  readonly kind: WithdrawalKind;
  /** What readers are told; null for `vanish`. */
  readonly explanation: string | null;
  /** Where `redirect` leads: an absolute address; null for every other kind. */
  readonly alternative: string | null;
  /** Why, for the newsroom only. */
  readonly reason: string | null;
  readonly at: Instant;
  /** Name of who did it. */
  readonly by: string;
}

/** Whether readers are told the same by both. */
export function isToldAlike(one: ToldOfWithdrawal, other: ToldOfWithdrawal): boolean {
  return one.kind === other.kind && one.explanation === other.explanation && one.alternative === other.alternative;
}

type ToldOfWithdrawal = Pick<Withdrawal, 'kind' | 'explanation' | 'alternative'>;

/** What ended a withdrawal: its text came back, it was put in other words, or a later edition took the place of its text. */
export const WITHDRAWAL_ENDS = ['reinstated', 'withdrawn-anew', 'replaced'] as const;
export type WithdrawalEnd = (typeof WITHDRAWAL_ENDS)[number];

/** What the public is told of a withdrawn article; nothing of what it said. */
export interface PublicWithdrawal {
  readonly id: string;
  readonly slug: string;
  readonly kind: PublicWithdrawalKind;
  readonly explanation: string | null;
  readonly alternative: string | null;
  readonly at: Instant;
}

/** A reader-facing note on what a later edition put right. */
export interface Correction {
  readonly at: Instant;
  readonly edition: number;
  readonly note: string;
}
