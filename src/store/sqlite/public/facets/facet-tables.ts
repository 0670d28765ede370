import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/*
 * What is known of the facets that articles are listed under, made of `public_listings` by the triggers of the migrations,
 * so that a list is broken down without reading all that its articles are listed under.
 */

/** How many articles are listed under each facet; triggers count with every entry of the listings. */
export const publicFacets = sqliteTable(
  'public_facets',
  {
    facet: text().primaryKey(),
    articles: integer().notNull(),
    /** Stands for it in the tables below; never leaves the engine. */
    number: integer().notNull().default(0),
    /** Whether its articles are counted in `public_facet_counts`: wanted from `public_state.kept_from` of them on. */
    breakdown: text({ enum: ['none', 'wanted', 'kept'] })
      .notNull()
      .default('none'),
  },
  (table) => [
    uniqueIndex('public_facets_number').on(table.number),
    index('public_facets_breakdown').on(table.breakdown, table.number).where(sql`${table.breakdown} <> 'none'`),
  ],
);

/** Under which facets an article is listed, in four bytes each, the year of its publication before them. */
export const publicFacetSets = sqliteTable('public_facet_sets', {
  key: integer().primaryKey(),
  numbers: blob({ mode: 'buffer' }).notNull(),
});

/** Of the articles under one facet, how many are listed under each other one, and are of each year. */
export const publicFacetCounts = sqliteTable(
  'public_facet_counts',
  {
    facet: integer().notNull(),
    beside: integer().notNull(),
    articles: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.facet, table.beside] })],
);

/** Articles of which these counts know an older set, or none yet. */
export const publicFacetNotes = sqliteTable('public_facet_notes', {
  key: integer().primaryKey(),
  /** The set that is counted. */
  counted: blob({ mode: 'buffer' }).notNull(),
});
