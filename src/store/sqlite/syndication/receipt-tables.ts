import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CHANGE_KINDS } from '../../../domain/change.ts';
import { ACKNOWLEDGED_THROUGH } from '../../../domain/receipt.ts';
import type { Instant } from '../../../domain/time.ts';
import { articles, partners } from '../newsroom/tables.ts';

/*
 * What partners have said that they have. Changes are named by their place in the public log, which may forget those that
 * are superseded: so a receipt says itself what it was for.
 */

const partnerId = () =>
  text('partner_id')
    .notNull()
    .references(() => partners.id, { onDelete: 'restrict' });
const articleId = () =>
  text('article_id')
    .notNull()
    .references(() => articles.id, { onDelete: 'restrict' });

/** The newest change of each article that a partner has acknowledged by its number. */
export const receipts = sqliteTable(
  'receipts',
  {
    partnerId: partnerId(),
    articleId: articleId(),
    sequence: integer().notNull(),
    kind: text({ enum: CHANGE_KINDS }).notNull(),
    edition: integer().notNull(),
    at: text().$type<Instant>().notNull(),
    through: text({ enum: ACKNOWLEDGED_THROUGH }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.partnerId, table.articleId] }),
    index('receipts_article').on(table.articleId, table.sequence),
  ],
);

/** Each place in the log up to which a partner has acknowledged everything, with when it reached it. */
export const receiptMarks = sqliteTable(
  'receipt_marks',
  {
    partnerId: partnerId(),
    sequence: integer().notNull(),
    at: text().$type<Instant>().notNull(),
    through: text({ enum: ACKNOWLEDGED_THROUGH }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.sequence] })],
);

/** Withdrawals that were reported because a partner had not acknowledged them in time. */
export const withdrawalReports = sqliteTable(
  'withdrawal_reports',
  {
    partnerId: partnerId(),
    articleId: articleId(),
    sequence: integer().notNull(),
    at: text().$type<Instant>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.articleId, table.sequence] })],
);
