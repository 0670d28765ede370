import { and, asc, eq, sql } from 'drizzle-orm';
import { isBack } from '../../../domain/delivery.ts';
import type { SettledAttempt } from '../../../domain/dispatch.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Connection } from '../engine/connection.ts';
import { createAuditTrail } from '../newsroom/audit.ts';
import { prepareOwnAcknowledge } from './own-receipts.ts';
import { prepareAcknowledge } from './receipts.ts';
import { prepareDue } from './subscription-due.ts';
import { keptSubscription } from './subscription-rows.ts';
import { prepareSuperseding } from './superseding.ts';
import { attempts, deliveries, subscriptions } from './syndication-tables.ts';

type Decision = ReturnType<SettledAttempt['decide']>;

/** Writes down what attempts have led to. Must run inside a write transaction. */
export function prepareSettling(connection: Connection): (settled: readonly SettledAttempt[], now: Instant) => void {
  const { db } = connection;
  const trail = createAuditTrail(connection);
  const refreshDue = prepareDue(connection);
  const acknowledge = prepareWebhookReceipt(connection);
  const supersede = prepareSuperseding(connection);
  const write = prepareDeliveryWrites(connection);
  const noteOutcome = prepareSubscriptionWrites(connection);
  const id = sql.placeholder('id');
  const deliveryOf = db.select().from(deliveries).where(eq(deliveries.id, id)).prepare();
  const subscriptionOf = db.select().from(subscriptions).where(eq(subscriptions.id, id)).prepare();

  const settleOne = ({ dispatch, result, decide }: SettledAttempt, now: Instant): void => {
    const delivery = deliveryOf.get({ id: dispatch.delivery.id });
    const row = subscriptionOf.get({ id: dispatch.subscription.id });
    if (!delivery || !row) return;
    write.log(dispatch.attempt, delivery, result);
    const decision = decide(delivery.failures, keptSubscription(row));
    // It was settled otherwise meanwhile, or, when it has taken too long, begun anew: only a success still counts.
    const isOurs = delivery.attempts === dispatch.attempt;
    if (delivery.state !== 'pending' || (!isOurs && decision.state !== 'delivered')) return;
    if (decision.state === 'pending') write.retry(delivery, decision.nextAttemptAt, decision.isFailure);
    else write.end(delivery, decision.state, now);
    noteOutcome(row, decision, now);
    if (decision.state === 'pending') supersede(delivery, now);
    if (decision.state === 'delivered') acknowledge(delivery, now);
    if (decision.state === 'delivered' && isBack(delivery.failures, row, now)) write.makeAllDue(row.id, now);
    if (decision.state !== 'delivered' && decision.audit) trail.append(decision.audit);
  };

  return (settled, now) => {
    for (const one of settled) settleOne(one, now);
    for (const subscription of new Set(settled.map(({ dispatch }) => dispatch.subscription.id)))
      refreshDue(subscription);
  };
}

/** A delivery that was taken is a receipt for what it told, and for what it was told in place of. */
function prepareWebhookReceipt(connection: Connection): (delivery: Row, at: Instant) => void {
  const acknowledge = prepareAcknowledge(connection);
  const acknowledgeOwn = prepareOwnAcknowledge(connection);
  const supersededBy = connection.db
    .select({ change: deliveries.change, ownNumber: deliveries.ownNumber })
    .from(deliveries)
    .where(
      sql`${deliveries.subscriptionId} = ${sql.placeholder('subscriptionId')}
        and ${deliveries.order} in (select value ->> 'order' from json_each(${sql.placeholder('supersedes')}))`,
    )
    .prepare();
  return (delivery, at) => {
    const { partnerId, subscriptionId, supersedes } = delivery;
    const before =
      supersedes.length === 0 ? [] : supersededBy.all({ subscriptionId, supersedes: JSON.stringify(supersedes) });
    for (const { change, ownNumber } of [...before, delivery]) {
      if (change !== null) acknowledge({ partnerId, at, through: 'webhook', changes: [change] });
      if (ownNumber !== null) acknowledgeOwn({ partnerId, at, through: 'webhook', number: ownNumber });
    }
  };
}

