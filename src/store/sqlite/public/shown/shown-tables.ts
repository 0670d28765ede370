import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AreaRef } from '../../../../domain/area.ts';
import type { OfficialRef } from '../../../../domain/official.ts';

/*
 * Articles as they are shown: nothing that cannot be made again of the tables above. The migrations' triggers put every
 * article into `unshown` when anything changes that it shows; what stands there is not shown as it was kept.
 */

export const shownListings = sqliteTable('shown_listings', {
  key: integer().primaryKey(),
  maker: text().notNull(),
  text: blob({ mode: 'buffer' }).notNull(),
  /** Null in what an earlier program has kept. */
  digest: text(),
});

export const shownArticles = sqliteTable('shown_articles', {
  key: integer().primaryKey(),
  maker: text().notNull(),
  area: text({ mode: 'json' }).$type<AreaRef>(),
  officials: text({ mode: 'json' }).$type<readonly OfficialRef[]>().notNull(),
  text: blob({ mode: 'buffer' }).notNull(),
  digest: text(),
});

/** Articles that are to be made anew. */
export const unshown = sqliteTable('unshown', { key: integer().primaryKey() });

/** How far each maker has come in making every article anew, which a new one does once. */
export const shownMakers = sqliteTable('shown_makers', {
  maker: text().primaryKey(),
  /** The last article that it has looked at. */
  upTo: integer('up_to').notNull(),
});
