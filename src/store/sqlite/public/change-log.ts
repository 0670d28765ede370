import { createHash } from 'node:crypto';
import { desc, sql } from 'drizzle-orm';
import type { Change } from '../../../domain/change.ts';
import type { Connection } from '../engine/connection.ts';
import { publicChanges, publicLatest, publicMarks } from './public-tables.ts';

/** The log of what the public can see, as those write it who change that. Must be used inside a write transaction. */
export interface ChangeLog {
  /** Gives out the next sequence number. The only way into the log: followers find an article by its newest entry. */
  append(change: Omit<Change, 'sequence'>): void;
}

export function createChangeLog({ db }: Connection): ChangeLog {
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
    append({ articleId: article, kind, edition, at }) {
      const number = insert.get({ articleId: article, kind, edition, at }).sequence;
      isLatest.run({ articleId: article, sequence: number });
      const before = lastMark.get()?.mark ?? '';
      insertMark.run({ sequence: number, mark: markOf([before, number, article, kind, edition, at]) });
    },
  };
}

/** 48 bits: nobody is to be deceived by it, only told. */
function markOf(entry: readonly (string | number)[]): string {
  return createHash('sha256').update(entry.join(' ')).digest('base64url').slice(0, 8);
}
