import { sql } from 'drizzle-orm';
import type { Connection } from '../engine/connection.ts';
import { deliveries, subscriptions } from './syndication-tables.ts';

/** Whether the partner of a subscription is told anything at all: by a query's `from` on the subscriptions. */
export const IS_TOLD = sql`exists (select 1 from partners where partners.id = subscriptions.partner_id
  and partners.suspended_at is null and partners.ended_at is null)`;

/** Brings up to date when a subscription is next due. Must be used after every change of its deliveries or of itself. */
export function prepareDue({ db }: Connection): (subscriptionId: string) => void {
  const id = sql.placeholder('id');
  const update = db
    .update(subscriptions)
    .set({
      dueAt: sql`case when disabled_at is not null or removed_at is not null then null else (
        select max(min(${deliveries.dueAt}), coalesce(subscriptions.paused_until, ''))
        from ${deliveries} where ${deliveries.subscriptionId} = subscriptions.id and ${deliveries.dueAt} is not null) end`,
    })
    .where(sql`${subscriptions.id} = ${id}`)
    .prepare();
  return (subscriptionId) => void update.run({ id: subscriptionId });
}
