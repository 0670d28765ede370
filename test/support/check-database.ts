import type Database from 'better-sqlite3';

const MISCOUNTED = `
  select * from (select facet, count(*) as articles from public_listings group by facet) except select * from public_facets
  union all
  select * from public_facets except select facet, count(*) from public_listings group by facet`;

/**
 * Asks SQLite whether the database is sound: its pages, its foreign keys, its full-text indexes against the rows that
 * they mirror, which only a rank other than 0 compares, and the counts that are kept of the listings.
 * @throws Error or SqliteError with what is wrong
 */
export function checkDatabase(database: Database.Database): void {
  for (const index of ['public_search', 'public_quote_search']) {
    database.exec(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`);
  }
  const miscounted = database.prepare(MISCOUNTED).all();
  const complaints = [database.pragma('integrity_check'), database.pragma('foreign_key_check'), miscounted];
  const found = JSON.stringify(complaints);
  if (found !== '[[{"integrity_check":"ok"}],[],[]]') throw new Error(found);
}
