import type { Dispatch, DispatchLimits, SettledAttempt } from '../domain/dispatch.ts';
import type { Instant } from '../domain/time.ts';

/**
 * What is to be told to subscriptions. An event is written once, in the transaction that makes it; a subscription has a
 * place in the row of events, and its deliveries are made of them when there is room to send them.
 */
export interface OutboxStore {
  /**
   * One step of delivering, in one transaction: writes down what attempts have led to, makes deliveries of new events, and
   * hands out what is due, each to one caller until `leasedUntil`. Of one subscription and one article the next is handed
   * out only when the one before is settled. A removal settles those before it that are not taken, and is handed out at once.
   */
  turn(turn: Turn): Promise<readonly Dispatch[]>;
  /** When there is next something to do; null when nothing waits. */
  next(now: Instant): Promise<Instant | null>;
  /** Removes events, and deliveries that are settled, from before an instant; so many at most. Resolves to how many. */
  prune(before: Instant, limit: number): Promise<number>;
  figures(): Promise<OutboxFigures>;
}

export interface Turn {
  readonly now: Instant;
  /** From when on another caller may have what is handed out: then this one has died over it. */
  readonly leasedUntil: Instant;
  readonly settled: readonly SettledAttempt[];
  /** What this caller has at work besides. */
  readonly running: readonly Dispatch[];
  readonly limits: DispatchLimits;
}

/** How far behind the outbox is. */
export interface OutboxFigures {
  readonly pending: number;
  /** Since when the delivery that waits longest is due. */
  readonly dueSince: Instant | null;
  readonly dead: number;
  readonly disabledSubscriptions: number;
}
