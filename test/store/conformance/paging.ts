import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageQuery, Position, Slice } from '../../../src/domain/query.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import type { Store } from '../../../src/store/store.ts';
import { put, WHOLE } from '../../support/newsroom.ts';
import { NOW, type ReleaseOptions } from '../../support/release.ts';
import { shifted } from '../../support/time.ts';
import type { OpenStore } from './store.ts';

/** Values that many rows share, so that most neighbours in any order are equal but for their id. */
const arbitraryRelease = fc.record({
  published: fc.nat(2),
  updated: fc.nat(2),
  title: fc.constantFrom('Arson', 'arson', 'Ärson', 'Burglary', ''),
  tag: fc.constantFrom('knives', 'arson'),
});
const arbitraryReleases = fc.array(arbitraryRelease, { minLength: 1, maxLength: 9 });
const RUNS = 12;

type Read = (page: PageQuery) => Promise<Slice<string>>;

export function describePaging(open: OpenStore): void {
  describe('paging', () => {
    it.each([
      ['-publishedAt', undefined],
      ['publishedAt', 'knives'],
      ['-updatedAt', undefined],
      ['-updatedAt', 'knives'],
      ['title', undefined],
      ['title', 'knives'],
    ] as const)('by %s of tag %s neither skips nor repeats while releases are added', async (sort, tag) => {
      const pages = fc.asyncProperty(
        arbitraryReleases,
        fc.array(arbitraryReleases, { maxLength: 3 }),
        fc.integer({ min: 1, max: 4 }),
        async (before, between, limit) => {
          const { store } = open();
          const read: Read = async (page) =>
            idsOf(await store.articles.list({ ...page, sort, ...(tag && { tag }) }, everyone(NOW)));
          await add(store, 'before', before);
          const expected = (await read(WHOLE)).rows;
          const seen = await walk(read, limit, async (pageNumber) =>
            add(store, `between-${pageNumber}`, between[pageNumber] ?? []),
          );
          expect(new Set(seen).size).toBe(seen.length);
          expect(seen.filter((id) => expected.includes(id))).toEqual(expected);
          const all = (await read(WHOLE)).rows;
          expect(seen).toEqual(all.filter((id) => seen.includes(id)));
          await expectSameBothWays(read, all, limit);
        },
      );
      await fc.assert(pages, { numRuns: RUNS });
    });

    it('by relevance neither skips nor repeats in either direction', async () => {
      const pages = fc.asyncProperty(arbitraryReleases, fc.integer({ min: 1, max: 4 }), async (releases, limit) => {
        const { store } = open();
        await add(store, 'before', releases);
        const search = [{ words: ['body'], prefix: false }];
        const read: Read = async (page) =>
          idsOf(await store.articles.list({ ...page, sort: 'relevance', search }, everyone(NOW)));
        const all = (await read(WHOLE)).rows;
        expect(all).toHaveLength(releases.length);
        await expectSameBothWays(read, all, limit);
      });
      await fc.assert(pages, { numRuns: RUNS });
    });

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
      }
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
        RangeError,
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

/** All pages from the first to the last. */
async function walk(read: Read, limit: number, between?: (pageNumber: number) => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  let position: Position | null = null;
  for (let pageNumber = 0; ; pageNumber += 1) {
    const { rows, next }: Slice<string> = await read({ limit, position });
    seen.push(...rows);
    if (next === null) return seen;
    position = next;
    await between?.(pageNumber);
  }
}

/** Reads forward page by page, then back from the last page to the first. */
async function expectSameBothWays(read: Read, all: readonly string[], limit: number): Promise<void> {
  const pages: Slice<string>[] = [await read({ limit, position: null })];
  for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null) {
    pages.push(await read({ limit, position: next }));
  }
  expect(pages.flatMap(({ rows }) => rows)).toEqual(all);
  expect(pages[0]?.prev).toBeNull();
  for (let at = pages.length - 1; at > 0; at -= 1) {
    const back = await read({ limit, position: pages[at]?.prev ?? null });
    expect(back).toEqual(pages[at - 1]);
  }
}
