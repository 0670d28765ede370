import { and, asc, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { Delivery } from '../../../domain/delivery.ts';
import type { Dispatch } from '../../../domain/dispatch.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Turn } from '../../outbox.ts';
import type { Connection } from '../engine/connection.ts';
import { valuesIn } from '../engine/json-values.ts';
import { prepareInsert } from '../engine/prepared.ts';
import { createRoom } from './room.ts';
import { IS_TOLD, prepareDue } from './subscription-due.ts';
import { keptSubscription } from './subscription-rows.ts';
import { IS_REMOVAL, prepareSuperseding } from './superseding.ts';
import { attempts, deliveries, subscriptions } from './syndication-tables.ts';

/** Whether something of a subscription may be handed out: by `now`, by a query's `from` on both tables. */
const IS_DUE = sql`subscriptions.due_at <= ${sql.placeholder('now')} and ${IS_TOLD}`;

/** Hands out what is due, and writes every attempt down before it begins. Must run inside a write transaction. */
export function prepareHandOut(connection: Connection): (turn: Turn) => Dispatch[] {
  const { db } = connection;
  const refreshDue = prepareDue(connection);
  const insertAttempt = prepareInsert(connection, attempts);
  const due = db
    .select()
    .from(subscriptions)
    .where(
      and(
        IS_DUE,
        sql`${subscriptions.host} not in ${valuesIn('hosts')}`,
        sql`${subscriptions.id} not in ${valuesIn('full')}`,
        sql`(${subscriptions.failingSince} is null
          or ${subscriptions.id} not in ${valuesIn('busy')})`,
      ),
    )
    .orderBy(asc(subscriptions.dueAt))
    .limit(sql.placeholder('limit'))
    .prepare();
  const choose = prepareChoice(connection);
  const lease = db
    .update(deliveries)
    .set({ attempts: sql`${deliveries.attempts} + 1`, running: true, dueAt: sql`${sql.placeholder('until')}` })
    .where(eq(deliveries.key, sql.placeholder('key')))
    .prepare();

  const give = (
    { key, ...row }: typeof deliveries.$inferSelect,
    subscription: typeof subscriptions.$inferSelect,
    { now, leasedUntil }: Turn,
  ): Dispatch => {
    const attempt = row.attempts + 1;
    lease.run({ key, until: leasedUntil });
    insertAttempt({ deliveryKey: key, number: attempt, at: now, millis: null, status: null, failure: null });
    const delivery = toDelivery({ ...row, attempts: attempt, dueAt: leasedUntil });
    return { delivery, subscription: keptSubscription(subscription), host: subscription.host, attempt };
  };

  return (turn) => {
    const { now, running, limits } = turn;
    const places = running.map(({ host, subscription: { id, failingSince } }) => ({ id, host, failingSince }));
    const room = createRoom(places, limits);
    const given: Dispatch[] = [];
    if (running.length >= limits.all) return given;
    const found = due.all({ now, ...room.parameters, limit: limits.all - running.length });
    for (const subscription of found) {
      const limit = room.for(subscription, limits.all - running.length - given.length);
      if (limit <= 0) continue;
      const fresh = choose({ id: subscription.id, now, limit }).map((row) => give(row, subscription, turn));
      refreshDue(subscription.id);
      room.take(subscription, fresh.length);
      given.push(...fresh);
    }
    return given;
  };
}

/** What of a subscription is due, removals first; what somebody died over is not begun anew when a removal waits behind it. */
function prepareChoice(connection: Connection) {
  const { db } = connection;
  const supersede = prepareSuperseding(connection);
  const dueOf = db
    .select(getTableColumns(deliveries))
    .from(deliveries)
    .where(
      sql`${deliveries.subscriptionId} = ${sql.placeholder('id')} and ${deliveries.dueAt} <= ${sql.placeholder('now')}`,
    )
    .orderBy(desc(IS_REMOVAL), asc(deliveries.dueAt), asc(deliveries.order))
    .limit(sql.placeholder('limit'))
    .prepare();
  return (asked: { readonly id: string; readonly now: Instant; readonly limit: number }) => {
    const rows = dueOf.all(asked);
    const superseded = rows.filter((row) => row.running && supersede(row, asked.now) > 0);
    return superseded.length > 0 ? dueOf.all(asked) : rows;
  };
}

/** A row in the words of the domain. */
export function toDelivery(row: Omit<typeof deliveries.$inferSelect, 'key'>): Delivery {
  const { failures: _failures, running: _running, ownNumber: _ownNumber, edition, dueAt, ...delivery } = row;
  return { ...delivery, edition: edition || null, nextAttemptAt: dueAt };
}
