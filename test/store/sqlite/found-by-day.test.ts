import { expect, it } from 'vitest';
import type { ArticleQuery, Position } from '../../../src/domain/query.ts';
import { shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import type { Store } from '../../../src/store/store.ts';
import { fillWithArticles } from '../../support/many-articles.ts';
import { put } from '../../support/newsroom.ts';
import { NOW } from '../../support/release.ts';
import { migratedDatabase, openTemporaryStore } from '../../support/sqlite-store.ts';
import { instant } from '../../support/time.ts';

const FLOOD = { search: [{ words: ['flood'], prefix: false }] };
const SORTS = ['-publishedAt', 'publishedAt'] as const;

/** Days and times in no order, many at the very same time, and some from before computers counted. */
const TIMES = Array.from({ length: 240 }, (_, at) =>
  shifted(
    at % 40 === 0 ? instant('1969-12-28T00:00:00.000Z') : instant('2020-12-24T00:00:00.000Z'),
    ((at * 7) % 9) * 86_400_000 + (at % 3 === 0 ? 0 : ((at * 11) % 24) * 3_600_000),
  ),
);

/** What is found by its word has a tag by which the same is listed. */
async function openArchive(): Promise<Store> {
  const store = openTemporaryStore();
  const releases = TIMES.map((publishedAt, at) => {
    const isFound = (at * 37) % 5 < 3;
    return {
      name: `r${at}`,
      publishedAt,
      text: isFound ? 'A flood came.' : 'Nothing came.',
      tags: [...(isFound ? ['found'] : []), ...(at % 2 === 0 ? ['even'] : [])],
    };
  });
  await put(store, ...releases);
  return store;
}

async function slugs(store: Store, query: Partial<ArticleQuery>) {
  const whole: ArticleQuery = { limit: 7, position: null, sort: '-publishedAt', ...query };
  const { rows, next, prev } = await store.articles.list(whole, everyone(NOW));
  return { slugs: rows.map(({ slug }) => slug), next, prev };
}

/** The pages of a list to its end, and back again. */
async function pages(store: Store, query: Partial<ArticleQuery>) {
  const read = [];
  let last: Position | null = null;
  for (const way of ['next', 'prev'] as const) {
    for (let position: Position | null = last; position || read.length === 0; ) {
      const page = await slugs(store, { ...query, position });
      read.push(page);
      position = page[way];
      last = page.prev;
    }
  }
  return read;
}

it('a search by date finds what a list by date lists, on every page, from both ends', async () => {
  const store = await openArchive();
  const [from, before] = [instant('1969-12-25T06:00:00.000Z'), instant('2020-12-28T03:00:00.000Z')];
  for (const sort of SORTS) {
    for (const filters of [{}, { from }, { before }, { from, before }]) {
      const found = await pages(store, { sort, ...filters, ...FLOOD });
      expect(found.length).toBeGreaterThan(10);
      expect(found).toEqual(await pages(store, { sort, ...filters, tag: 'found' }));
    }
    const offset = await slugs(store, { sort, offset: 21, ...FLOOD });
    expect(offset).toEqual(await slugs(store, { sort, offset: 21, tag: 'found' }));
  }
});

it('a search that filters narrow finds what all of them list', async () => {
  const store = await openArchive();
  for (const sort of SORTS) {
    const listed = await slugs(store, { sort, limit: 100, tag: 'found' });
    const even = new Set((await slugs(store, { sort, limit: 100, tag: 'even', offset: 0 })).slugs);
    const more = await slugs(store, { sort, limit: 100, tag: 'even', offset: 100 });
    for (const slug of more.slugs) even.add(slug);
    const found = await slugs(store, { sort, limit: 100, tag: 'even', ...FLOOD });
    expect(found.slugs.slice(0, 40)).toEqual(listed.slugs.filter((slug) => even.has(slug)).slice(0, 40));
  }
});

it('a search finds what filters let through behind ten thousand matches that they do not, and in a day of more', async () => {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  await fillWithArticles(store, path, 60);
  const publishedAt = instant('2001-02-03T00:00:00.000Z');
  await put(
    store,
    ...Array.from({ length: 40 }, (_, at) => ({
      name: `rare${at}`,
      tags: ['rare'],
      text: 'Police.',
      publishedAt,
    })),
  );
  const search = [{ words: ['police'], prefix: false }];
  for (const filters of [{ tag: 'rare' }, { tag: 'tag-3' }, {}]) {
    const found = await slugs(store, { ...filters, search });
    expect(found.slugs.length).toBe(7);
    expect(found).toEqual(await slugs(store, filters));
  }
});
