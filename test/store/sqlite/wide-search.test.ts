import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { ArticleQuery, QuoteQuery } from '../../../src/domain/query.ts';
import { shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import type { Store } from '../../../src/store/store.ts';
import { fillWithArticles, SAVED } from '../../support/many-articles.ts';
import { put } from '../../support/newsroom.ts';
import { NOW } from '../../support/release.ts';
import { migratedDatabase, openTemporaryStore } from '../../support/sqlite-store.ts';
import { instant } from '../../support/time.ts';

const POLICE = { search: [{ words: ['police'], prefix: false }] };
/** "Police" stands in every body, "number" in every title. */
const POLICE_NUMBER = { search: [...POLICE.search, { words: ['number'], prefix: false }] };
const COPIES = 6;
const ARTICLES = COPIES * SAVED + 2;

/** More than a thousand articles that match, in an archive that looks as if it had given out so many keys. */
async function openArchive(lastKey: number): Promise<Store> {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  await fillWithArticles(store, path, COPIES);
  const filters = { area: 'County', tags: ['all'], quotes: [{ by: 'Ann', of: 'Police' }] };
  const oldest = instant('2001-02-03T00:00:00.000Z');
  await put(
    store,
    { name: 'best', title: 'Police number one', publishedAt: shifted(NOW, -6_000_000), ...filters },
    { name: 'oldest', title: 'Police number two', publishedAt: oldest, ...filters },
  );
  const database = new Database(path);
  database.exec(`insert into public_articles
    select ${lastKey}, 'none', 'none', url, title, summary, area_id, language, tags, published_at, published_at_precision,
      updated_at, edition, image, 'zzz' from public_articles where key = 1`);
  database.close();
  return store;
}

async function ids(store: Store, query: Partial<ArticleQuery>) {
  const whole: ArticleQuery = { limit: 100, position: null, sort: '-publishedAt', count: true, ...query };
  const { rows, total, next } = await store.articles.list(whole, everyone(NOW));
  return { ids: rows.map(({ id }) => id), total, next };
}

it.each([
  ['many of a small archive', 1_300],
  ['so many that nearly every article is one', 10_500],
  ['many of a large archive', 1_000_000],
])(
  'a search that finds %s lists and counts what a list without it does, in every order and page',
  async (_, lastKey) => {
    const store = await openArchive(lastKey);
    for (const sort of ['-publishedAt', 'publishedAt', '-updatedAt', 'title'] as const) {
      for (const filters of [{}, { tag: 'all' }, { area: 'town', official: 'ann' }]) {
        const plain = await ids(store, { sort, ...filters });
        expect(await ids(store, { sort, ...filters, ...POLICE })).toEqual(plain);
        for (const page of [{ offset: 300 }, { position: plain.next }]) {
          const query = { sort, ...filters, ...page };
          expect(await ids(store, { ...query, ...POLICE })).toEqual(await ids(store, query));
        }
      }
    }
    expect((await ids(store, POLICE)).total).toBe(ARTICLES);
  },
);

describe.each([
  ['so many that nearly every article is one', 10_500],
  ['many of a large archive', 1_000_000],
])('a search that finds %s', (_what, lastKey) => {
  it('ranks the newest thousand, those first that have all words in the title, and few by their weight', async () => {
    const store = await openArchive(lastKey);
    const best = await store.articles.find('best', everyone(NOW));
    for (const filters of [{}, { tag: 'all' }, { area: 'county', tag: 'all' }]) {
      const ranked = await ids(store, { ...POLICE_NUMBER, ...filters, sort: 'relevance', limit: 10 });
      const newest = await ids(store, { ...POLICE_NUMBER, ...filters, limit: 9 });
      expect([ranked.ids, ranked.total]).toEqual([[best?.id, ...newest.ids], newest.total]);
    }
    const last = await ids(store, { ...POLICE_NUMBER, sort: 'relevance', offset: 950 });
    expect([last.ids.length, last.next]).toEqual([50, null]);
    const search = [{ words: ['police', 'number', 'one'], prefix: false }];
    expect(await ids(store, { search, sort: 'relevance' })).toMatchObject({ ids: [expect.any(String)], total: 1 });
  });
});

it('a search for a word of nearly all articles of a large archive finds the newest, behind many that do not have it too', async () => {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  await put(store, { name: 'first', publishedAt: instant('2001-02-03T00:00:00.000Z') });
  const database = new Database(path);
  database.exec(`insert into public_articles
    select 1000000, 'none', 'none', url, title, summary, area_id, language, tags, published_at, published_at_precision,
      updated_at, edition, image, 'zzz' from public_articles where key = 1`);
  database.close();
  const made = (name: string, count: number, millis: number) =>
    Array.from({ length: count }, (_, at) => ({ name: `${name}-${at}`, publishedAt: shifted(NOW, millis + at) }));
  await put(store, ...made('found', 1_100, -10_000).map((release) => ({ ...release, text: 'Police at work.' })));
  const first = await ids(store, { limit: 20 });
  const found = await ids(store, { ...POLICE, limit: 20 });
  expect(found).toEqual({ ...first, total: 1_100 });
  await put(store, ...made('other', 100, 10_000));
  expect(await ids(store, { ...POLICE, limit: 20 })).toEqual(found);
});

describe.each([
  ['many of a small archive', ''],
  [
    'many of a large archive',
    'update public_quotes set key = 1000000 where key = (select max(key) from public_quotes)',
  ],
  ['so many that nearly every quote is one', 'update public_quotes set key = key + 200000'],
])('a search of quotes that finds %s', (_what, numbered) => {
  it('lists and counts what a list without it does, in every page', async () => {
    const path = migratedDatabase();
    const store = openTemporaryStore(path);
    const spoken = (name: string, of: string, word: string) => ({
      name,
      area: 'Fenwick',
      publishedAt: shifted(NOW, -name.length),
      quotes: Array.from({ length: 40 }, (_, at) => ({ by: at % 2 === 0 ? 'Ann' : 'Bob', of, text: `${word} ${at}.` })),
    });
    const many = Array.from({ length: 28 }, (_, at) => spoken(`a${'b'.repeat(at)}`, 'Police', 'The stairs, number'));
    await put(store, ...many, spoken('other', 'Council', 'The lift, number'));
    const database = new Database(path);
    database.exec(`${numbered}; insert into public_quote_search (public_quote_search) values ('rebuild')`);
    database.close();
    const quotes = async (query: Partial<QuoteQuery>) => {
      const { rows, total, next } = await store.quotes.list(
        { limit: 100, position: null, count: true, ...query },
        everyone(NOW),
      );
      return { texts: rows.map(({ article, text }) => `${article.slug}: ${text}`), total, next };
    };
    const search = [{ words: ['stairs'], prefix: false }];
    for (const filters of [{}, { official: 'ann' }, { area: 'fenwick' }]) {
      const plain = await quotes({ organisation: 'police', ...filters });
      expect(await quotes({ search, ...filters })).toEqual(plain);
      for (const page of [{ offset: 300 }, { position: plain.next }]) {
        expect(await quotes({ search, ...filters, ...page })).toEqual(
          await quotes({ organisation: 'police', ...filters, ...page }),
        );
      }
    }
    expect((await quotes({ search })).total).toBe(1_120);
  });
});
