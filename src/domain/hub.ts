import type { Instant } from './time.ts';

/** Subscriptions to feeds that the hub keeps at a time, of all and of one host that they call. */
export const MAX_HUB_SUBSCRIPTIONS = 1_000;
export const MAX_HUB_SUBSCRIPTIONS_OF_HOST = 50;
/** WebSub, section 5.1. */
export const MAX_HUB_SECRET_BYTES = 199;
/** How long a subscription lasts when nobody says it: ten days. */
export const DEFAULT_LEASE_SECONDS = 864_000;
/** Five minutes to thirty days; what is asked for beyond is brought there. */
export const LEASE_SECONDS = { least: 300, most: 2_592_000 };

export const HUB_MODES = ['subscribe', 'unsubscribe'] as const;
export type HubMode = (typeof HUB_MODES)[number];

/** What somebody wants of the hub, as long as nobody has shown that the callback wants it too. */
export interface HubWish {
  readonly mode: HubMode;
  readonly leaseSeconds: number;
  readonly secret: string | null;
}

/** A callback that is sent a feed whenever it changes. */
export interface HubSubscription {
  readonly id: string;
  /** Address of one of our feeds, as it was asked for. */
  readonly topic: string;
  readonly callback: string;
  /** Of the callback. */
  readonly host: string;
  /** What the feed is signed with; null when it is not. */
  readonly secret: string | null;
  /** Null while it was never verified. */
  readonly expiresAt: Instant | null;
  readonly wish: HubWish | null;
  /** Number of the newest change that it was told of. */
  readonly seen: number;
  /** What the feed said then, as its SHA-256 in lower-case hex. */
  readonly digest: string | null;
  /** Attempts in a row that have failed. */
  readonly failures: number;
}

export function leaseOf(seconds: number | undefined): number {
  return Math.min(Math.max(seconds ?? DEFAULT_LEASE_SECONDS, LEASE_SECONDS.least), LEASE_SECONDS.most);
}
