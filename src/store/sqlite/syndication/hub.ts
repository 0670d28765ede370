import { asc, eq, sql } from 'drizzle-orm';
import { type HubSubscription, MAX_HUB_SUBSCRIPTIONS, MAX_HUB_SUBSCRIPTIONS_OF_HOST } from '../../../domain/hub.ts';
import type { Instant } from '../../../domain/time.ts';
import type { HubRequest, HubStore } from '../../hub.ts';
import type { Connection } from '../engine/connection.ts';
import { hubSubscriptions as hub } from './syndication-tables.ts';

/** Subscriptions that are handed out at a time. */
const AT_A_TIME = 32;

export function createHub(writer: Connection, reader: Connection): HubStore {
  const { client, db } = writer;
  const ask = prepareAsk(writer);
  const isDue = sql`${hub.dueAt} <= ${sql.placeholder('now')} and (${hub.wish} is not null
    or (${hub.expiresAt} > ${sql.placeholder('now')} and ${hub.seen} < ${sql.placeholder('newest')}))`;
  const isAnyDue = reader.db.select({ id: hub.id }).from(hub).where(isDue).limit(1).prepare();
  const due = db.select().from(hub).where(isDue).orderBy(asc(hub.dueAt)).limit(AT_A_TIME).prepare();
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
  const claim = client.transaction((now: Instant, until: Instant, newest: number): HubSubscription[] => {
    forgetExpired.run({ now });
    const rows = due.all({ now, newest });
    for (const { id } of rows) lease.run({ id, until });
    return rows.map(({ host: _host, dueAt: _dueAt, ...subscription }) => subscription);
  });
  return {
    ask,
    claim: async (now, until, newest) => (isAnyDue.get({ now, newest }) ? claim.immediate(now, until, newest) : []),
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
