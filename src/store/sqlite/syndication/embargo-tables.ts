import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { OPENED_THROUGH } from '../../../domain/embargo.ts';
import { ACKNOWLEDGED_THROUGH } from '../../../domain/receipt.ts';
import type { Instant } from '../../../domain/time.ts';
import { articles, editions, partners } from '../newsroom/tables.ts';

/*
 * What some partners may see before everybody does. Nothing here is public, and nothing here counts anything that is:
 * partners have a log of their own, with a sequence of its own.
 */

/** What those must keep to who may read an edition before its instant. */
export const embargoes = sqliteTable('embargoes', {
  editionId: text('edition_id')
    .primaryKey()
    .references(() => editions.id, { onDelete: 'restrict' }),
  conditions: text(),
});

/** Who may, or might once. */
export const embargoGrants = sqliteTable(
  'embargo_grants',
  {
    editionId: text('edition_id')
      .notNull()
      .references(() => editions.id, { onDelete: 'restrict' }),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id, { onDelete: 'restrict' }),
    grantedAt: text('granted_at').$type<Instant>().notNull(),
    endedAt: text('ended_at').$type<Instant>(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.partnerId] }),
    index('embargo_grants_partner').on(table.partnerId, table.editionId).where(sql`ended_at is null`),
  ],
);

/** That something under an embargo came, changed or went for a partner: each article once, at its newest entry. */
export const partnerChanges = sqliteTable(
  'partner_changes',
  {
    /** Counts what partners may not know of each other: it never leaves the engine. */
    sequence: integer().primaryKey({ autoIncrement: true }),
    /** 1, 2, 3… for each partner. */
    number: integer().notNull().default(0),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id, { onDelete: 'restrict' }),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'restrict' }),
    at: text().$type<Instant>().notNull(),
    /** When the partner said that it has carried this out. */
    acknowledgedAt: text('acknowledged_at').$type<Instant>(),
    acknowledgedThrough: text('acknowledged_through', { enum: ACKNOWLEDGED_THROUGH }),
    /** When it was reported that it did not say so in time. */
    reportedAt: text('reported_at').$type<Instant>(),
  },
  (table) => [
    uniqueIndex('partner_changes_article').on(table.partnerId, table.articleId),
    index('partner_changes_number').on(table.partnerId, table.number),
    index('partner_changes_open').on(table.partnerId, table.number).where(sql`acknowledged_at is null`),
  ],
);

/** Who was shown what: rows are never changed or removed. */
export const openings = sqliteTable(
  'openings',
  {
    key: integer().primaryKey({ autoIncrement: true }),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'restrict' }),
    editionId: text('edition_id').notNull(),
    revision: integer().notNull(),
    partnerId: text('partner_id')
      .notNull()
      .references(() => partners.id, { onDelete: 'restrict' }),
    keyId: text('key_id').notNull(),
    keyName: text('key_name').notNull(),
    through: text({ enum: OPENED_THROUGH }).notNull(),
    at: text().$type<Instant>().notNull(),
  },
  (table) => [
    index('openings_article').on(table.articleId, table.key),
    index('openings_once').on(table.editionId, table.revision, table.keyId, table.through),
  ],
);
