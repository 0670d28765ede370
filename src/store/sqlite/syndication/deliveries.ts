import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../../../domain/time.ts';
import type { DeliveryQuery, ReplaySelection, SubscriptionStore } from '../../subscriptions.ts';
import type { Connection, Connections } from '../engine/connection.ts';
import { type Order, prepareList } from '../engine/keyset.ts';
import { createWriteOnce } from '../newsroom/write-once.ts';
import { toDelivery } from './hand-out.ts';
import { prepareDue } from './subscription-due.ts';
import { attempts, deliveries, subscriptions } from './syndication-tables.ts';

type DeliveryReads = Pick<SubscriptionStore, 'figures' | 'deliveries' | 'delivery' | 'replay'>;

/** The log of what was delivered, and doing it again. */
export function createDeliveries({ reader, writer }: Connections): DeliveryReads {
  return {
    figures: prepareFigures(reader),
    deliveries: prepareDeliveryList(reader),
    delivery: prepareRecord(reader),
    replay: prepareReplay(writer),
  };
}

/** Deliveries of a subscription that are looked at for the last one that was taken: more than can wait before it. */
const LOOKED_BACK = 1_000;

function prepareFigures({ db }: Connection): SubscriptionStore['figures'] {
  const of = (state: string) =>
    sql`from deliveries where subscription_id = ${sql.placeholder('id')} and state = ${sql.raw(`'${state}'`)}`;
  const figures = db
    .select({
      pending: sql<number>`(select count(*) ${of('pending')})`,
      pendingSince: sql<Instant | null>`(select min(at) ${of('pending')})`,
      dead: sql<number>`(select count(*) ${of('dead')})`,
      lastDeliveredAt: sql<Instant | null>`(select max(settled_at) from (select state, settled_at from deliveries
        where subscription_id = ${sql.placeholder('id')} order by order_number desc limit ${LOOKED_BACK})
        where state = 'delivered')`,
    })
    .from(sql`(select 1)`)
    .prepare();
  return async (id) => figures.get({ id }) ?? { pending: 0, pendingSince: null, dead: 0, lastDeliveredAt: null };
}

const NEWEST_FIRST: Order = { keys: [{ of: deliveries.order, type: 'integer' }], direction: 'desc' };

function prepareDeliveryList({ db }: Connection): SubscriptionStore['deliveries'] {
  const listOf = (isAsked: SQL | undefined) =>
    prepareList(
      NEWEST_FIRST,
      (condition, order) =>
        db
          .select()
          .from(deliveries)
          .where(and(eq(deliveries.subscriptionId, sql.placeholder('id')), isAsked, condition))
          .orderBy(...order)
          .limit(sql.placeholder('limit'))
          .prepare(),
      ({ order }) => [String(order)],
    );
  const all = listOf(undefined);
  const inState = listOf(eq(deliveries.state, sql.placeholder('state')));
  return async (id: string, query: DeliveryQuery) => {
    const { state } = query;
    const { rows, ...rest } = state === undefined ? all(query, { id }) : inState(query, { id, state });
    return { rows: rows.map(({ key: _key, ...row }) => toDelivery(row)), ...rest };
  };
}

function prepareRecord({ db }: Connection): SubscriptionStore['delivery'] {
  const find = db
    .select()
    .from(deliveries)
    .where(
      and(eq(deliveries.id, sql.placeholder('id')), eq(deliveries.subscriptionId, sql.placeholder('subscriptionId'))),
    )
    .prepare();
  const log = db
    .select({
      number: attempts.number,
      at: attempts.at,
      millis: attempts.millis,
      status: attempts.status,
      failure: attempts.failure,
    })
    .from(attempts)
    .where(eq(attempts.deliveryKey, sql.placeholder('key')))
    .orderBy(asc(attempts.number))
    .prepare();
  return async (subscriptionId, id) => {
    const row = find.get({ id, subscriptionId });
    if (!row) return undefined;
    const { key, ...delivery } = row;
    return { delivery: toDelivery(delivery), log: log.all({ key }) };
  };
}

