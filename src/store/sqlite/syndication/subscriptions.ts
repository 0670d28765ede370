import { and, asc, eq, getTableColumns, isNull, type SQL, sql } from 'drizzle-orm';
import type { Subscription } from '../../../domain/subscription.ts';
import type { Instant } from '../../../domain/time.ts';
import type { SubscriptionDecision, SubscriptionStore } from '../../subscriptions.ts';
import type { Connection, Connections } from '../engine/connection.ts';
import { byCreation, creationOf, prepareList } from '../engine/keyset.ts';
import { createAuditTrail } from '../newsroom/audit.ts';
import { createWriteOnce } from '../newsroom/write-once.ts';
import { wordsOfToday } from '../register/area-words.ts';
import { createDeliveries } from './deliveries.ts';
import { prepareDue } from './subscription-due.ts';
import { keptSubscription, shownSubscription } from './subscription-rows.ts';
import { deliveries, subscriptions } from './syndication-tables.ts';

const columns = { ...getTableColumns(subscriptions), areaKeys: wordsOfToday(subscriptions.areaKeys) };

export function createSubscriptions(connections: Connections): SubscriptionStore {
  const { reader, writer } = connections;
  const { db } = reader;
  const kept = isNull(subscriptions.removedAt);
  const find = db
    .select(columns)
    .from(subscriptions)
    .where(and(eq(subscriptions.id, sql.placeholder('id')), kept))
    .prepare();
  const listOf = (isAsked: SQL | undefined) =>
    prepareList(
      byCreation(subscriptions),
      (condition, order) =>
        db
          .select(columns)
          .from(subscriptions)
          .where(and(kept, isAsked, condition))
          .orderBy(...order)
          .limit(sql.placeholder('limit'))
          .prepare(),
      creationOf,
    );
  const all = listOf(undefined);
  const ofPartner = listOf(eq(subscriptions.partnerId, sql.placeholder('partnerId')));
  return {
    find: async (id) => {
      const row = find.get({ id });
      return row && keptSubscription(row);
    },
    list: async (partnerId, page) => {
      const { rows, ...rest } = partnerId === null ? all(page) : ofPartner(page, { partnerId });
      return { rows: rows.map((row): Subscription => shownSubscription(row)), ...rest };
    },
    change: createChange(writer),
    ...createDeliveries(connections),
  };
}

function createChange(writer: Connection): SubscriptionStore['change'] {
  const { client, db } = writer;
  const writeOnce = createWriteOnce(writer);
  const trail = createAuditTrail(writer);
  const refreshDue = prepareDue(writer);
  const ofPartner = db
    .select(columns)
    .from(subscriptions)
    .where(and(eq(subscriptions.partnerId, sql.placeholder('partnerId')), isNull(subscriptions.removedAt)))
    .orderBy(asc(subscriptions.createdAt), asc(subscriptions.id))
    .prepare();
  // Of a table whose rows are removed, the highest number that was ever given out.
  const head = client.prepare("select coalesce((select seq from sqlite_sequence where name = 'outbox'), 0)").pluck();

  const remove = ({ id, at }: { readonly id: string; readonly at: Instant }): void => {
    const gone = { removedAt: at, secret: '', formerSecret: null, formerSecretEndsAt: null, pending: 0 };
    db.update(subscriptions).set(gone).where(eq(subscriptions.id, id)).run();
    db.update(deliveries)
      .set({ state: 'dead', dueAt: null, running: false, settledAt: at })
      .where(sql`${deliveries.subscriptionId} = ${id} and ${deliveries.state} = 'pending'`)
      .run();
  };
  const carryOut = (decision: SubscriptionDecision): void => {
    if (decision.audit === null) return;
    if ('remove' in decision) remove(decision.remove);
    else {
      const { id, partnerId, createdAt, ...changing } = decision.save;
      const host = new URL(changing.url).hostname;
      const fresh = { removedAt: null, cursor: Number(head.get()), nextOrder: 1, pending: 0, dueAt: null };
      db.insert(subscriptions)
        .values({ id, partnerId, createdAt, ...changing, host, ...fresh })
        .onConflictDoUpdate({ target: subscriptions.id, set: { ...changing, host } })
        .run();
    }
    refreshDue('remove' in decision ? decision.remove.id : decision.save.id);
    trail.append(decision.audit);
  };
  return async (partnerId, decide, writing) =>
    writeOnce(writing, { decide: () => decide(ofPartner.all({ partnerId }).map(keptSubscription)), carryOut });
}
