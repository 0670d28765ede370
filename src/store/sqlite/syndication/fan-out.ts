import { asc, eq, gt, sql } from 'drizzle-orm';
import {
  REMOVALS,
  type SyndicationEvent,
  type SyndicationEventType,
  toldAs,
} from '../../../domain/syndication-event.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareInsert } from '../engine/prepared.ts';
import { partners } from '../newsroom/tables.ts';
import { IS_TOLD } from './subscription-due.ts';
import { prepareSuperseding } from './superseding.ts';
import { deliveries, outbox, subscriptions } from './syndication-tables.ts';

/** Subscriptions that one step looks after. */
const SUBSCRIPTIONS_AT_A_TIME = 128;
/** Events that one step looks at for one subscription. */
const EVENTS_AT_A_TIME = 100;
/** A subscription that has so many deliveries waiting gets no more of them: its place in the outbox remembers the rest. */
const MAX_PENDING = 500;

/** Subscriptions that have not been told of every event, and have room: by a query's `from` on both tables. */
export const LAGGING = sql`subscriptions.disabled_at is null and subscriptions.removed_at is null
  and subscriptions.cursor < (select max(sequence) from outbox) and subscriptions.pending < ${sql.raw(String(MAX_PENDING))}
  and ${IS_TOLD}`;

/**
 * Makes deliveries of events, for the subscriptions that are furthest behind. Must run inside a write transaction.
 * Returns those that have got something.
 */
export function prepareFanOut(connection: Connection, newId: () => string): (now: Instant) => string[] {
  const read = prepareReads(connection);
  const deliver = prepareDelivery(connection, newId);
  const move = connection.db
    .update(subscriptions)
    .set({
      cursor: sql`${sql.placeholder('cursor')}`,
      nextOrder: sql`${sql.placeholder('nextOrder')}`,
      pending: sql`${subscriptions.pending} + ${sql.placeholder('added')}`,
    })
    .where(eq(subscriptions.id, sql.placeholder('id')))
    .prepare();

  return (now) => {
    const following = new Map<number, SyndicationEvent[]>();
    return read.lagging().flatMap((subscription) => {
      const events = following.get(subscription.cursor) ?? read.following(subscription.cursor);
      following.set(subscription.cursor, events);
      const { id, partnerAreaKeys } = subscription;
      let { cursor, nextOrder } = subscription;
      let added = 0;
      for (const event of events) {
        if (subscription.pending + added >= MAX_PENDING) break;
        cursor = event.sequence;
        const filters = [subscription, { areaKeys: partnerAreaKeys, events: [] }];
        const type = toldAs(event, { partnerId: subscription.partnerId, filters });
        if (type === undefined) continue;
        deliver(subscription, event, { type, order: nextOrder, now });
        nextOrder += 1;
        added += 1;
      }
      move.run({ id, cursor, nextOrder, added });
      return added > 0 ? [id] : [];
    });
  };
}

function prepareReads({ db }: Connection) {
  const lagging = db
    .select({
      id: subscriptions.id,
      partnerId: subscriptions.partnerId,
      cursor: subscriptions.cursor,
      nextOrder: subscriptions.nextOrder,
      pending: subscriptions.pending,
      areaKeys: subscriptions.areaKeys,
      events: subscriptions.events,
      partnerAreaKeys: partners.areaKeys,
    })
    .from(subscriptions)
    .innerJoin(partners, eq(partners.id, subscriptions.partnerId))
    .where(LAGGING)
    .orderBy(asc(subscriptions.cursor))
    .limit(SUBSCRIPTIONS_AT_A_TIME)
    .prepare();
  const following = db
    .select()
    .from(outbox)
    .where(gt(outbox.sequence, sql.placeholder('after')))
    .orderBy(asc(outbox.sequence))
    .limit(EVENTS_AT_A_TIME)
    .prepare();
  return { lagging: () => lagging.all(), following: (after: number) => following.all({ after }).map(toEvent) };
}

function toEvent({ partnerId, ownNumber, edition, ...event }: typeof outbox.$inferSelect): SyndicationEvent {
  const own = partnerId === null || ownNumber === null ? null : { partnerId, number: ownNumber };
  return { ...event, edition: edition || null, own };
}

interface Told {
  readonly type: SyndicationEventType;
  readonly order: number;
  readonly now: Instant;
}

/** One event for one subscription; it waits while another one of the same article does, unless it is a removal. */
function prepareDelivery(connection: Connection, newId: () => string) {
  const insert = prepareInsert(connection, deliveries, 'key');
  const supersede = prepareSuperseding(connection);
  const isBehind = connection.db
    .select({ key: deliveries.key })
    .from(deliveries)
    .where(
      sql`${deliveries.subscriptionId} = ${sql.placeholder('id')} and ${deliveries.articleId} = ${sql.placeholder('articleId')}
        and ${deliveries.state} = 'pending'`,
    )
    .limit(1)
    .prepare();
  return (
    { id, partnerId }: { readonly id: string; readonly partnerId: string },
    { articleId, edition, change, own, at }: SyndicationEvent,
    { type, order, now }: Told,
  ): void => {
    const isFirst = isBehind.get({ id, articleId }) === undefined;
    insert({
      id: `msg_${newId()}`,
      subscriptionId: id,
      partnerId,
      order,
      type,
      articleId,
      edition: edition ?? 0,
      change,
      ownNumber: own?.number ?? null,
      at,
      state: 'pending',
      attempts: 0,
      failures: 0,
      running: false,
      dueAt: isFirst ? now : null,
      settledAt: null,
      supersedes: [],
      supersededBy: null,
    });
    if (!isFirst && REMOVALS.has(type)) supersede({ subscriptionId: id, articleId }, now);
  };
}
