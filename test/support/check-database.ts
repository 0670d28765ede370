import type Database from 'better-sqlite3';

/**
 * Asks SQLite whether the database is sound: its pages, its foreign keys, and its full-text indexes against the rows
 * that they mirror, which only a rank other than 0 compares.
 * @throws Error or SqliteError with what is wrong
 */
export function checkDatabase(database: Database.Database): void {
  for (const index of ['public_search', 'public_quote_search']) {
    database.exec(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`);
  }
  const complaints = [database.pragma('integrity_check'), database.pragma('foreign_key_check')];
  const found = JSON.stringify(complaints);
  if (found !== '[[{"integrity_check":"ok"}],[]]') throw new Error(found);
}
