import { describe, expect, it } from 'vitest';
import { parseSearch } from '../../../src/domain/search.ts';
import { shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import type { Store } from '../../../src/store/store.ts';
import { put, WHOLE } from '../../support/newsroom.ts';
import { NOW } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const YESTERDAY = shifted(NOW, -86_400_000);
const LAST_YEAR = shifted(NOW, -365 * 86_400_000);

/** All names that the public can see. */
async function namesIn(store: Store) {
  const audience = everyone(NOW);
  const [areas, organisations, officials] = [
    await store.areas.list(WHOLE, audience),
    await store.organisations.list(WHOLE, audience),
    await store.officials.list(WHOLE, audience),
  ];
  return {
    areas: areas.rows.map(({ slug, name }) => `${slug}: ${name}`),
    organisations: organisations.rows.map(({ slug, name }) => `${slug}: ${name}`),
    officials: officials.rows.map(({ slug, name }) => `${slug}: ${name}`),
  };
}

const NONE = { areas: [], organisations: [], officials: [] };

export function describeNames(open: OpenStore): void {
  describe('a name', () => {
    it('shows with the first public article that mentions it and goes with the last', async () => {
      const { store } = open();
      const mention = { area: 'Fenwick', quotes: [{ by: 'Ann Lee', of: 'tarn' }] };
      await put(
        store,
        { name: 'a', ...mention, publishAt: null },
        { name: 'b', ...mention, publishAt: shifted(NOW, 1) },
      );
      expect(await namesIn(store)).toEqual(NONE);
      expect(await store.areas.find('fenwick', everyone(NOW))).toBeUndefined();
      expect(await store.officials.find('ann-lee', everyone(NOW))).toBeUndefined();
      expect(await store.organisations.find('tarn', everyone(NOW))).toBeUndefined();
      await put(store, { name: 'c', ...mention }, { name: 'd', ...mention });
      const shown = { areas: ['fenwick: Fenwick'], organisations: ['tarn: tarn'], officials: ['ann-lee: Ann Lee'] };
      expect(await namesIn(store)).toEqual(shown);
      await put(store, { name: 'c' });
      expect(await namesIn(store)).toEqual(shown);
      await put(store, { name: 'd' });
      expect(await namesIn(store)).toEqual(NONE);
    });

    it('is found by words in it, whole or as they begin, whatever their case and accents', async () => {
      const { store } = open();
      const people = ["Zoë O'Neill", 'Daniel Okafor', 'Dan Neill'];
      await put(
        store,
        { name: 'a', quotes: people.map((by) => ({ by, of: 'Fenwick Borough Council' })) },
        { name: 'b', quotes: [{ by: 'Hidden Neill', of: 'Secret Council' }], publishAt: null },
      );
      const found = async (text: string) => {
        const query = { ...WHOLE, search: parseSearch(text), count: true };
        const [officials, organisations] = [
          await store.officials.list(query, everyone(NOW)),
          await store.organisations.list(query, everyone(NOW)),
        ];
        expect([officials.total, organisations.total]).toEqual([officials.rows.length, organisations.rows.length]);
        return [...officials.rows, ...organisations.rows].map(({ slug }) => slug);
      };
      expect(await found('NEILL')).toEqual(['dan-neill', 'zo-o-neill']);
      expect(await found('zoe')).toEqual(['zo-o-neill']);
      expect(await found('ZOË o’neill')).toEqual(['zo-o-neill']);
      expect(await found('dan')).toEqual(['dan-neill']);
      expect(await found('dan*')).toEqual(['dan-neill', 'daniel-okafor']);
      expect(await found('oka* dan*')).toEqual(['daniel-okafor']);
      expect(await found('"daniel oka*"')).toEqual(['daniel-okafor']);
      expect(await found('"okafor daniel"')).toEqual([]);
      expect(await found('council fen*')).toEqual(['fenwick-borough-council']);
      expect([await found('secret'), await found('hidden'), await found('%'), await found('')]).toEqual([
        [],
        [],
        [],
        [],
      ]);
      const first = await store.officials.list(
        { limit: 1, position: null, search: parseSearch('neill') },
        everyone(NOW),
      );
      const second = await store.officials.list(
        { limit: 1, position: first.next, search: parseSearch('neill') },
        everyone(NOW),
      );
      expect([first.rows, second.rows].flat().map(({ slug }) => slug)).toEqual(['dan-neill', 'zo-o-neill']);
      expect([second.next, second.prev]).toEqual([null, expect.anything()]);
    });

    it('is spelt as the public article writes it, however a hidden draft spelt it first', async () => {
      const { store } = open();
      await put(
        store,
        { name: 'a', area: 'FENWICK', quotes: [{ by: 'ANN LEE', of: 'TARN' }], publishAt: null },
        { name: 'b', area: 'Fenwick', quotes: [{ by: 'Ann Lee', of: 'tarn' }] },
      );
      expect(await namesIn(store)).toEqual({
        areas: ['fenwick: Fenwick'],
        organisations: ['tarn: tarn'],
        officials: ['ann-lee: Ann Lee'],
      });
    });

    it('is spelt anew when the only article that mentions it is corrected', async () => {
      const { store } = open();
      await put(store, { name: 'a', area: 'FENWICK', quotes: [{ by: 'ANN LEE', of: 'TARN' }] });
      await put(store, { name: 'a', area: 'Fenwick', quotes: [{ by: 'Ann Lee', of: 'tarn' }] });
      expect(await namesIn(store)).toEqual({
        areas: ['fenwick: Fenwick'],
        organisations: ['tarn: tarn'],
        officials: ['ann-lee: Ann Lee'],
      });
    });

    it('takes no slug while only a hidden draft mentions it', async () => {
      const { store } = open();
      await put(store, { name: 'a', area: 'Fenwick', quotes: [{ by: 'Ann', of: 'tarn' }], publishAt: null });
      await put(store, { name: 'b', area: 'fenwick!', quotes: [{ by: 'ann.', of: 't.a.r.n' }] });
      expect(await namesIn(store)).toEqual({
        areas: ['fenwick: fenwick!'],
        organisations: ['t-a-r-n: t.a.r.n'],
        officials: ['ann: ann.'],
      });
    });
  });

  describe('an official', () => {
    it('has the post of the newest public quote, and a history of all of them', async () => {
      const { store } = open();
      const say = (rank: string, of: string) => [{ by: 'Ann Lee', rank, of }];
      await put(
        store,
        { name: 'now', publishedAt: NOW, quotes: say('Superintendent', 'Kent Police') },
        { name: 'before', publishedAt: LAST_YEAR, quotes: say('Inspector', 'Essex Police') },
        { name: 'between', publishedAt: YESTERDAY, quotes: say('Inspector', 'Essex Police') },
        { name: 'draft', quotes: [{ by: 'Ann LEE', rank: 'Chief' }], publishAt: null },
      );
      const kent = { slug: 'kent-police', name: 'Kent Police' };
      const essex = { slug: 'essex-police', name: 'Essex Police' };
      expect(await store.officials.find('ann-lee', everyone(NOW))).toEqual({
        slug: 'ann-lee',
        name: 'Ann Lee',
        rank: 'Superintendent',
        role: null,
        organisation: kent,
        articles: 3,
        otherNames: [],
        history: [
          { rank: 'Superintendent', role: null, organisation: kent, from: NOW },
          { rank: 'Inspector', role: null, organisation: essex, from: LAST_YEAR },
        ],
      });
      expect(await store.officials.list(WHOLE, everyone(NOW))).toEqual({
        rows: [
          { slug: 'ann-lee', name: 'Ann Lee', rank: 'Superintendent', role: null, organisation: kent, articles: 3 },
        ],
        next: null,
        prev: null,
      });
    });

    it('has the post of the first quote when one article gives several', async () => {
      const { store } = open();
      await put(store, {
        name: 'a',
        quotes: [
          { by: 'Ann', rank: 'Inspector' },
          { by: 'Ann', rank: 'DI' },
        ],
      });
      expect(await store.officials.find('ann', everyone(NOW))).toMatchObject({
        rank: 'Inspector',
        history: [{ rank: 'Inspector' }, { rank: 'DI' }],
      });
    });

    it('keeps what was said of them that day when they are promoted', async () => {
      const { store } = open();
      await put(store, { name: 'before', publishedAt: YESTERDAY, quotes: [{ by: 'Ann', rank: 'Sergeant' }] });
      await put(store, { name: 'after', publishedAt: NOW, quotes: [{ by: 'Ann', rank: 'Inspector' }] });
      const article = await store.articles.find('before', everyone(NOW));
      expect(article?.quotes[0]?.attribution.rank).toBe('Sergeant');
    });

    it('falls back to the post before when the newest article quotes them no more', async () => {
      const { store } = open();
      await put(
        store,
        { name: 'before', publishedAt: YESTERDAY, quotes: [{ by: 'Ann', rank: 'Sergeant', of: 'Kent Police' }] },
        { name: 'after', publishedAt: NOW, quotes: [{ by: 'Ann', rank: 'Inspector', of: 'Essex Police' }] },
      );
      await put(store, { name: 'after', quotes: [] });
      expect(await store.officials.find('ann', everyone(NOW))).toMatchObject({ rank: 'Sergeant', history: [{}] });
      expect((await namesIn(store)).organisations).toEqual(['kent-police: Kent Police']);
      expect(await store.officials.rank('ann', everyone(NOW))).toBe('Sergeant');
      expect(await store.officials.rank('nobody', everyone(NOW))).toBeNull();
    });

    it('has other spellings of the name in alphabetical order, public ones only', async () => {
      const { store } = open();
      await put(
        store,
        { name: 'a', publishedAt: LAST_YEAR, quotes: [{ by: 'ann lee' }] },
        { name: 'b', publishedAt: YESTERDAY, quotes: [{ by: 'ANN LEE' }, { by: 'Ann Lee' }] },
        { name: 'c', publishedAt: NOW, quotes: [{ by: 'Ann Lee' }] },
        { name: 'd', quotes: [{ by: 'Ann  LEE' }], publishAt: null },
      );
      expect(await store.officials.find('ann-lee', everyone(NOW))).toMatchObject({
        name: 'Ann Lee',
        otherNames: ['ANN LEE', 'ann lee'],
      });
    });
  });

  describe('lists of names', () => {
    it('are in alphabetical order', async () => {
      const { store } = open();
      await put(store, { name: 'a', quotes: ['Zoe', 'adam', 'Mo'].map((by) => ({ by, of: `Office of ${by}` })) });
      expect(await namesIn(store)).toEqual({
        areas: [],
        officials: ['adam: adam', 'mo: Mo', 'zoe: Zoe'],
        organisations: ['office-of-adam: Office of adam', 'office-of-mo: Office of Mo', 'office-of-zoe: Office of Zoe'],
      });
    });
  });
}
