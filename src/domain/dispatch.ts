import type { AuditNote } from './audit.ts';
import type { Attempt, Delivery, Settlement } from './delivery.ts';
import type { KeptSubscription } from './subscription.ts';

/** How much may be at work at a time. */
export interface DispatchLimits {
  readonly all: number;
  readonly perHost: number;
  /** A subscription that fails has one. */
  readonly perSubscription: number;
}

/** A delivery that was handed out to be made. */
export interface Dispatch {
  readonly delivery: Delivery;
  readonly subscription: KeptSubscription;
  readonly host: string;
  /** Number of this attempt. */
  readonly attempt: number;
}

export interface SettledAttempt {
  readonly dispatch: Dispatch;
  /** How it ended. */
  readonly result: Pick<Attempt, 'millis' | 'status' | 'failure'>;
  /** Synchronous and pure: by how often this delivery has failed before, and by how its subscription stands. */
  readonly decide: (failures: number, subscription: KeptSubscription) => Settlement & { readonly audit?: AuditNote };
}
