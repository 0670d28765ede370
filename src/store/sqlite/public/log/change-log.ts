import { createHash } from 'node:crypto';
import { desc, sql } from 'drizzle-orm';
import type { Change } from '../../../../domain/change.ts';
import type { SyndicationEventType } from '../../../../domain/syndication-event.ts';
import type { Connection } from '../../engine/connection.ts';
import { preparedOnce } from '../../engine/prepared.ts';
import { createOutboxEntry, type OutboxEntry } from '../../syndication/outbox-entry.ts';
import { publicChanges, publicLatest, publicMarks } from './log-tables.ts';

/** A change, and what those who syndicate are told of it. */
export type LoggedChange = Omit<Change, 'sequence'> &
  Pick<OutboxEntry, 'areaId' | 'formerAreaId' | 'leftAreaKeys'> & { readonly event: SyndicationEventType };

/** The log of what the public can see, as those write it who change that. Must be used inside a write transaction. */
export interface ChangeLog {
  /**
   * Gives out the next sequence number, and tells those who syndicate. The only way into the log: followers find an article
   * by its newest entry, and nobody who is told of changes misses one.
   */
  append(change: LoggedChange): void;
}

export const createChangeLog = preparedOnce(prepareLog);

function prepareLog(connection: Connection): ChangeLog {
  const { db } = connection;
  const told = createOutboxEntry(connection);
  const articleId = sql`${sql.placeholder('articleId')}`;
  const sequence = sql`${sql.placeholder('sequence')}`;
  const insert = db
    .insert(publicChanges)
    .values({
      articleId,
      kind: sql`${sql.placeholder('kind')}`,
      edition: sql`${sql.placeholder('edition')}`,
      at: sql`${sql.placeholder('at')}`,
    })
    .returning({ sequence: publicChanges.sequence })
    .prepare();
  const isLatest = db
    .insert(publicLatest)
    .values({ articleId, sequence, first: sequence })
    .onConflictDoUpdate({ target: publicLatest.articleId, set: { sequence } })
    .prepare();
  const lastMark = db
    .select({ mark: publicMarks.mark })
    .from(publicMarks)
    .orderBy(desc(publicMarks.sequence))
    .limit(1)
    .prepare();
  const insertMark = db
    .insert(publicMarks)
    .values({ sequence, mark: sql`${sql.placeholder('mark')}` })
    .prepare();

  return {
    append({ articleId: article, kind, edition, at, event, ...where }) {
      const number = insert.get({ articleId: article, kind, edition, at }).sequence;
      isLatest.run({ articleId: article, sequence: number });
      const before = lastMark.get()?.mark ?? '';
      insertMark.run({ sequence: number, mark: markOf([before, number, article, kind, edition, at]) });
      told.append({ type: event, articleId: article, edition, at, own: null, ...where });
    },
  };
}

/** 48 bits: nobody is to be deceived by it, only told. */
function markOf(entry: readonly (string | number)[]): string {
  return createHash('sha256').update(entry.join(' ')).digest('base64url').slice(0, 8);
}
