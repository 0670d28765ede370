import type { Change } from './change.ts';
import type { PartnerState } from './partner.ts';
import type { Instant } from './time.ts';

/** Changes that one request can acknowledge by number. */
export const MAX_ACKNOWLEDGED_CHANGES = 1_000;
/** Minutes after which a withdrawal that a partner has not acknowledged is reported, where nobody says otherwise. */
export const DEFAULT_WITHDRAWAL_ALERT_MINUTES = 60;

/** How a partner has said that it has a change: by a request, by answering a webhook with 2xx, by asking what comes next. */
export const ACKNOWLEDGED_THROUGH = ['post', 'webhook', 'cursor'] as const;
export type AcknowledgedThrough = (typeof ACKNOWLEDGED_THROUGH)[number];

/** That a partner has a change of an article. */
export interface Receipt {
  /** Place of the change in the public log. */
  readonly sequence: number;
  readonly kind: Change['kind'];
  readonly edition: number;
  /** When it said so. */
  readonly at: Instant;
  readonly through: AcknowledgedThrough;
}

/** What a partner's own log says last of an article, where nothing else says what it has of it. */
export interface EmbargoHolding {
  /** Whether it may read it before its lift. */
  readonly isOpen: boolean;
  readonly at: Instant;
  /** When and how it said that it has carried that out. */
  readonly receipt: Pick<Receipt, 'at' | 'through'> | null;
}

/**
 * current: it has the newest change. behind: it has an older one. taken-down: it has taken down what was withdrawn.
 * not-taken-down: it had the article, and has not said that it took it down. unconfirmed: it never said that it had it.
 */
export const HOLDING_STATES = ['current', 'behind', 'taken-down', 'not-taken-down', 'unconfirmed'] as const;
export type HoldingState = (typeof HOLDING_STATES)[number];

/** What one partner has of an article, as far as it has said so. */
export interface Holding {
  readonly partner: { readonly id: string; readonly name: string; readonly state: PartnerState };
  /** The newest change that it has acknowledged. */
  readonly receipt: Receipt | null;
  /** When it first read the article before its lift. */
  readonly openedAt: Instant | null;
  /** Null where the public log says what it has. */
  readonly embargo: EmbargoHolding | null;
}

/** What partners have of an article that is or was public. */
export interface ArticleHoldings {
  /** The newest change of the article; null when the public never saw it. */
  readonly latest: Change | null;
  readonly holdings: readonly Holding[];
}

/** Where a partner stands; whoever read an article before its lift had it, though it never said so. */
export function holdingState(
  latest: Change | null,
  { receipt, openedAt, embargo }: Omit<Holding, 'partner'>,
): HoldingState {
  if (embargo?.isOpen) return embargo.receipt === null ? 'unconfirmed' : 'current';
  if (embargo?.receipt) return 'taken-down';
  if (embargo) return openedAt === null ? 'unconfirmed' : 'not-taken-down';
  const isRemoval = latest !== null && latest.kind !== 'upsert';
  if (receipt === null) return isRemoval && openedAt !== null ? 'not-taken-down' : 'unconfirmed';
  if (latest === null || receipt.sequence >= latest.sequence) return isRemoval ? 'taken-down' : 'current';
  return isRemoval ? 'not-taken-down' : 'behind';
}

/** That a partner may not read any more what it read before its lift. The public log knows nothing of it. */
export interface AccessLoss {
  readonly kind: 'access-lost';
  readonly articleId: string;
  readonly at: Instant;
}

/** A withdrawal, or a loss of access, that a partner which had the article has not acknowledged. */
export interface OpenWithdrawal {
  readonly articleId: string;
  readonly partner: { readonly id: string; readonly name: string };
  /** What took it down. */
  readonly change: Change | AccessLoss;
}

/** What a partner has acknowledged by its cursor, or by naming one. */
export interface Mark {
  /** Up to which change of the public log. */
  readonly sequence: number;
  readonly at: Instant;
  readonly through: AcknowledgedThrough;
}

/** What a partner has said, and what it still owes. */
export interface PartnerReceipts {
  readonly upTo: Mark | null;
  /** Withdrawals of what it had that it has not acknowledged, the oldest first; as many as it can acknowledge at once. */
  readonly outstanding: readonly (Change | AccessLoss)[];
}
