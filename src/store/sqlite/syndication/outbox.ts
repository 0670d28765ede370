import { asc, lt, sql } from 'drizzle-orm';
import type { Instant } from '../../../domain/time.ts';
import type { OutboxStore, Turn } from '../../outbox.ts';
import type { Connection, Connections } from '../engine/connection.ts';
import { LAGGING, prepareFanOut } from './fan-out.ts';
import { prepareHandOut } from './hand-out.ts';
import { prepareSettling } from './settling.ts';
import { IS_TOLD, prepareDue } from './subscription-due.ts';
import { attempts, deliveries, outbox, subscriptions } from './syndication-tables.ts';

/** Delivering, for one process among others on the same database. */
export function createOutbox({ reader, writer }: Connections, newId: () => string): OutboxStore {
  const settle = prepareSettling(writer);
  const fanOut = prepareFanOut(writer, newId);
  const refreshDue = prepareDue(writer);
  const handOut = prepareHandOut(writer);
  const turn = writer.client.transaction((step: Turn) => {
    settle(step.settled, step.now);
    for (const id of fanOut(step.now)) refreshDue(id);
    return handOut(step);
  });
  return {
    turn: async (step) => turn.immediate(step),
    next: prepareNext(reader),
    prune: preparePrune(writer),
    figures: prepareFigures(reader),
  };
}

function prepareNext({ db }: Connection): OutboxStore['next'] {
  const lagging = db.select({ id: subscriptions.id }).from(subscriptions).where(LAGGING).limit(1).prepare();
  const first = db
    .select({ dueAt: subscriptions.dueAt })
    .from(subscriptions)
    .where(sql`subscriptions.due_at is not null and ${IS_TOLD}`)
    .orderBy(asc(subscriptions.dueAt))
    .limit(1)
    .prepare();
  return async (now) => (lagging.get() ? now : (first.get()?.dueAt ?? null));
}

function preparePrune({ client, db }: Connection): OutboxStore['prune'] {
  const limit = sql.placeholder('limit');
  const old = db
    .select({ key: deliveries.key })
    .from(deliveries)
    .where(lt(deliveries.settledAt, sql.placeholder('before')))
    .limit(limit)
    .prepare();
  const forgetAttempts = db
    .delete(attempts)
    .where(sql`${attempts.deliveryKey} = ${sql.placeholder('key')}`)
    .prepare();
  const forget = db
    .delete(deliveries)
    .where(sql`${deliveries.key} = ${sql.placeholder('key')}`)
    .prepare();
  const forgetEvents = db
    .delete(outbox)
    .where(
      sql`${outbox.sequence} in (select sequence from outbox where at < ${sql.placeholder('before')} limit ${limit})`,
    )
    .prepare();
  const prune = client.transaction((before: Instant, most: number) => {
    const rows = old.all({ before, limit: most });
    for (const { key } of rows) {
      forgetAttempts.run({ key });
      forget.run({ key });
    }
    return rows.length + forgetEvents.run({ before, limit: most }).changes;
  });
  return async (before, most) => prune.immediate(before, most);
}

function prepareFigures({ db }: Connection): OutboxStore['figures'] {
  const figures = db
    .select({
      pending: sql<number>`(select coalesce(sum(pending), 0) from subscriptions where removed_at is null
        and exists (select 1 from partners where partners.id = partner_id and ended_at is null))`,
      dueSince: sql<Instant | null>`(select min(due_at) from subscriptions where due_at is not null and ${IS_TOLD})`,
      // What waited when a subscription was ended is dead too, but nobody has failed to take it.
      dead: sql<number>`(select count(*) from deliveries where state = 'dead'
        and exists (select 1 from subscriptions where subscriptions.id = subscription_id and removed_at is null))`,
      disabledSubscriptions: sql<number>`(select count(*) from subscriptions
        where disabled_at is not null and removed_at is null)`,
    })
    .from(sql`(select 1)`)
    .prepare();
  return async () => figures.get() ?? { pending: 0, dueSince: null, dead: 0, disabledSubscriptions: 0 };
}
