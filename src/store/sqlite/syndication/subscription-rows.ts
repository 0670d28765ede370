import type { KeptSubscription, Subscription } from '../../../domain/subscription.ts';
import type { subscriptions } from './syndication-tables.ts';

type Row = typeof subscriptions.$inferSelect;

/** A row without what only the engine knows. */
export function keptSubscription(row: Row): KeptSubscription {
  const { host, removedAt, cursor, nextOrder, pending, dueAt, ...kept } = row;
  return kept;
}

/** …and without its secrets. */
export function shownSubscription(row: Row): Subscription {
  const { secret, formerSecret, formerSecretEndsAt, ...shown } = keptSubscription(row);
  return shown;
}
