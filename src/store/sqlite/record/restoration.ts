import { randomBytes } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Instant } from '../../../domain/time.ts';
import type { Connection } from '../engine/connection.ts';
import { createAuditTrail } from '../newsroom/audit.ts';
import { editions } from '../newsroom/tables.ts';
import { publicMarks } from '../public/log/log-tables.ts';
import { createNameLog } from '../public/log/name-log.ts';
import { publicState } from '../public/public-tables.ts';
import { partnerChanges } from '../syndication/embargo-tables.ts';
import { subscriptions } from '../syndication/syndication-tables.ts';
import { endAgain } from './endings.ts';
import { type RemovalEvent, reservedIn } from './removal-event.ts';
import { barredAddresses, removalState } from './removal-tables.ts';
import { systemNote, type TakenBack, type TakingBack, takeBack } from './taking-back.ts';

/** What became of a database that is older than the record of removals beside it. */
export interface Restoration extends TakenBack {
  /** Lines of the record that it did not know. */
  readonly lines: number;
  /** Keys, links to drafts, partners and embargoes that were ended again. */
  readonly ended: number;
}

/** Numbers that no lost database can have reached, where it did not reserve them: of webhooks, and of partners' own logs. */
const FAR = 1_000_000;

/**
 * Brings an older database to where the record says that the one was which it takes the place of: what was taken away
 * stays away, and no number that others may have heard is given out again. Must run inside a write transaction, before
 * anything is read for anybody.
 */
export function restoreRemovals(
  connection: Connection,
  events: readonly RemovalEvent[],
  { now, change }: Omit<TakingBack, 'bar' | 'keepDown'>,
): Restoration {
  const trail = createAuditTrail(connection);
  leapNumbers(connection, reservedIn(events), now);
  const ended = endAgain(connection, events, (action, subject) => void trail.append(systemNote(now, action, subject)));
  const bar = (address: string): void =>
    void connection.db.insert(barredAddresses).values({ address }).onConflictDoNothing().run();
  const keepDown = (article: string): void =>
    void connection.db
      .update(editions)
      .set({ isReplaced: true })
      .where(and(eq(editions.articleId, article), eq(editions.state, 'withdrawn')))
      .run();
  const articles = takeBack(events, { now, change, bar, keepDown });
  const done = { lines: events.length, ...articles, ended };
  const { withdrawn, unscheduled, unknown } = articles;
  const counts = { withdrawn: withdrawn.length, unscheduled: unscheduled.length, unknown: unknown.length };
  trail.append(systemNote(now, 'database.restored', null, { lines: events.length, ...counts, ended }));
  return done;
}

/**
 * Cursors, webhooks and clients that ask by date remember numbers and instants of the lost database. A mark that is like no
 * other tells the two logs apart even where a number should come twice.
 */
function leapNumbers(connection: Connection, reserved: number, now: Instant): void {
  const { client, db } = connection;
  const before = db.select({ reserved: removalState.reserved }).from(removalState).get()?.reserved ?? 0;
  const upTo = Math.max(before, reserved);
  const newest = client.prepare<[], number>("select seq from sqlite_sequence where name = 'public_changes'").pluck();
  if (newest.get() === undefined) client.exec("insert into sqlite_sequence (name, seq) values ('public_changes', 0)");
  client.prepare("update sqlite_sequence set seq = max(seq, +?) where name = 'public_changes'").run(upTo);
  db.insert(publicMarks)
    .values({ sequence: upTo, mark: randomBytes(6).toString('base64url') })
    .onConflictDoUpdate({ target: publicMarks.sequence, set: { mark: randomBytes(6).toString('base64url') } })
    .run();
  const ownEnd = db
    .select({ number: sql<number>`coalesce(max(${partnerChanges.number}), 0)` })
    .from(partnerChanges)
    .get();
  db.update(removalState)
    .set({ ownFloor: (ownEnd?.number ?? 0) + FAR })
    .run();
  db.update(subscriptions)
    .set({ nextOrder: sql`${subscriptions.nextOrder} + ${FAR}` })
    .run();
  createNameLog(connection).note(now);
  db.update(publicState)
    .set({ version: sql`${publicState.version} + 1` })
    .run();
}
