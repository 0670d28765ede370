import { describe, expect, it } from 'vitest';
import {
  type ArticleQuery,
  foreignCursor,
  MAX_LIMIT,
  type PageQuery,
  type Position,
  type Slice,
} from '../../../src/domain/query.ts';
import { type Instant, shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import type { Store } from '../../../src/store/store.ts';
import { decide, put, WHOLE, withdrawal } from '../../support/newsroom.ts';
import { fc, runs } from '../../support/property-tests.ts';
import { NOW, type ReleaseOptions } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

/** Values that many rows share, so that most neighbours in any order are equal but for their id. */
const arbitraryRelease = fc.record({
  published: fc.nat(2),
  updated: fc.nat(2),
  title: fc.constantFrom('Arson', 'arson', 'Ärson', 'Burglary', ''),
  tag: fc.constantFrom('knives', 'arson'),
});
const arbitraryReleases = fc.array(arbitraryRelease, { minLength: 1, maxLength: 9 });
const RUNS = 12;
/** More than any list here has; a list that repeats itself never ends. */
const MAX_PAGES = 100;

type Read = (page: PageQuery) => Promise<Slice<string>>;

export function describePaging(open: OpenStore): void {
  describe('paging', () => {
    it.each<[string, string, Pick<ArticleQuery, 'sort' | 'tag'>]>([
      ['everything', '-publishedAt', { sort: '-publishedAt' }],
      ['one tag', 'publishedAt', { sort: 'publishedAt', tag: 'knives' }],
      ['everything', '-updatedAt', { sort: '-updatedAt' }],
      ['one tag', '-updatedAt', { sort: '-updatedAt', tag: 'knives' }],
      ['everything', 'title', { sort: 'title' }],
      ['one tag', 'title', { sort: 'title', tag: 'knives' }],
    ])('of %s by %s neither skips nor repeats while releases are added', async (_what, _sort, query) => {
      const walks = fc.asyncProperty(
        arbitraryReleases,
        fc.array(arbitraryReleases, { maxLength: 3 }),
        fc.integer({ min: 1, max: 4 }),
        async (before, between, limit) => {
          const { store } = open();
          const read: Read = async (page) => idsOf(await store.articles.list({ ...page, ...query }, everyone(NOW)));
          await add(store, 'before', before);
          const expected = (await read(WHOLE)).rows;
          const pages = await pagesOf(read, limit, (pageNumber) =>
            add(store, `between-${pageNumber}`, between[pageNumber - 1] ?? []),
          );
          const seen = pages.flatMap(({ rows }) => rows);
          expect(new Set(seen).size).toBe(seen.length);
          expect(seen.filter((id) => expected.includes(id))).toEqual(expected);
          const all = (await read(WHOLE)).rows;
          expect(seen).toEqual(all.filter((id) => seen.includes(id)));
          await expectSameBothWays(read, all, limit);
        },
      );
      await fc.assert(walks, { numRuns: runs(RUNS) });
    });

    it('by relevance neither skips nor repeats in either direction', async () => {
      const walks = fc.asyncProperty(arbitraryReleases, fc.integer({ min: 1, max: 4 }), async (releases, limit) => {
        const { store } = open();
        await add(store, 'before', releases);
        const search = [{ words: ['body'], prefix: false }];
        const read: Read = async (page) =>
          idsOf(await store.articles.list({ ...page, sort: 'relevance', search }, everyone(NOW)));
        const all = (await read(WHOLE)).rows;
        expect(all).toHaveLength(releases.length);
        await expectSameBothWays(read, all, limit);
      });
      await fc.assert(walks, { numRuns: runs(RUNS) });
    });

    it.each([
      ['next', 2, 1],
      ['prev', 1, 2],
    ] as const)(
      'by relevance goes on to the %s page where it was, though the article there is gone',
      async (towards, limit, gone) => {
        const { store } = open();
        const names = ['a', 'b', 'c', 'd', 'e'];
        await put(store, ...names.map((name, at) => ({ name, text: 'Same.', publishedAt: shifted(NOW, -at) })));
        const search = [{ words: ['same'], prefix: false }];
        const read: Read = async (page) =>
          mapped(
            await store.articles.list({ ...page, sort: 'relevance', search }, everyone(NOW)),
            ({ id, slug }) => `${slug} ${id}`,
          );
        const all = (await read(WHOLE)).rows;
        const { [towards]: position } = await read({ limit, position: null, ...(towards === 'prev' && { offset: 2 }) });
        const [, id = ''] = all[gone]?.split(' ') ?? [];
        await decide(store, id, { withdraw: withdrawal('vanish') });
        const { rows } = await read({ limit, position });
        expect(rows).toEqual(towards === 'next' ? all.slice(2, 4) : all.slice(1, 2));
      },
    );

    it('of quotes, tags, officials, organisations and areas reads the same both ways', async () => {
      const { store } = open();
      const speakers = ['Ann', 'Bob', 'Cyd', 'Dee', 'Eve'];
      await put(
        store,
        ...speakers.map((by, at) => ({
          name: `release-${at}`,
          area: `Area ${by}`,
          tags: [`tag-${by}`, 'all'],
          publishedAt: shifted(NOW, -Math.floor(at / 2)),
          quotes: speakers.slice(at).map((speaker) => ({ by: speaker, of: `Office of ${speaker}` })),
        })),
      );
      const audience = everyone(NOW);
      const reads: readonly (readonly [number, Read])[] = [
        [15, async (page) => mapped(await store.quotes.list(page, audience), ({ id }) => id)],
        [5, async (page) => mapped(await store.quotes.list({ ...page, official: 'eve' }, audience), ({ id }) => id)],
        [6, async (page) => mapped(await store.tags.list(page, audience), ({ tag }) => tag)],
        [5, async (page) => mapped(await store.officials.list(page, audience), ({ slug }) => slug)],
        [5, async (page) => mapped(await store.organisations.list(page, audience), ({ slug }) => slug)],
        [5, async (page) => mapped(await store.areas.list(page, audience), ({ slug }) => slug)],
      ];
      for (const [count, read] of reads) {
        const all = (await read(WHOLE)).rows;
        expect(all).toHaveLength(count);
        for (const limit of [1, 2, 3, 4, 5, 6, 15, 16]) await expectSameBothWays(read, all, limit);
        expect(await read({ limit: 2, position: null, offset: 1, count: true })).toMatchObject({
          rows: all.slice(1, 3),
          prev: { direction: 'prev' },
          total: count,
        });
      }
    });

    it('serves as many as a page may hold', async () => {
      const { store } = open();
      await put(store, ...Array.from({ length: MAX_LIMIT + 1 }, (_, at) => ({ name: `r${at}` })));
      const read: Read = async (page) =>
        idsOf(await store.articles.list({ ...page, sort: '-publishedAt' }, everyone(NOW)));
      const first = await read({ limit: MAX_LIMIT, position: null });
      expect(first.rows).toHaveLength(MAX_LIMIT);
      expect((await read({ limit: MAX_LIMIT, position: first.next })).rows).toHaveLength(1);
    });

    it('ends with no further page when the last one is just full', async () => {
      const { store } = open();
      await put(store, { name: 'a' }, { name: 'b' });
      const page = await store.articles.list({ limit: 2, position: null, sort: 'title' }, everyone(NOW));
      expect(page).toMatchObject({ next: null, prev: null });
      expect(page.rows).toHaveLength(2);
    });

    it('refuses a position of another order', async () => {
      const { store } = open();
      await put(store, { name: 'a' });
      const position: Position = { direction: 'next', keys: ['only one'] };
      await expect(store.articles.list({ limit: 2, position, sort: 'title' }, everyone(NOW))).rejects.toThrow(
        foreignCursor(),
      );
    });
  });
}

function idsOf(slice: Slice<{ readonly id: string }>): Slice<string> {
  return mapped(slice, ({ id }) => id);
}

function mapped<Row>(slice: Slice<Row>, toText: (row: Row) => string): Slice<string> {
  return { ...slice, rows: slice.rows.map(toText) };
}

function add(store: Store, prefix: string, releases: readonly Generated[]): Promise<unknown> {
  return put(store, ...releases.map((release, at) => toOptions(`${prefix}-${at}`, release)));
}

type Generated = typeof arbitraryRelease extends fc.Arbitrary<infer Value> ? Value : never;

function toOptions(name: string, { published, updated, title, tag }: Generated): ReleaseOptions {
  const now: Instant = shifted(NOW, -updated);
  return { name, title, tags: [tag], publishedAt: shifted(NOW, -1_000 - published), now, publishAt: now };
}

type Between = (pageNumber: number) => Promise<unknown>;

/** All pages from the first to the last. */
async function pagesOf(read: Read, limit: number, between?: Between): Promise<Slice<string>[]> {
  const pages: Slice<string>[] = [];
  let position: Position | null = null;
  while (pages.length < MAX_PAGES) {
    const page: Slice<string> = await read({ limit, position });
    pages.push(page);
    if (page.next === null) return pages;
    position = page.next;
    await between?.(pages.length);
  }
  throw new Error('the pages come to no end');
}

/** Reads forward page by page, then back from the last page to the first. */
async function expectSameBothWays(read: Read, all: readonly string[], limit: number): Promise<void> {
  const pages = await pagesOf(read, limit);
  expect(pages.flatMap(({ rows }) => rows)).toEqual(all);
  expect(pages[0]?.prev).toBeNull();
  for (let at = pages.length - 1; at > 0; at -= 1) {
    const back = await read({ limit, position: pages[at]?.prev ?? null });
    expect(back).toEqual(pages[at - 1]);
  }
}
