import Database from 'better-sqlite3';

/** Characters of a body that copies keep in each of its forms. */
const COPIED_CHARACTERS = 600;
const MINUTES_BETWEEN_COPIES = 7;

/**
 * Grows a database of imported articles to `times` as many public ones, some minutes for a million: each is copied row
 * by row under a name of its own, a little earlier than the one before. A copy has all that an import leaves for
 * readers, but for a shorter body and the first of its quotes alone; the newsroom knows nothing of it. Indexes are made
 * when all rows are there.
 */
export function growTo(path: string, times: number): void {
  const client = new Database(path);
  client.pragma('journal_mode = OFF');
  client.pragma('synchronous = OFF');
  client.pragma('cache_size = -200000');
  const count = client.prepare<[], number>('select count(*) from public_articles').pluck().get() ?? 0;
  client.exec(`create temp table copies (n integer primary key);
    with recursive number (n) as (select 1 union all select n + 1 from number where n < ${times - 1})
    insert into copies select n from number where ${times} > 1`);
  const indexes = client
    .prepare<[], { name: string; sql: string }>(
      `select name, sql from sqlite_schema
       where type = 'index' and sql is not null and tbl_name in ('public_listings', 'public_quotes', 'public_articles')
         and sql not like 'CREATE UNIQUE%'`,
    )
    .all();
  for (const { name } of indexes) client.exec(`drop index "${name}"`);
  const counting = withoutTrigger(client, 'public_listings_count_up');
  for (const { table, columns, order } of copied(count)) {
    client.exec(`insert into ${table} (${Object.keys(columns).join(', ')})
      select ${Object.values(columns).join(', ')} from copies cross join ${table} ${order}`);
  }
  for (const { sql } of indexes) client.exec(sql);
  for (const sql of [...counts(times), counting]) client.exec(sql);
  for (const index of ['public_search', 'public_quote_search']) {
    client.exec(`insert into ${index} (${index}) values ('rebuild')`);
  }
  client.exec('drop table copies; analyze');
  client.pragma('journal_mode = WAL');
  client.close();
}

/** Drops a trigger, and says how to make it again. */
function withoutTrigger(client: Database.Database, name: string): string {
  const sql = client
    .prepare<[string], string>("select sql from sqlite_schema where type = 'trigger' and name = ?")
    .pluck()
    .get(name);
  if (sql === undefined) throw new Error(`there is no trigger ${name}`);
  client.exec(`drop trigger "${name}"`);
  return sql;
}

/** What the trigger would have counted, one copy after the other. */
function counts(times: number): string[] {
  return [
    `update public_facets set articles = articles * ${times}`,
    `update public_facets set breakdown = 'wanted'
     where facet <> 'quoted' and breakdown = 'none' and articles >= (select kept_from from public_state)`,
  ];
}

interface Copied {
  readonly table: string;
  /** What each column of a copy holds. */
  readonly columns: Readonly<Record<string, string>>;
  readonly order: string;
}

/** @param count articles that are copied: the keys of copies begin behind theirs */
function copied(count: number): readonly Copied[] {
  const same = (names: string) => Object.fromEntries(names.split(' ').map((name) => [name, name]));
  const named = (name: string) => ({ [name]: `${name} || '-' || n` });
  /** An id stays one by its form. */
  const ofId = (name: string) => ({ [name]: `substr(${name}, 1, 24) || printf('%012x', n * ${count} + key)` });
  const key = { key: `key + n * ${count}` };
  const time = {
    published_at: `strftime('%Y-%m-%dT%H:%M:%fZ', published_at, '-' || (n * ${MINUTES_BETWEEN_COPIES}) || ' minutes')`,
  };
  const cut = (name: string) => ({ [name]: `substr(${name}, 1, ${COPIED_CHARACTERS})` });
  return [
    {
      table: 'public_articles',
      columns: {
        ...same('title title_key summary area_id language tags published_at_precision updated_at edition image'),
        ...{ ...key, ...time, ...ofId('id'), ...named('slug'), ...named('url') },
      },
      order: 'order by n, key',
    },
    {
      table: 'public_bodies',
      columns: { ...key, ...cut('html'), ...cut('markdown'), ...cut('text'), ...same('officials') },
      order: 'order by n, key',
    },
    {
      table: 'public_listings',
      columns: {
        ...same('facet updated_at'),
        ...{ ...key, ...time },
        article_id: `substr(article_id, 1, 24) || printf('%012x', n * ${count} + key)`,
      },
      // In the order of its clustered key: facet, time, id.
      order: 'order by facet, 4, 5',
    },
    { table: 'public_facet_sets', columns: { ...key, numbers: 'numbers' }, order: 'order by n, key' },
    {
      table: 'public_quotes',
      columns: {
        ...same('position text paragraphs official_id organisation_id name rank role organisation as_written'),
        ...time,
        id: `substr(id, 1, 24) || printf('%012x', n * ${count} + article_key)`,
        article_id: `substr(article_id, 1, 24) || printf('%012x', n * ${count} + article_key)`,
        article_key: `article_key + n * ${count}`,
      },
      order: 'where position = 1 order by n, key',
    },
  ];
}
