import type Database from 'better-sqlite3';

/** Where the numbers of a set begin in its hexadecimal form; more than any set in a test has. */
const PLACES = Array.from({ length: 400 }, (_, at) => at * 8 + 1);

/** A row for each number of the sets of a table. */
function numbersOf(table: string, columns: string): string {
  const digit = (at: number) => `(instr('0123456789ABCDEF', substr(hex(sets.numbers), place.value + ${at}, 1)) - 1)`;
  const number = Array.from({ length: 8 }, (_, at) => `${digit(at)} * ${16 ** (7 - at)}`).join(' + ');
  return `select ${columns}, ${number} from ${table} sets cross join json_each('${JSON.stringify(PLACES)}') place
    on place.value < length(hex(sets.numbers))`;
}

const MISCOUNTED = `
  select * from (select facet, count(*) as articles from public_listings group by facet) except select facet, articles from public_facets
  union all
  select facet, articles from public_facets except select facet, count(*) from public_listings group by facet`;

const LISTED = 'from public_listings listed cross join public_facets named on named.facet = listed.facet';
const YEAR = 'cast(substr(published_at, 1, 4) as integer)';
/** What is kept of long lists, with what is only noted yet, against the listings. */
const MISCOUNTED_BESIDE = `
  with named_numbers (key, numbers, times) as (
    select key, counted, -1 from public_facet_notes
    union all select key, numbers, 1 from public_facet_sets where key in (select key from public_facet_notes)
  ), kept (number) as (select number from public_facets where breakdown = 'kept'),
  noted (key, times, number) as (${numbersOf('named_numbers', 'sets.key, times')}),
  paired (facet, beside, articles) as (
    select named.number, other.number, 1 ${LISTED} and named.breakdown = 'kept'
      cross join public_listings beside on beside.key = listed.key
      cross join public_facets other on other.facet = beside.facet
    union all select named.number, ${YEAR}, 1 ${LISTED} and named.breakdown = 'kept'
    union all select facet, beside, -articles from public_facet_counts where facet in kept
    union all select mine.number, other.number, -mine.times from noted mine join noted other using (key, times)
      where mine.number in kept
  )
  select facet, beside, sum(articles) as missing from paired group by facet, beside having missing <> 0`;
const UNKEPT = `select facet, articles from public_facets where facet <> 'quoted' and breakdown = 'none'
  and articles >= (select kept_from from public_state)`;
const MISNUMBERED = `
  with counted (key, number) as (
    select listed.key, named.number ${LISTED} union all select distinct key, ${YEAR} from public_listings
  ), kept (key, number) as (${numbersOf('public_facet_sets', 'sets.key')})
  select *, 'missing' from (select * from counted except select * from kept)
  union all
  select *, 'left' from (select * from kept except select * from counted)`;

/**
 * Asks SQLite whether the database is sound: its pages, its foreign keys, its full-text indexes against the rows that
 * they mirror, which only a rank other than 0 compares, and all that is kept of the listings.
 * @throws Error or SqliteError with what is wrong
 */
export function checkDatabase(database: Database.Database): void {
  for (const index of ['public_search', 'public_quote_search']) {
    database.exec(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`);
  }
  const miscounted = [MISCOUNTED, MISCOUNTED_BESIDE, MISNUMBERED, UNKEPT].flatMap((text) =>
    database.prepare(text).all(),
  );
  const complaints = [database.pragma('integrity_check'), database.pragma('foreign_key_check'), miscounted];
  const found = JSON.stringify(complaints);
  if (found !== '[[{"integrity_check":"ok"}],[],[]]') throw new Error(found);
}
