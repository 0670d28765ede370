import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CHANGE_KINDS } from '../../../../domain/change.ts';
import type { Instant } from '../../../../domain/time.ts';

/* The log of what the public can see, and what is remembered of it. */

/** The ordered log of what the public can see. */
export const publicChanges = sqliteTable(
  'public_changes',
  {
    sequence: integer().primaryKey({ autoIncrement: true }),
    articleId: text('article_id').notNull(),
    kind: text({ enum: CHANGE_KINDS }).notNull(),
    edition: integer().notNull(),
    at: text().$type<Instant>().notNull(),
  },
  (table) => [
    index('public_changes_removals').on(table.sequence).where(sql`${table.kind} <> 'upsert'`),
    // Which entry of an article a partner has that stands between its first and its newest one.
    index('public_changes_article').on(table.articleId, table.sequence),
  ],
);

/**
 * The newest entry of every article that ever was public. A follower is told this one alone, so that the entries before
 * it may be compacted away.
 */
export const publicLatest = sqliteTable(
  'public_latest',
  {
    articleId: text('article_id').primaryKey(),
    sequence: integer()
      .notNull()
      .unique()
      .references(() => publicChanges.sequence, { onDelete: 'restrict' }),
    /** The first entry of the article: before it nobody can have heard of it. */
    first: integer().notNull(),
  },
  // What was public before its newest entry: corrected, taken down, put back.
  (table) => [index('public_latest_revised').on(table.sequence).where(sql`${table.sequence} <> ${table.first}`)],
);

/**
 * The entries that a newer one of their article has superseded, by their age: what can be compacted away, and nothing else. A trigger writes
 * them down. No foreign key: by its sequence alone none is found here.
 */
export const publicSuperseded = sqliteTable(
  'public_superseded',
  { at: text().$type<Instant>().notNull(), sequence: integer().notNull() },
  (table) => [primaryKey({ columns: [table.at, table.sequence] })],
);

/**
 * What tells this log from another one that began alike (a backup that was restored and went on): each mark is a digest
 * of the entry and of the mark before it. Marks stay when their entries are compacted away, so that a cursor of any age
 * is recognised.
 */
export const publicMarks = sqliteTable('public_marks', {
  sequence: integer().primaryKey(),
  mark: text().notNull(),
});
