import { shifted } from '../domain/time.ts';
import type { Deps } from './deps.ts';

/** How long events and settled deliveries are kept, and can be replayed: thirty days. */
export const DELIVERY_RETENTION_MILLIS = 30 * 86_400_000;
/** More wait for the next time: nobody else may write for so long. */
const FORGOTTEN_AT_A_TIME = 1_000;

/** Forgets the oldest of what was delivered. */
export async function forgetDeliveries({ store, clock }: Deps): Promise<void> {
  const before = shifted(clock.now(), -DELIVERY_RETENTION_MILLIS);
  await store.outbox.prune(before, FORGOTTEN_AT_A_TIME);
}
