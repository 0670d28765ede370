import { and, asc, eq, sql } from 'drizzle-orm';
import { type HubSubscription, MAX_HUB_SUBSCRIPTIONS, MAX_HUB_SUBSCRIPTIONS_OF_HOST } from '../../../domain/hub.ts';
import type { HubClaim, HubRequest, HubStore } from '../../hub.ts';
import type { Connection, Connections } from '../engine/connection.ts';
import { valuesIn } from '../engine/json-values.ts';
import { createRoom, type Place } from './room.ts';
import { hubSubscriptions as hub } from './syndication-tables.ts';

export function createHub({ reader, writer }: Connections): HubStore {
  const { client, db } = writer;
  const ask = prepareAsk(writer);
  const isDue = sql`${hub.dueAt} <= ${sql.placeholder('now')} and (${hub.wish} is not null
    or (${hub.expiresAt} > ${sql.placeholder('now')} and ${hub.seen} < ${sql.placeholder('newest')}))`;
  const isAnyDue = reader.db.select({ id: hub.id }).from(hub).where(isDue).limit(1).prepare();
  const due = db
    .select()
    .from(hub)
    .where(and(isDue, sql`${hub.host} not in ${valuesIn('hosts')}`))
    .orderBy(asc(hub.dueAt))
    .limit(sql.placeholder('limit'))
    .prepare();
  const lease = db
    .update(hub)
    .set({ dueAt: sql`${sql.placeholder('until')}` })
    .where(eq(hub.id, sql.placeholder('id')))
    .prepare();
  const forgetExpired = db
    .delete(hub)
    .where(
      sql`${hub.dueAt} <= ${sql.placeholder('now')} and ${hub.expiresAt} <= ${sql.placeholder('now')} and ${hub.wish} is null`,
    )
    .prepare();
  const claim = client.transaction(({ now, leasedUntil, newest, running, limits }: HubClaim): HubSubscription[] => {
    forgetExpired.run({ now });
    const room = createRoom(running.map(placeOf), limits);
    const limit = limits.all - running.length;
    return due.all({ now, newest, hosts: room.parameters.hosts, limit }).flatMap((row) => {
      const { dueAt: _dueAt, ...subscription } = row;
      const place = placeOf(row);
      if (room.for(place, 1) < 1) return [];
      room.take(place, 1);
      lease.run({ id: row.id, until: leasedUntil });
      return [subscription];
    });
  });
  return {
    ask,
    claim: async (wanted) => {
      const { now, newest, running, limits } = wanted;
      const isRoom = running.length < limits.all;
      return isRoom && isAnyDue.get({ now, newest }) ? claim.immediate(wanted) : [];
    },
    async keep({ id, secret, expiresAt, wish, seen, digest, failures }, dueAt, answered) {
      // One that came meanwhile is answered next.
      const left =
        wish === null && answered !== null ? sql`nullif(${hub.wish}, ${JSON.stringify(answered)})` : hub.wish;
      db.update(hub)
        .set({ secret, expiresAt, seen, digest, failures, dueAt, wish: sql`${left}` })
        .where(eq(hub.id, id))
        .run();
    },
    async forget({ id, wish }) {
      const isSame = wish === null ? sql`${hub.wish} is null` : sql`${hub.wish} = ${JSON.stringify(wish)}`;
      db.delete(hub).where(sql`${hub.id} = ${id} and ${isSame}`).run();
    },
  };
}

/** Whoever fails is told one thing at a time, as everybody is here. */
function placeOf({ id, host }: Pick<HubSubscription, 'id' | 'host'>): Place {
  return { id, host, failingSince: null };
}

function prepareAsk({ client, db }: Connection): HubStore['ask'] {
  const all = db.select({ count: sql<number>`count(*)` }).from(hub).prepare();
  const ofHost = db
    .select({ count: sql<number>`count(*)` })
    .from(hub)
    .where(eq(hub.host, sql.placeholder('host')))
    .prepare();
  const known = db
    .select({ id: hub.id })
    .from(hub)
    .where(sql`${hub.topic} = ${sql.placeholder('topic')} and ${hub.callback} = ${sql.placeholder('callback')}`)
    .prepare();
  const ask = client.transaction(({ id, topic, callback, wish, now }: HubRequest): boolean => {
    const host = new URL(callback).hostname;
    if (known.get({ topic, callback })) {
      db.update(hub)
        .set({ wish, dueAt: now, failures: 0 })
        .where(sql`${hub.topic} = ${topic} and ${hub.callback} = ${callback}`)
        .run();
      return true;
    }
    const isFull = (all.get()?.count ?? 0) >= MAX_HUB_SUBSCRIPTIONS;
    if (isFull || (ofHost.get({ host })?.count ?? 0) >= MAX_HUB_SUBSCRIPTIONS_OF_HOST) return false;
    const fresh = { secret: null, expiresAt: null, seen: 0, digest: null, failures: 0 };
    db.insert(hub)
      .values({ id, topic, callback, host, wish, ...fresh, dueAt: now })
      .run();
    return true;
  });
  return async (request) => ask.immediate(request);
}
