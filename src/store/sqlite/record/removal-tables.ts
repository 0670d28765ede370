import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/*
 * What was taken away from somebody: an article from its readers, a key, a link, an embargo from their holders. Triggers of
 * the migrations write it with the change itself, so that no code can forget to; recorder.ts copies it to a file beside the
 * database, which outlives it. No title and no text stands here, and nothing of a draft.
 */

export const removals = sqliteTable('removals', {
  /** 1, 2, 3…: place of the line in the file. */
  number: integer().primaryKey(),
  /** JSON, `RemovalEvent`: byte for byte what the line says. */
  event: text().notNull(),
});

/** One row. */
export const removalState = sqliteTable('removal_state', {
  id: integer().primaryKey(),
  /** Whether this database ever had a file beside it: then one that is missing is missed. */
  recorded: integer({ mode: 'boolean' }).notNull().default(false),
  /** No entry of the log of changes has a number beyond this one that the file does not know of. */
  reserved: integer().notNull(),
  /** Numbers up to here in the partners' own logs may have been given out by a database that was lost. */
  ownFloor: integer('own_floor').notNull().default(0),
});

/**
 * Addresses, as their SHA-256, of articles that were withdrawn after the backup was taken that this database was restored from,
 * and that it does not have as withdrawn ones: their documents may lie about to be imported again.
 */
export const barredAddresses = sqliteTable('barred_addresses', { address: text().primaryKey() });
