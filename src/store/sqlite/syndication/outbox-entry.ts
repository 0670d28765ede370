import { sql } from 'drizzle-orm';
import type { SyndicationEvent } from '../../../domain/syndication-event.ts';
import type { Connection } from '../engine/connection.ts';
import { preparedOnce } from '../engine/prepared.ts';
import { prepareAreaLine } from '../register/area-line.ts';
import { outbox, subscriptions } from './syndication-tables.ts';

/** An event as whoever makes it knows it. */
export type OutboxEntry = Pick<SyndicationEvent, 'type' | 'articleId' | 'edition' | 'at' | 'own'> & {
  readonly areaId: string | null;
  /** Area of the edition before; the same, or null, when it did not move. */
  readonly formerAreaId: string | null;
  /** Keys of areas in which its own area lay and lies no more. */
  readonly leftAreaKeys?: readonly string[];
};

/**
 * Writes events into the outbox. Must be used inside the transaction that makes them. Nothing is written while nobody
 * has a subscription: a later one begins with what comes then.
 */
export const createOutboxEntry = preparedOnce(prepareEntry);

function prepareEntry(connection: Connection): { append(entry: OutboxEntry): void } {
  const { db } = connection;
  const lineOf = prepareAreaLine(connection);
  const isWanted = db
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(sql`${subscriptions.removedAt} is null`)
    .limit(1)
    .prepare();
  const insert = db
    .insert(outbox)
    .values({
      type: sql`${sql.placeholder('type')}`,
      articleId: sql`${sql.placeholder('articleId')}`,
      edition: sql`${sql.placeholder('edition')}`,
      // The entry of the public log that this transaction has just made; the public log knows of no embargo.
      change: sql`case when ${sql.placeholder('partnerId')} is null then (select max(sequence) from public_changes) end`,
      partnerId: sql`${sql.placeholder('partnerId')}`,
      ownNumber: sql`${sql.placeholder('ownNumber')}`,
      at: sql`${sql.placeholder('at')}`,
      areaKeys: sql`${sql.placeholder('areaKeys')}`,
      formerAreaKeys: sql`${sql.placeholder('formerAreaKeys')}`,
    })
    .prepare();

  return {
    append({ areaId, formerAreaId, leftAreaKeys = [], edition, own, ...entry }) {
      if (!isWanted.get()) return;
      const former = formerAreaId === areaId ? leftAreaKeys : lineOf(formerAreaId);
      insert.run({
        ...entry,
        edition: edition ?? 0,
        partnerId: own?.partnerId ?? null,
        ownNumber: own?.number ?? null,
        areaKeys: JSON.stringify(lineOf(areaId)),
        formerAreaKeys: JSON.stringify(former),
      });
    },
  };
}
