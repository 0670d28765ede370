import Database from 'better-sqlite3';
import { shifted } from '../../src/domain/time.ts';
import type { Store } from '../../src/store/store.ts';
import { put } from './newsroom.ts';
import { place } from './place.ts';
import { NOW } from './release.ts';

export const SAVED = 200;

/**
 * Fills a database with `SAVED * times` public articles: some saved through the store, which are then copied row by row,
 * since saving twenty thousand takes half a minute.
 */
export async function fillWithArticles(store: Store, path: string, times: number): Promise<void> {
  await store.areas.register([place('County'), place('Town', { parentKey: 'county' })], NOW);
  const releases = Array.from({ length: SAVED }, (_, at) => ({
    name: `r${at}`,
    title: `Arrest number ${(at * 77) % SAVED}`,
    area: at % 4 === 0 ? 'Town' : 'County',
    tags: [`tag-${at % 20}`, 'all'],
    text: `Police arrested ${at} people.`,
    publishedAt: shifted(NOW, -at * 60_000),
    quotes:
      at % 2 === 0
        ? [
            { by: `Ann ${at % 10}`, of: `Office ${at % 10}` },
            { by: 'Ann', of: 'Police' },
          ]
        : [],
  }));
  await put(store, ...releases);
  const database = new Database(path);
  // What does not fit is written to the log of changes, and read from it again, many times over.
  database.pragma('cache_size = -200000');
  for (const sql of copies(times)) database.exec(sql);
  database.close();
}

function copies(times: number): string[] {
  const copied = (table: string, columns: Readonly<Record<string, string>>) => `
    with recursive copy (n) as (select 1 union all select n + 1 from copy where n < ${times - 1})
    insert into ${table} (${Object.keys(columns).join(', ')})
    select ${Object.values(columns).join(', ')} from copy cross join ${table}`;
  const same = (...names: string[]) => Object.fromEntries(names.map((name) => [name, name]));
  const key = `key + n * ${SAVED}`;
  const another = (...columns: readonly string[]) =>
    Object.fromEntries(columns.map((column) => [column, `${column} || '-copy-' || n`]));
  return [
    copied('areas', { ...same('name', 'parent_id', 'listed'), ...another('id', 'key') }),
    copied('organisations', { ...same('name'), ...another('id', 'key') }),
    copied('officials', { ...same('name'), ...another('id', 'key') }),
    copied('public_areas', { ...same('name', 'parent_id'), ...another('id', 'slug', 'path') }),
    copied('public_organisations', { ...same('name'), ...another('id', 'slug') }),
    copied('public_officials', { ...same('name', 'organisation_id'), ...another('id', 'slug') }),
    copied('public_articles', {
      ...same(
        'url',
        'title',
        'title_key',
        'summary',
        'area_id',
        'language',
        'tags',
        'published_at',
        'published_at_precision',
      ),
      ...same('updated_at', 'edition', 'image'),
      key,
      ...another('id', 'slug'),
    }),
    copied('public_bodies', { ...same('html', 'markdown', 'text', 'officials'), key }),
    copied('public_listings', {
      ...same('facet', 'published_at', 'updated_at'),
      ...another('article_id'),
      key,
    }),
    copied('public_quotes', {
      ...same('published_at', 'position', 'text', 'paragraphs', 'official_id', 'organisation_id', 'name', 'rank'),
      ...same('role', 'organisation', 'as_written'),
      ...another('id', 'article_id'),
      article_key: `article_key + n * ${SAVED}`,
    }),
    "insert into public_search (public_search) values ('rebuild')",
    "insert into public_quote_search (public_quote_search) values ('rebuild')",
  ];
}