function prepareDeliveryWrites({ db }: Connection) {
  const id = sql.placeholder('id');
  const key = sql.placeholder('key');
  const now = sql`${sql.placeholder('now')}`;
  const log = db
    .update(attempts)
    .set({
      millis: sql`${sql.placeholder('millis')}`,
      status: sql`${sql.placeholder('status')}`,
      failure: sql`${sql.placeholder('failure')}`,
    })
    .where(and(eq(attempts.deliveryKey, key), eq(attempts.number, sql.placeholder('number'))))
    .prepare();
  const retry = db
    .update(deliveries)
    .set({
      running: false,
      dueAt: sql`${sql.placeholder('dueAt')}`,
      failures: sql`${deliveries.failures} + ${sql.placeholder('failures')}`,
    })
    .where(eq(deliveries.key, key))
    .prepare();
  const end = db
    .update(deliveries)
    .set({ state: sql`${sql.placeholder('state')}`, running: false, dueAt: null, settledAt: now })
    .where(eq(deliveries.key, key))
    .prepare();
  const nextInLine = db
    .select({ key: deliveries.key, dueAt: deliveries.dueAt })
    .from(deliveries)
    .where(
      sql`${deliveries.subscriptionId} = ${id} and ${deliveries.articleId} = ${sql.placeholder('articleId')}
        and ${deliveries.state} = 'pending'`,
    )
    .orderBy(asc(deliveries.order))
    .limit(1)
    .prepare();
  const makeDue = db.update(deliveries).set({ dueAt: now }).where(eq(deliveries.key, key)).prepare();
  const makeAllDue = db
    .update(deliveries)
    .set({ dueAt: now })
    .where(sql`${deliveries.subscriptionId} = ${id} and ${deliveries.dueAt} > ${now} and not ${deliveries.running}`)
    .prepare();

  return {
    makeAllDue: (subscriptionId: string, at: Instant) => void makeAllDue.run({ id: subscriptionId, now: at }),
    log: (number: number, delivery: Row, result: SettledAttempt['result']) =>
      void log.run({ key: delivery.key, number, ...result }),
    retry: (delivery: Row, dueAt: Instant | null, isFailure: boolean) =>
      void retry.run({ key: delivery.key, dueAt, failures: isFailure ? 1 : 0 }),
    /** The next of the same article takes its place. */
    end(delivery: Row, state: 'delivered' | 'dead', at: Instant): void {
      end.run({ key: delivery.key, state, now: at });
      const next = nextInLine.get({ id: delivery.subscriptionId, articleId: delivery.articleId });
      if (next && next.dueAt === null) makeDue.run({ key: next.key, now: at });
    },
  };
}

type Row = typeof deliveries.$inferSelect;

function prepareSubscriptionWrites({ db }: Connection) {
  const id = sql.placeholder('id');
  const now = sql`${sql.placeholder('now')}`;
  const success = db
    .update(subscriptions)
    .set({ failingSince: null, pausedUntil: null, pending: sql`${subscriptions.pending} - 1` })
    .where(eq(subscriptions.id, id))
    .prepare();
  const failure = db
    .update(subscriptions)
    .set({
      failingSince: sql`coalesce(${subscriptions.failingSince}, ${now})`,
      pausedUntil: sql`${sql.placeholder('pausedUntil')}`,
      disabledAt: sql`${sql.placeholder('disabledAt')}`,
      disabledReason: sql`${sql.placeholder('disabled')}`,
      pending: sql`${subscriptions.pending} - ${sql.placeholder('settled')}`,
    })
    .where(eq(subscriptions.id, id))
    .prepare();

  return (row: typeof subscriptions.$inferSelect, decision: Decision, at: Instant): void => {
    if (decision.state === 'delivered') {
      success.run({ id: row.id });
    } else if (decision.isFailure) {
      const disabled = row.disabledReason ?? decision.disabled;
      const disabledAt = disabled && (row.disabledAt ?? at);
      const settled = decision.state === 'dead' ? 1 : 0;
      failure.run({ id: row.id, now: at, pausedUntil: decision.pausedUntil, disabled, disabledAt, settled });
    }
  };
}
