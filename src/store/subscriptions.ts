import type { AuditNote } from '../domain/audit.ts';
import type { Attempt, Delivery, DeliveryState } from '../domain/delivery.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import type { KeptSubscription, Subscription, SubscriptionFigures } from '../domain/subscription.ts';
import type { Instant } from '../domain/time.ts';
import type { Kept, Writing } from './once.ts';

/** Where partners want to be told of changes, and what became of telling them. */
export interface SubscriptionStore {
  /** Undefined for one that was removed. */
  find(id: string): Promise<KeptSubscription | undefined>;
  /** In the order of creation; of one partner, or of all. */
  list(partnerId: string | null, page: PageQuery): Promise<Slice<Subscription>>;
  /**
   * Carries out a decision about the subscriptions of a partner, in one transaction with what the audit trail says of
   * it; a decision that throws keeps nothing. Resolves to the decision.
   * @throws Problem `idempotency_key_reused`, `idempotency_key_in_use`
   */
  change<Decision extends SubscriptionDecision>(
    partnerId: string,
    decide: (subscriptions: readonly KeptSubscription[]) => Decision,
    writing: Writing<Decision>,
  ): Promise<Decision | Kept>;
  /** How far a subscription has been told; all nothing for one that there is not. */
  figures(id: string): Promise<SubscriptionFigures>;
  /** Newest first. */
  deliveries(subscriptionId: string, query: DeliveryQuery): Promise<Slice<Delivery>>;
  /** One delivery with every attempt, oldest first. */
  delivery(subscriptionId: string, id: string): Promise<DeliveryRecord | undefined>;
  /**
   * Has deliveries made again, under the ids that they had: the given ones, those of a range of order numbers, or the
   * newest dead ones. Resolves to how many. One that waits for its next attempt waits no longer.
   */
  replay(subscriptionId: string, selection: ReplaySelection, writing: Writing<number>): Promise<number | Kept>;
}

/** A new or changed one, or the end of one; `audit` is null for what changes nothing, and then nothing is written. */
export type SubscriptionDecision = { readonly audit: AuditNote | null } & (
  | { readonly save: KeptSubscription }
  | { readonly remove: { readonly id: string; readonly at: Instant } }
);

export interface DeliveryQuery extends PageQuery {
  readonly state?: DeliveryState;
}

export interface DeliveryRecord {
  readonly delivery: Delivery;
  readonly log: readonly Attempt[];
}

export type ReplaySelection =
  | {
      readonly ids: readonly string[];
      /** Looks at those of them that there are, and throws what keeps them from being made again. Synchronous. */
      readonly check: (known: ReadonlySet<string>) => void;
    }
  | { readonly from: number; readonly to: number }
  | { readonly dead: true; readonly limit: number };