function prepareReplay(writer: Connection): SubscriptionStore['replay'] {
  const { db } = writer;
  const writeOnce = createWriteOnce(writer);
  const refreshDue = prepareDue(writer);

  const replay = (subscriptionId: string, rows: readonly Chosen[], now: Instant): void => {
    const again = rows.filter(({ state }) => state !== 'pending');
    for (const { key } of again) {
      const fresh = { state: 'pending', failures: 0, dueAt: null, settledAt: null, supersededBy: null } as const;
      db.update(deliveries).set(fresh).where(eq(deliveries.key, key)).run();
    }
    hurry(writer, subscriptionId, rows, now);
    const pending = sql`${subscriptions.pending} + ${again.length}`;
    db.update(subscriptions).set({ pending, pausedUntil: null }).where(eq(subscriptions.id, subscriptionId)).run();
    queueUp(writer, subscriptionId, now);
    refreshDue(subscriptionId);
  };
  return async (subscriptionId, selection, { once, ...writing }) => {
    const answer = once && {
      ...once,
      answer: (rows: { readonly length: number } | undefined) => once.answer(rows?.length),
    };
    const done = writeOnce(
      { ...writing, once: answer },
      {
        decide: () => chosen(writer, subscriptionId, selection),
        carryOut: (rows) => replay(subscriptionId, rows, writing.at),
      },
    );
    return 'kept' in done ? done : done.length;
  };
}

type Chosen = Pick<typeof deliveries.$inferSelect, 'key' | 'id' | 'state' | 'articleId'>;

function chosen({ db }: Connection, subscriptionId: string, selection: ReplaySelection): readonly Chosen[] {
  const rows = db
    .select({ key: deliveries.key, id: deliveries.id, state: deliveries.state, articleId: deliveries.articleId })
    .from(deliveries);
  const own = eq(deliveries.subscriptionId, subscriptionId);
  if ('ids' in selection) {
    const found = rows
      .where(and(own, sql`${deliveries.id} in (select value from json_each(${JSON.stringify(selection.ids)}))`))
      .all();
    selection.check(new Set(found.map(({ id }) => id)));
    return found;
  }
  if ('dead' in selection) {
    const isDead = and(own, eq(deliveries.state, 'dead'));
    return rows.where(isDead).orderBy(sql`${deliveries.order} desc`).limit(selection.limit).all();
  }
  return rows.where(and(own, sql`${deliveries.order} between ${selection.from} and ${selection.to}`)).all();
}

/** What waits is tried now, and so is what the others wait behind. */
function hurry({ db }: Connection, subscriptionId: string, rows: readonly Chosen[], now: Instant): void {
  const articles = JSON.stringify(rows.filter(({ state }) => state === 'pending').map(({ articleId }) => articleId));
  db.update(deliveries)
    .set({ dueAt: now })
    .where(
      sql`${deliveries.subscriptionId} = ${subscriptionId} and ${deliveries.articleId} in (select value from json_each(${articles}))
        and ${deliveries.state} = 'pending' and ${deliveries.dueAt} is not null and not ${deliveries.running}`,
    )
    .run();
}

/** Deliveries of the same article to the same receiver, which go one after the other. */
const OF_LINE = sql`waiting.subscription_id = deliveries.subscription_id and waiting.article_id = deliveries.article_id
  and waiting.state = 'pending'`;

/** The first of every article goes, unless one of the same article is on its way. */
function queueUp({ db }: Connection, subscriptionId: string, now: Instant): void {
  db.update(deliveries)
    .set({ dueAt: now })
    .where(
      sql`${deliveries.subscriptionId} = ${subscriptionId} and ${deliveries.state} = 'pending' and ${deliveries.dueAt} is null
        and not exists (select 1 from deliveries waiting where ${OF_LINE} and waiting.due_at is not null)
        and ${deliveries.order} = (select min(waiting.order_number) from deliveries waiting where ${OF_LINE})`,
    )
    .run();
}
