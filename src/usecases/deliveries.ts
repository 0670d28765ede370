import type { Actor } from '../domain/actor.ts';
import type { Delivery } from '../domain/delivery.ts';
import { notHere, Problem, type ProblemError } from '../domain/problem.ts';
import type { Slice } from '../domain/query.ts';
import type { Kept } from '../store/once.ts';
import type { DeliveryQuery, DeliveryRecord, ReplaySelection } from '../store/subscriptions.ts';
import type { Deps } from './deps.ts';
import { readSubscription } from './subscriptions.ts';
import { PLAINLY, type WriteWish } from './write-wish.ts';

/** Deliveries that one replay has made again. */
export const MAX_REPLAYED = 1_000;

/** What became of telling a subscription, newest first. @throws Problem `not_found` */
export async function listDeliveries(
  deps: Deps,
  by: Actor,
  subscriptionId: string,
  query: DeliveryQuery,
): Promise<Slice<Delivery>> {
  const { id } = await readSubscription(deps, by, subscriptionId);
  return deps.store.subscriptions.deliveries(id, query);
}

/** One delivery, with every attempt at it. @throws Problem `not_found` */
export async function readDelivery(
  deps: Deps,
  by: Actor,
  subscriptionId: string,
  deliveryId: string,
): Promise<DeliveryRecord> {
  const { id } = await readSubscription(deps, by, subscriptionId);
  const record = await deps.store.subscriptions.delivery(id, deliveryId);
  if (!record) throw notHere('delivery');
  return record;
}

/** Which deliveries somebody wants made again. */
export type ReplayWish = { readonly ids: readonly string[] } | Exclude<ReplaySelection, { readonly ids: unknown }>;

/**
 * Has deliveries made again, under the ids that they had. Resolves to how many.
 * @throws Problem `not_found`, for one that is named too: then none is made; `conflict` while the subscription is disabled
 */
export async function replayDeliveries(
  deps: Deps,
  by: Actor,
  subscriptionId: string,
  replayed: ReplayWish,
  wish: WriteWish<number> = PLAINLY,
): Promise<number | Kept> {
  const { id, disabledAt } = await readSubscription(deps, by, subscriptionId);
  if (disabledAt !== null) throw new Problem('conflict', 'The subscription is disabled: enable it first.');
  const selection =
    'ids' in replayed
      ? { ...replayed, check: (known: ReadonlySet<string>) => refuseUnknown(replayed.ids, known) }
      : replayed;
  return deps.store.subscriptions.replay(id, selection, { ...wish, at: deps.clock.now() });
}

function refuseUnknown(ids: readonly string[], known: ReadonlySet<string>): void {
  const expected = 'Ids of its deliveries; settled ones are kept for thirty days.';
  const errors = ids.flatMap((id, at): ProblemError[] =>
    known.has(id) ? [] : [{ pointer: `/deliveries/${at}`, detail: 'The subscription has no such delivery.', expected }],
  );
  if (errors.length > 0) throw new Problem('not_found', 'Some of these deliveries are not here.', { errors });
}
