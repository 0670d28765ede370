import type { DispatchLimits } from '../domain/dispatch.ts';
import type { HubSubscription, HubWish } from '../domain/hub.ts';
import type { Instant } from '../domain/time.ts';

/** Who is sent a feed whenever it changes (WebSub). */
export interface HubStore {
  /** Remembers a wish until it is verified; false when there is no room for another callback. */
  ask(request: HubRequest): Promise<boolean>;
  /**
   * Hands out what is to be verified or may have to be told of changes up to `newest`, each to one caller until
   * `leasedUntil`, and forgets what has expired.
   */
  claim(claim: HubClaim): Promise<readonly HubSubscription[]>;
  /**
   * Keeps a subscription as it stands now, to be looked at again at `dueAt`.
   * @param answered the wish that it had; one that came meanwhile stays
   */
  keep(subscription: HubSubscription, dueAt: Instant, answered: HubWish | null): Promise<void>;
  /** Unless it has another wish by now. */
  forget(subscription: Pick<HubSubscription, 'id' | 'wish'>): Promise<void>;
}

export interface HubClaim {
  readonly now: Instant;
  readonly leasedUntil: Instant;
  /** Number of the newest change. */
  readonly newest: number;
  /** What this caller has at work. */
  readonly running: readonly HubSubscription[];
  readonly limits: DispatchLimits;
}

export interface HubRequest {
  readonly id: string;
  readonly topic: string;
  readonly callback: string;
  readonly wish: HubWish;
  readonly now: Instant;
}
