import type { SyndicationEventType } from './syndication-event.ts';
import { type Instant, shifted } from './time.ts';

/** Subscriptions that one partner can have. */
export const MAX_SUBSCRIPTIONS = 20;
/** Areas that a subscription's filter can name. */
export const MAX_SUBSCRIPTION_AREAS = 100;
/** How long the secret before signs beside a new one when nobody says it: a day. */
export const DEFAULT_SECRET_GRACE_SECONDS = 86_400;
/** A week. */
export const MAX_SECRET_GRACE_SECONDS = 604_800;
/** A subscription that has failed for so long, without one success, is disabled. */
export const DISABLED_AFTER_MILLIS = 5 * 86_400_000;

/**
 * Why a subscription gets nothing. gone: its receiver has answered 410. failing: it did not take anything for five days.
 * requested: its partner wanted it.
 */
export const DISABLED_REASONS = ['gone', 'failing', 'requested'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** An address of a partner's at which it is told of changes. */
export interface Subscription {
  readonly id: string;
  readonly partnerId: string;
  /** Counts what its partner says of it; what becomes of telling it counts nothing. */
  readonly version: number;
  readonly url: string;
  /** Areas, by key, with what is below them; empty for all that its partner may have. */
  readonly areaKeys: readonly string[];
  /** Empty for all. */
  readonly events: readonly SyndicationEventType[];
  readonly createdAt: Instant;
  readonly disabledAt: Instant | null;
  readonly disabledReason: DisabledReason | null;
  /** Since when it takes nothing; null while it does. */
  readonly failingSince: Instant | null;
  /** Until when it wants nothing. */
  readonly pausedUntil: Instant | null;
}

/** What deliveries are signed with; kept as they are, for what is signed must be signed again. */
export interface SigningSecrets {
  /** `whsec_` and base64. */
  readonly secret: string;
  readonly formerSecret: string | null;
  /** When the former one stops to sign. */
  readonly formerSecretEndsAt: Instant | null;
}

/** With what must never leave the house but once. */
export type KeptSubscription = Subscription & SigningSecrets;

export const SUBSCRIPTION_STATES = ['active', 'failing', 'disabled'] as const;
export type SubscriptionState = (typeof SUBSCRIPTION_STATES)[number];

export function subscriptionState({ disabledAt, failingSince }: Subscription): SubscriptionState {
  if (disabledAt !== null) return 'disabled';
  return failingSince === null ? 'active' : 'failing';
}

/** What was made for a subscription; settled deliveries are kept for thirty days. */
export interface SubscriptionFigures {
  readonly pending: number;
  /** When what waits longest happened; null when nothing waits. */
  readonly pendingSince: Instant | null;
  readonly dead: number;
  /** When it last took something. */
  readonly lastDeliveredAt: Instant | null;
}

/** The secrets that sign at an instant, the present one first. */
export function signingSecretsAt(secrets: SigningSecrets, now: Instant): string[] {
  const { secret, formerSecret, formerSecretEndsAt } = secrets;
  const isBoth = formerSecret !== null && formerSecretEndsAt !== null && now < formerSecretEndsAt;
  return isBoth ? [secret, formerSecret] : [secret];
}

/** A new secret takes over; the one before goes on beside it for a while, so that no receiver meets only an unknown one. */
export function rotatedSecrets(
  { secret }: SigningSecrets,
  fresh: string,
  now: Instant,
  graceSeconds: number,
): SigningSecrets {
  const endsAt = shifted(now, graceSeconds * 1000);
  return { secret: fresh, formerSecret: secret, formerSecretEndsAt: endsAt };
}
