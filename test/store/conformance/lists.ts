import { describe, expect, it } from 'vitest';
import type { ArticlePart, BodyFormat } from '../../../src/domain/article.ts';
import type { ArticleQuery } from '../../../src/domain/query.ts';
import { shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import type { Store } from '../../../src/store/store.ts';
import { put, slugsOf, WHOLE } from '../../support/newsroom.ts';
import { place } from '../../support/place.ts';
import { NOW, type ReleaseOptions } from '../../support/release.ts';
import { instant } from '../../support/time.ts';
import { expectBreakdown, keepAll } from './breakdown.ts';
import type { OpenStore } from './open-store.ts';

const MONDAY = instant('2026-02-02T00:00:00.000Z');
const TUESDAY = instant('2026-02-03T00:00:00.000Z');
const WEDNESDAY = instant('2026-02-04T00:00:00.000Z');

const COUNTY = place('County', { kind: 'county' });
const TOWN = place('Town', { kind: 'borough', parentKey: 'county' });

/** Four public releases that differ in all that can be filtered, and two that are not public. */
async function fill(store: Store): Promise<void> {
  await store.areas.register([COUNTY, TOWN], NOW);
  const shaw = { by: 'Rebecca Shaw', of: 'Police' };
  const brackley = { by: 'Tom Brackley', of: 'tarn' };
  const releases: readonly ReleaseOptions[] = [
    { name: 'a', title: 'Élan', area: 'Town', tags: ['knives'], publishedAt: MONDAY, quotes: [shaw, brackley] },
    { name: 'b', title: 'bread', area: 'County', tags: ['knives', 'arson'], publishedAt: WEDNESDAY, quotes: [shaw] },
    { name: 'c', title: 'Zebra', area: 'Town', language: 'cy', publishedAt: TUESDAY, quotes: [{ of: 'tarn' }] },
    { name: 'd', title: 'apple', tags: ['arson'], publishedAt: TUESDAY },
  ];
  await put(store, ...releases.map((release, at) => ({ ...release, now: shifted(NOW, at - 10) })));
  const hidden = {
    area: 'Town',
    tags: ['knives', 'secret'],
    language: 'cy',
    publishedAt: TUESDAY,
    quotes: [shaw, brackley],
  };
  await put(store, { ...hidden, name: 'draft', publishAt: null });
  await put(store, { ...hidden, name: 'scheduled', publishAt: shifted(NOW, 1) });
}

type Filters = Partial<ArticleQuery>;

const FILTERS: readonly (readonly [Filters, readonly string[]])[] = [
  [{}, ['a', 'b', 'c', 'd']],
  [{ area: 'county' }, ['a', 'b', 'c']],
  [{ area: 'county', areaScope: 'subtree' }, ['a', 'b', 'c']],
  [{ area: 'county', areaScope: 'exact' }, ['b']],
  [{ area: 'town' }, ['a', 'c']],
  [{ area: 'nowhere' }, []],
  [{ official: 'rebecca-shaw' }, ['a', 'b']],
  [{ official: 'tom-brackley' }, ['a']],
  [{ official: 'nobody' }, []],
  [{ organisation: 'tarn' }, ['a', 'c']],
  [{ organisation: 'nobody' }, []],
  [{ tag: 'knives' }, ['a', 'b']],
  [{ tag: 'secret' }, []],
  [{ tag: 'Knives' }, []],
  [{ language: 'cy' }, ['c']],
  [{ language: 'fr' }, []],
  [{ from: TUESDAY }, ['b', 'c', 'd']],
  [{ before: TUESDAY }, ['a']],
  [{ before: shifted(TUESDAY, 1) }, ['a', 'c', 'd']],
  [{ updatedSince: shifted(NOW, -8) }, ['c', 'd']],
  [{ search: [{ words: ['zebra'], prefix: false }] }, ['c']],
  [{ search: [] }, []],
];

async function counted(store: Store, query: Filters): Promise<{ slugs: string[]; total: number | undefined }> {
  const all: ArticleQuery = { ...WHOLE, sort: '-publishedAt', ...query, count: true };
  const { rows, total } = await store.articles.list(all, everyone(NOW));
  return { slugs: rows.map(({ slug }) => slug), total };
}

export function describeLists(open: OpenStore): void {
  describe('a list of articles', () => {
    it.each([
      ['-publishedAt', ['b', 'c|d', 'c|d', 'a']],
      ['publishedAt', ['a', 'c|d', 'c|d', 'b']],
      ['-updatedAt', ['d', 'c', 'b', 'a']],
      ['title', ['d', 'b', 'a', 'c']],
    ] as const)('is sorted by %s', async (sort, expected) => {
      const { store } = open();
      await fill(store);
      const slugs = await slugsOf(store, { sort });
      expect(slugs.map((slug, at) => (expected[at]?.includes(slug) ? expected[at] : slug))).toEqual(expected);
      expect(new Set(slugs).size).toBe(4);
    });

    it('turns round exactly with its order, among equals too', async () => {
      const { store } = open();
      await put(store, ...['a', 'b', 'c', 'd', 'e'].map((name) => ({ name })));
      const newest = await slugsOf(store, { sort: '-publishedAt' });
      expect(await slugsOf(store, { sort: 'publishedAt' })).toEqual(newest.toReversed());
    });

    it('is restricted by each filter, and by any two of them together, in every order', async () => {
      const { store } = open();
      await fill(store);
      for (const [one, matchOne] of FILTERS) {
        for (const [other, matchOther] of FILTERS) {
          if (Object.keys(one).some((name) => name in other)) continue;
          const query = { ...one, ...other };
          const expected = matchOne.filter((slug) => matchOther.includes(slug));
          for (const sort of ['-publishedAt', 'publishedAt', '-updatedAt', 'title'] as const) {
            const { slugs, total } = await counted(store, { ...query, sort });
            expect([query, sort, slugs.sort(), total]).toEqual([query, sort, expected, expected.length]);
          }
          if (!query.search) continue;
          const ranked = await counted(store, { ...query, sort: 'relevance' });
          expect([query, ranked.slugs.sort(), ranked.total]).toEqual([query, expected, expected.length]);
        }
      }
    });

    it('takes all filters at once', async () => {
      const { store } = open();
      await fill(store);
      const query = {
        area: 'county',
        official: 'rebecca-shaw',
        organisation: 'police',
        tag: 'knives',
        language: 'en-GB',
        from: MONDAY,
        before: WEDNESDAY,
        updatedSince: shifted(NOW, -10),
        search: [{ words: ['body'], prefix: false }],
      };
      expect(await slugsOf(store, query)).toEqual(['a']);
      expect(await slugsOf(store, { ...query, sort: 'relevance' })).toEqual(['a']);
      expect(await slugsOf(store, { ...query, organisation: 'tarn', tag: 'arson' })).toEqual([]);
    });

    it.each([
      ['counted', async () => {}],
      ['kept', keepAll],
    ])('is broken down by what its articles are, %s, under each filter and any two of them', async (_, prepare) => {
      const { store, check } = open();
      await fill(store);
      await prepare(store);
      check();
      for (const [one] of FILTERS) {
        for (const [other] of FILTERS) {
          if (Object.keys(one).some((name) => name in other)) continue;
          await expectBreakdown(store, { ...one, ...other }, NOW);
        }
      }
    });

    it('is broken down by what its articles are now, however often they change after it was counted', async () => {
      const { store, check } = open();
      await fill(store);
      const changes: readonly (() => Promise<unknown>)[] = [
        () => put(store, { name: 'a', area: 'County', tags: ['arson', 'new'], publishedAt: WEDNESDAY }),
        () => store.areas.register([{ ...TOWN, parentKey: null }], NOW),
        () => put(store, { name: 'b', language: 'cy', publishedAt: instant('2024-01-01T00:00:00.000Z') }),
        () => store.areas.register([TOWN], NOW),
        () => put(store, { name: 'e', area: 'Town', tags: ['arson'] }, { name: 'c', quotes: [{ by: 'Ann' }] }),
      ];
      for (const change of changes) {
        await keepAll(store);
        check();
        await change();
        check();
        for (const filters of [{}, { area: 'county' }, { area: 'town' }, { tag: 'arson' }, { language: 'cy' }]) {
          await expectBreakdown(store, filters, NOW);
        }
      }
    });

    it('names what it is broken down by, most first, and only that', async () => {
      const { store } = open();
      await fill(store);
      const query = { ...WHOLE, sort: 'title', area: 'county', facets: ['area', 'official'] } as const;
      const { facets } = await store.articles.list(query, everyone(NOW));
      expect(facets).toEqual({
        isComplete: true,
        area: [
          { slug: 'county', name: 'County', path: 'county', articles: 3 },
          { slug: 'town', name: 'Town', path: 'county/town', articles: 2 },
        ],
        official: [
          { slug: 'rebecca-shaw', name: 'Rebecca Shaw', articles: 2 },
          { slug: 'tom-brackley', name: 'Tom Brackley', articles: 1 },
        ],
      });
      expect(await store.articles.list({ ...query, facets: [], area: 'nowhere' }, everyone(NOW))).toMatchObject({
        rows: [],
        facets: { isComplete: true },
      });
    });

    it('is counted whole, wherever the page starts', async () => {
      const { store } = open();
      await fill(store);
      const query = { limit: 1, position: null, sort: 'title', count: true } as const;
      const first = await store.articles.list(query, everyone(NOW));
      expect([first.rows.length, first.total]).toEqual([1, 4]);
      const third = await store.articles.list({ ...query, position: first.next, offset: 1 }, everyone(NOW));
      expect([third.rows.map(({ slug }) => slug), third.total]).toEqual([['a'], 4]);
      expect(await store.articles.list({ ...query, count: false }, everyone(NOW))).not.toHaveProperty('total');
    });

    it('by title is in the order of the first letters or digits, whatever marks stand before them', async () => {
      const { store } = open();
      const ordered = [
        '…',
        '£1m for roads',
        '(Äpfel)',
        '“Best” day',
        '"Call me"',
        'Day of rest',
        '‘Ésgob’ yn y dref',
        '– Fête',
      ];
      await put(store, ...ordered.map((title, at) => ({ name: `a${(at * 5) % ordered.length}`, title })));
      const { rows } = await store.articles.list({ ...WHOLE, sort: 'title' }, everyone(NOW));
      expect(rows.map(({ title }) => title)).toEqual(ordered);
    });

    it('passes over as many as it is told, in every order', async () => {
      const { store } = open();
      await fill(store);
      for (const sort of ['-publishedAt', 'publishedAt', '-updatedAt', 'title', 'relevance'] as const) {
        const query = { sort, search: [{ words: ['body'], prefix: false }] };
        const all = await slugsOf(store, query);
        expect(all).toHaveLength(4);
        for (const offset of [1, 2, 3, 4, 5]) {
          const page = await store.articles.list({ ...WHOLE, ...query, limit: 2, offset }, everyone(NOW));
          expect([sort, page.rows.map(({ slug }) => slug)]).toEqual([sort, all.slice(offset, offset + 2)]);
          expect([page.prev !== null || page.rows.length === 0, page.next !== null]).toEqual([true, offset < 2]);
        }
      }
    });

    it('has what is wished for and nothing else', async () => {
      const { store } = open();
      await fill(store);
      const list = (parts: readonly ArticlePart[], formats: readonly BodyFormat[] = []) =>
        store.articles.list({ ...WHOLE, sort: 'publishedAt', limit: 1 }, everyone(NOW), { parts, formats });
      expect((await list(['title', 'slug'])).rows).toEqual([{ title: 'Élan', slug: 'a' }]);
      expect((await list(['area', 'body'], ['markdown', 'text'])).rows).toEqual([
        {
          area: { slug: 'town', name: 'Town', path: 'county/town' },
          body: { markdown: expect.any(String), text: expect.any(String) },
        },
      ]);
      const [whole] = (await list(['officials', 'quotes', 'corrections', 'areaGss'])).rows;
      expect(whole).toEqual({
        officials: [
          { slug: 'rebecca-shaw', name: 'Rebecca Shaw' },
          { slug: 'tom-brackley', name: 'Tom Brackley' },
        ],
        quotes: [expect.objectContaining({ position: 1 }), expect.objectContaining({ position: 2 })],
        corrections: [],
        areaGss: null,
      });
    });

    it('is empty where nothing is public', async () => {
      const { store } = open();
      await put(store, { name: 'draft', publishAt: null });
      const empty = { rows: [], next: null, prev: null };
      expect(await store.articles.list({ ...WHOLE, sort: '-publishedAt' }, everyone(NOW))).toEqual(empty);
    });
  });

  describe('a list of tags', () => {
    it('counts the public articles of each, in alphabetical order', async () => {
      const { store } = open();
      await fill(store);
      expect(await store.tags.list(WHOLE, everyone(NOW))).toEqual({
        rows: [
          { tag: 'arson', articles: 2 },
          { tag: 'knives', articles: 2 },
        ],
        next: null,
        prev: null,
      });
    });

    it('loses a tag with the last article that had it', async () => {
      const { store } = open();
      await put(store, { name: 'a', tags: ['arson', 'knives'] }, { name: 'b', tags: ['knives'] });
      await put(store, { name: 'a', tags: ['fraud'] });
      const { rows } = await store.tags.list(WHOLE, everyone(NOW));
      expect(rows).toEqual([
        { tag: 'fraud', articles: 1 },
        { tag: 'knives', articles: 1 },
      ]);
    });
  });
}
