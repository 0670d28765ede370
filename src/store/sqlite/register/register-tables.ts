import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { AREA_KINDS } from '../../../domain/area.ts';
import type { RecordedPost } from '../../../domain/official.ts';
import { NAME_KINDS } from '../../../domain/register.ts';
import type { Instant } from '../../../domain/time.ts';

/* The names that the house knows, public or not: areas, organisations, officials, and what else they and tags are called. */

export const areas = sqliteTable(
  'areas',
  {
    id: text().primaryKey(),
    key: text().notNull().unique(),
    name: text().notNull(),
    nameCy: text('name_cy'),
    kind: text({ enum: AREA_KINDS }),
    gss: text(),
    parentId: text('parent_id').references((): AnySQLiteColumn => areas.id, { onDelete: 'restrict' }),
    listed: integer({ mode: 'boolean' }).notNull(),
    named: integer({ mode: 'boolean' }).notNull().default(false),
    version: integer().notNull().default(1),
  },
  (table) => [index('areas_parent').on(table.parentId), index('areas_gss').on(table.gss).where(sql`gss is not null`)],
);

export const organisations = sqliteTable(
  'organisations',
  {
    id: text().primaryKey(),
    key: text().notNull().unique(),
    name: text().notNull(),
    /** Whether somebody decided the name; otherwise the public has it as its articles write it. */
    named: integer({ mode: 'boolean' }).notNull().default(false),
    version: integer().notNull().default(1),
    /** The one that it turned out to be; never one that was merged itself. */
    mergedInto: text('merged_into').references((): AnySQLiteColumn => organisations.id, { onDelete: 'restrict' }),
  },
  (table) => [index('organisations_merged').on(table.mergedInto).where(sql`merged_into is not null`)],
);

export const officials = sqliteTable(
  'officials',
  {
    id: text().primaryKey(),
    key: text().notNull().unique(),
    name: text().notNull(),
    named: integer({ mode: 'boolean' }).notNull().default(false),
    version: integer().notNull().default(1),
    mergedInto: text('merged_into').references((): AnySQLiteColumn => officials.id, { onDelete: 'restrict' }),
    /** What they were and when, as somebody wrote it down. */
    posts: text({ mode: 'json' }).$type<readonly RecordedPost[]>().notNull().default([]),
  },
  (table) => [index('officials_merged').on(table.mergedInto).where(sql`merged_into is not null`)],
);

/** Further names by which an area, an organisation or an official is recognised, by their keys. */
export const otherNames = sqliteTable(
  'other_names',
  {
    kind: text({ enum: NAME_KINDS }).notNull(),
    key: text().notNull(),
    ownerId: text('owner_id').notNull(),
    name: text().notNull(),
    /** Whether the public may know it, once it knows its owner. */
    isPublic: integer('is_public', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.key] }), index('other_names_owner').on(table.ownerId)],
);

/** Officials who were said to be two people, by the id of the pair. */
export const rejectedPairs = sqliteTable('rejected_pairs', {
  id: text().primaryKey(),
  at: text().$type<Instant>().notNull(),
  by: text().notNull(),
});

/** Words that stand for a tag: it was renamed, or merged into that one. */
export const tagWords = sqliteTable('tag_words', { word: text().primaryKey(), tag: text().notNull() }, (table) => [
  index('tag_words_tag').on(table.tag),
]);
