import type Database from 'better-sqlite3';

/** Rows of a few articles, read from one database and ready to be written to another. */
export interface Batch {
  readonly articles: number;
  readonly write: () => void;
}

/**
 * Reads everything that an import left behind, in batches of `size` articles in their order, as what wrote it would have
 * to insert: rows of the tables and entries of the full-text indexes. Names come with the first batch.
 */
export function* readBatches(source: Database.Database, target: Database.Database, size: number): Generator<Batch> {
  const names = NAMES.map((table) => prepareCopy(source, target, table, '@first = 1'));
  const rows = ROWS.map(([table, condition]) => prepareCopy(source, target, table, condition));
  const index = INDEXES.map((sql) => target.prepare<[Span]>(sql));
  const last = source.prepare<[], number>('select max(key) from public_articles').pluck().get() ?? 0;
  for (let first = 1; first <= last; first += size) {
    const span: Span = { first, last: first + size - 1 };
    const inserts = [...names, ...rows].map((copy) => copy(span));
    yield {
      articles: Math.min(size, last - first + 1),
      write() {
        for (const insert of inserts) insert();
        for (const statement of index) statement.run(span);
      },
    };
  }
}

/** Keys of public articles. */
interface Span {
  readonly first: number;
  readonly last: number;
}

const NAMES = [
  'areas',
  'organisations',
  'officials',
  'public_areas',
  'public_organisations',
  'public_officials',
  'public_tags',
];

const OF_SPAN = 'between @first and @last';
const IDS = `select id from public_articles where key ${OF_SPAN}`;

const ROWS = [
  ['articles', `id in (${IDS})`],
  ['editions', `article_id in (${IDS})`],
  ['revisions', `edition_id in (select id from editions where article_id in (${IDS}))`],
  ['public_articles', `key ${OF_SPAN}`],
  ['public_bodies', `key ${OF_SPAN}`],
  ['public_listings', `key ${OF_SPAN}`],
  ['public_quotes', `article_key ${OF_SPAN}`],
  ['public_changes', `sequence ${OF_SPAN}`],
] as const;

const INDEXES = [
  `insert into public_search (rowid, title, summary, body, officials)
   select place, title, summary, body, officials from public_search_source where key ${OF_SPAN} order by place`,
  `insert into public_quote_search (rowid, text, name, organisation)
   select key, text, name, organisation from public_quotes where article_key ${OF_SPAN}`,
];

/** Reads the rows of a table at once and gives back what inserts them. */
function prepareCopy(
  source: Database.Database,
  target: Database.Database,
  table: string,
  condition: string,
): (span: Span) => () => void {
  // Without those that are made of others.
  const columns = source.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table);
  const names = columns.join(', ');
  const select = source.prepare<[Span], unknown[]>(`select ${names} from ${table} where ${condition}`).raw();
  const values = columns.map(() => '?');
  const insert = target.prepare<unknown[]>(`insert into ${table} (${names}) values (${values.join(', ')})`);
  return (span) => {
    const rows = select.all(span);
    return () => {
      for (const row of rows) insert.run(...row);
    };
  };
}
