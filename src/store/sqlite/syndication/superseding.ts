import { asc, desc, eq, sql } from 'drizzle-orm';
import { MAX_SUPERSEDED_TOLD } from '../../../domain/delivery.ts';
import { REMOVALS } from '../../../domain/syndication-event.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Connection } from '../engine/connection.ts';
import { deliveries, subscriptions } from './syndication-tables.ts';

type Row = typeof deliveries.$inferSelect;

/** What is to be told to one subscription of one article. */
type Line = Pick<Row, 'subscriptionId' | 'articleId'>;

/** By a query's `from` on the deliveries. */
export const IS_REMOVAL = sql`${deliveries.type} in (${sql.raw([...REMOVALS].map((type) => `'${type}'`).join(', '))})`;

/**
 * Lets the newest removal that waits in a line take the place of what waits before it, and go at once, when anything of that
 * was tried and not taken. What is on its way at this instant holds it back, and is superseded when it fails. The removal
 * names them. Must be used inside a write transaction, when a removal has come to wait and when what it waits for was not
 * taken. Returns how many it superseded.
 */
export function prepareSuperseding({ db }: Connection): (line: Line, now: Instant) => number {
  const now = sql`${sql.placeholder('now')}`;
  const key = sql.placeholder('key');
  const line = sql`${deliveries.subscriptionId} = ${sql.placeholder('subscriptionId')}
    and ${deliveries.articleId} = ${sql.placeholder('articleId')} and ${deliveries.state} = 'pending'`;
  const waiting = db
    .select()
    .from(deliveries)
    .where(sql`${line} and ${deliveries.dueAt} is null and ${IS_REMOVAL}`)
    .orderBy(desc(deliveries.order))
    .limit(1)
    .prepare();
  const before = db
    .select()
    .from(deliveries)
    .where(sql`${line} and ${deliveries.order} < ${sql.placeholder('order')}`)
    .orderBy(asc(deliveries.order))
    .prepare();
  const settle = db
    .update(deliveries)
    .set({
      state: 'superseded',
      supersededBy: sql`${sql.placeholder('by')}`,
      dueAt: null,
      running: false,
      settledAt: now,
    })
    .where(eq(deliveries.key, key))
    .prepare();
  const release = db.update(deliveries).set({ dueAt: now }).where(eq(deliveries.key, key)).prepare();
  const name = db
    .update(deliveries)
    .set({ supersedes: sql`${sql.placeholder('supersedes')}` })
    .where(eq(deliveries.key, key))
    .prepare();
  const free = db
    .update(subscriptions)
    .set({ pending: sql`${subscriptions.pending} - ${sql.placeholder('count')}` })
    .where(eq(subscriptions.id, sql.placeholder('subscriptionId')))
    .prepare();

  return ({ subscriptionId, articleId }, at) => {
    const removal = waiting.get({ subscriptionId, articleId });
    if (!removal) return 0;
    const rows = before.all({ subscriptionId, articleId, order: removal.order });
    const superseded = rows.filter((row) => !isOnItsWay(row, at));
    if (!superseded.some(({ failures, running }) => failures > 0 || running)) return 0;
    for (const row of superseded) settle.run({ key: row.key, by: removal.order, now: at });
    if (superseded.length === rows.length) release.run({ key: removal.key, now: at });
    free.run({ subscriptionId, count: superseded.length });
    // What was sent once is sent again in the same words.
    if (removal.attempts === 0)
      name.run({ key: removal.key, supersedes: JSON.stringify(namesOf(removal, superseded)) });
    return superseded.length;
  };
}

/** Of a removal that is superseded itself, what it would have named too. */
function namesOf(removal: Row, superseded: readonly Row[]): Row['supersedes'] {
  const named = superseded.flatMap(({ supersedes, order, change }) => [...supersedes, { order, change }]);
  const byOrder = new Map([...removal.supersedes, ...named].map((each) => [each.order, each]));
  return [...byOrder.values()].sort((one, other) => one.order - other.order).slice(-MAX_SUPERSEDED_TOLD);
}

function isOnItsWay({ running, dueAt }: Row, now: Instant): boolean {
  return running && dueAt !== null && dueAt > now;
}
