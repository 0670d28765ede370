import type { OutboundFailure, OutboundResult } from './outbound.ts';
import { DISABLED_AFTER_MILLIS, type DisabledReason, type Subscription } from './subscription.ts';
import type { SyndicationEventType } from './syndication-event.ts';
import { type Instant, millisOf, shifted } from './time.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after a failure the next attempt is made: the schedule of the Standard Webhooks specification. */
export const RETRY_DELAYS_MILLIS = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** So much of a delay is left to chance, either way: receivers that failed together do not come back together. */
const JITTER = 0.1;
/** A receiver is not believed when it wants to be left alone for longer. */
const MAX_RETRY_AFTER_MILLIS = 24 * HOUR;
/** The least pause of a whole subscription whose receiver has too much to do. */
const SLOW_DOWN_MILLIS = MINUTE;
/** Answers that say so. */
const OVERLOADED: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const GONE = 410;

/**
 * pending: it will be tried. delivered: it was taken. dead: nobody will try again unless it is replayed. superseded: a
 * removal of the same article was told in its place.
 */
export const DELIVERY_STATES = ['pending', 'delivered', 'dead', 'superseded'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One event for one subscription. */
export interface Delivery {
  /** What `webhook-id` says, the same at every attempt. */
  readonly id: string;
  readonly subscriptionId: string;
  readonly partnerId: string;
  /** 1, 2, 3… for each subscription. */
  readonly order: number;
  readonly type: SyndicationEventType;
  readonly articleId: string;
  /** The public one; null for what the public has not seen. */
  readonly edition: number | null;
  /** Number of the entry in the public log of changes; null for what concerns an embargo. */
  readonly change: number | null;
  /** When it happened. */
  readonly at: Instant;
  readonly state: DeliveryState;
  /** What it was told in place of; always nothing for what is no removal. */
  readonly supersedes: readonly Superseded[];
  /** Order number of the removal that was told in its place. */
  readonly supersededBy: number | null;
  /** How often it was begun to be sent. */
  readonly attempts: number;
  readonly nextAttemptAt: Instant | null;
  readonly settledAt: Instant | null;
}

/** A delivery in whose place a removal was told. */
export type Superseded = Pick<Delivery, 'order' | 'change'>;

/** So many are named in a message, the newest; it stays below the 20 kB of the standard, and the log has the others. */
export const MAX_SUPERSEDED_TOLD = 400;

/** One try to hand a delivery over; what came of it is null while it runs, and for ever when the server died over it. */
export interface Attempt {
  readonly number: number;
  readonly at: Instant;
  readonly millis: number | null;
  readonly status: number | null;
  readonly failure: OutboundFailure | null;
}

/** What becomes of a delivery and its subscription after an attempt. */
export type Settlement =
  | { readonly state: 'delivered' }
  | {
      readonly state: 'pending' | 'dead';
      readonly nextAttemptAt: Instant | null;
      /** Whether this counts as one failure more. */
      readonly isFailure: boolean;
      /** Until when the whole subscription is left alone. */
      readonly pausedUntil: Instant | null;
      readonly disabled: DisabledReason | null;
    };

/**
 * Decides what an attempt has led to. Only 2xx is a success.
 * @param failures attempts of this delivery that have failed before
 * @param chance 0 to 1, at random
 */
export function settle(
  result: OutboundResult,
  failures: number,
  { failingSince }: Pick<Subscription, 'failingSince'>,
  now: Instant,
  chance: number,
): Settlement {
  const { status } = result;
  if (status !== null && status >= 200 && status < 300) return { state: 'delivered' };
  const retry = { state: 'pending', isFailure: true, pausedUntil: null, disabled: null } as const;
  if (status === null && result.failure === 'stopped') return { ...retry, isFailure: false, nextAttemptAt: now };
  if (status === GONE) return { ...retry, nextAttemptAt: now, disabled: 'gone' };

  const askedMillis = status === null ? 0 : retryAfterMillis(result.retryAfter, now);
  const after = (millis: number) => shifted(now, Math.round(millis));
  const isOverloaded = status !== null && OVERLOADED.has(status);
  const pausedUntil = isOverloaded ? after(Math.max(askedMillis, SLOW_DOWN_MILLIS)) : null;
  const hasFailedLong = failingSince !== null && millisOf(now) - millisOf(failingSince) >= DISABLED_AFTER_MILLIS;
  const disabled = hasFailedLong ? 'failing' : null;
  const delay = RETRY_DELAYS_MILLIS[failures + 1];
  if (delay === undefined) return { ...retry, state: 'dead', nextAttemptAt: null, pausedUntil, disabled };
  const jittered = delay * (1 + JITTER * (2 * chance - 1));
  return { ...retry, nextAttemptAt: after(Math.max(jittered, askedMillis)), pausedUntil, disabled };
}

/** A subscription that has failed for so long was down as a whole; before, it may have been one message that it refuses. */
const OUTAGE_MILLIS = HOUR;

/**
 * Whether a success tells that a receiver is back, so that what waits for its next attempt need not wait longer.
 * @param failures attempts of the delivery that was taken now that had failed before
 */
export function isBack(failures: number, { failingSince }: Pick<Subscription, 'failingSince'>, now: Instant): boolean {
  if (failingSince === null) return false;
  return failures > 0 || millisOf(now) - millisOf(failingSince) >= OUTAGE_MILLIS;
}

/** What `Retry-After` asks for: seconds, or a date (RFC 9110, section 10.2.3). 0 for what it cannot be. */
function retryAfterMillis(text: string | undefined, now: Instant): number {
  if (text === undefined) return 0;
  const millis = /^\d{1,9}$/.test(text) ? Number(text) * SECOND : dateMillis(text) - millisOf(now);
  return Math.min(Math.max(millis, 0), MAX_RETRY_AFTER_MILLIS);
}

function dateMillis(text: string): number {
  const millis = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text) ? Date.parse(text) : 0;
  return Number.isNaN(millis) ? 0 : millis;
}
