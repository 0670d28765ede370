import { describe, expect, it } from 'vitest';
import { MAX_AREA_DEPTH } from '../../../src/domain/area.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import type { AreaRegistration, Store } from '../../../src/store/store.ts';
import { put, slugsOf, WHOLE } from '../../support/newsroom.ts';
import { place } from '../../support/place.ts';
import { NOW } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

async function pathsIn(store: Store): Promise<string[]> {
  const { rows } = await store.areas.list(WHOLE, everyone(NOW));
  return rows.map(({ path }) => path);
}

export function describeAreas(open: OpenStore): void {
  describe('an area', () => {
    it('is public as soon as it is on the list, with its place in the tree', async () => {
      const { store } = open();
      await store.areas.register(
        [
          place('Ouseshire', { key: 'ouse', nameCy: 'Swydd Ouse', kind: 'county', gss: 'E10000002' }),
          place('Fenwick', { kind: 'borough', parentKey: 'ouse' }),
        ],
        NOW,
      );
      const county = { slug: 'ouse', name: 'Ouseshire', path: 'ouse' };
      const town = { slug: 'fenwick', name: 'Fenwick', path: 'ouse/fenwick' };
      const about = { nameCy: 'Swydd Ouse', kind: 'county', gss: 'E10000002', parent: null, articles: 2 };
      await put(
        store,
        { name: 'a', area: 'Ouse' },
        { name: 'b', area: 'Fenwick' },
        { name: 'c', publishAt: null, area: 'Ouse' },
      );
      const children = [{ ...town, articles: 1 }];
      expect(await store.areas.find('ouse', everyone(NOW))).toEqual({ ...county, ...about, ancestors: [], children });
      expect(await store.areas.find('fenwick', everyone(NOW))).toEqual({
        ...town,
        nameCy: null,
        kind: 'borough',
        gss: null,
        parent: county,
        articles: 1,
        ancestors: [county],
        children: [],
      });
      expect(await store.areas.list(WHOLE, everyone(NOW))).toEqual({
        rows: [
          { ...county, ...about },
          { ...town, nameCy: null, kind: 'borough', gss: null, parent: county, articles: 1 },
        ],
        next: null,
        prev: null,
      });
      expect(await store.areas.find('harrowmere', everyone(NOW))).toBeUndefined();
    });

    it('takes its listed name, whatever articles call it', async () => {
      const { store } = open();
      await put(store, { name: 'a', area: 'fenwick' });
      await store.areas.register([place('Fenwick')], NOW);
      await put(store, { name: 'b', area: 'FENWICK' });
      const { rows } = await store.articles.list({ ...WHOLE, sort: '-publishedAt' }, everyone(NOW));
      expect(rows.map(({ area }) => area?.name)).toEqual(['Fenwick', 'Fenwick']);
    });

    it('is refused with the code of another, unless that gives it up, in one registration too', async () => {
      const { store } = open();
      const coded = (key: string, gss: string | null) => place(key.toUpperCase(), { gss });
      await store.areas.register([coded('a', 'E05000001'), coded('b', 'E05000002')], NOW);
      const refused = store.areas.register([coded('c', null), coded('d', 'E05000001')], NOW);
      await expect(refused).rejects.toMatchObject({
        code: 'conflict',
        message: 'D cannot have the GSS code E05000001: A has it.',
      });
      await store.areas.register([coded('a', 'E05000002'), coded('b', 'E05000001')], NOW);
      const { rows } = await store.areas.list(WHOLE, everyone(NOW));
      expect(rows.map(({ slug, gss }) => [slug, gss])).toEqual([
        ['a', 'E05000002'],
        ['b', 'E05000001'],
      ]);
    });

    it('stays on the list when no article mentions it', async () => {
      const { store } = open();
      await store.areas.register([place('fenwick')], NOW);
      await put(store, { name: 'a', area: 'Fenwick' });
      await put(store, { name: 'a', area: 'Harrowmere' });
      expect(await pathsIn(store)).toEqual(['fenwick', 'harrowmere']);
    });

    it('is brought up to date by a second registration, which may be the same', async () => {
      const { store } = open();
      await store.areas.register([place('Fenwcik', { key: 'fenwick' })], NOW);
      await store.areas.register([place('Fenwick')], NOW);
      await store.areas.register([place('Fenwick')], NOW);
      expect((await store.areas.find('fenwick', everyone(NOW)))?.name).toBe('Fenwick');
      expect(await pathsIn(store)).toEqual(['fenwick']);
    });

    it('that moves takes everything below it along, articles too', async () => {
      const { store } = open();
      await store.areas.register(
        [place('essex'), place('kent'), place('town', { parentKey: 'essex' }), place('ward', { parentKey: 'town' })],
        NOW,
      );
      const quotes = [{ by: 'Ann', text: 'Words.' }];
      await put(store, { name: 'in-ward', area: 'ward', tags: ['area: x'], quotes }, { name: 'in-town', area: 'town' });
      await store.areas.register([place('town', { parentKey: 'kent' })], NOW);
      expect(await pathsIn(store)).toEqual(['essex', 'kent', 'kent/town', 'kent/town/ward']);
      expect(await slugsOf(store, { area: 'essex' })).toEqual([]);
      for (const sort of ['-publishedAt', '-updatedAt', 'title'] as const) {
        expect((await slugsOf(store, { area: 'kent', sort })).sort()).toEqual(['in-town', 'in-ward']);
      }
      expect((await slugsOf(store, { area: 'town' })).sort()).toEqual(['in-town', 'in-ward']);
      expect(await slugsOf(store, { area: 'town', areaScope: 'exact' })).toEqual(['in-town']);
      expect(await slugsOf(store, { area: 'ward' })).toEqual(['in-ward']);
      expect(await slugsOf(store, { tag: 'area: x' })).toEqual(['in-ward']);
      expect((await store.quotes.list({ ...WHOLE, area: 'kent' }, everyone(NOW))).rows).toHaveLength(1);
      expect((await store.articles.find('in-ward', everyone(NOW)))?.area?.path).toBe('kent/town/ward');
      await store.areas.register([place('town')], NOW);
      expect(await pathsIn(store)).toEqual(['essex', 'kent', 'town', 'town/ward']);
      expect(await slugsOf(store, { area: 'kent' })).toEqual([]);
    });

    it('that an article brought in moves under its parent when it is put on the list', async () => {
      const { store } = open();
      await put(store, { name: 'a', area: 'Fenwick' });
      await store.areas.register([place('ouse'), place('Fenwick', { parentKey: 'ouse' })], NOW);
      expect(await slugsOf(store, { area: 'ouse' })).toEqual(['a']);
      await put(store, { name: 'a', area: 'Harrowmere' });
      expect(await slugsOf(store, { area: 'ouse' })).toEqual([]);
    });

    it.each<[string, readonly AreaRegistration[]]>([
      ['a parent that nobody knows', [place('a'), place('b', { parentKey: 'nowhere' })]],
      ['a parent that comes behind it', [place('a', { parentKey: 'b' }), place('b')]],
      ['a parent that lies in it', [place('a'), place('b', { parentKey: 'a' }), place('a', { parentKey: 'b' })]],
      ['itself for a parent', [place('a'), place('a', { parentKey: 'a' })]],
    ])('is refused with %s, and so is all that came with it', async (_what, registrations) => {
      const { store } = open();
      await store.areas.register([place('listed')], NOW);
      await expect(store.areas.register(registrations, NOW)).rejects.toThrow(/(must come before|cannot lie in)/);
      expect(await pathsIn(store)).toEqual(['listed']);
    });

    it('is refused under a parent that only a draft knows, exactly like one that nobody knows', async () => {
      const { store } = open();
      await put(store, { name: 'a', area: 'Secret', publishAt: null });
      await expect(store.areas.register([place('b', { parentKey: 'secret' })], NOW)).rejects.toThrow(
        'must come before',
      );
      expect(await pathsIn(store)).toEqual([]);
    });

    it('moves to no place where what lies in it would lie too deep, whatever the list says of that', async () => {
      const { store } = open();
      const line = Array.from({ length: MAX_AREA_DEPTH - 1 }, (_, at) =>
        place(`l${at}`, { parentKey: at === 0 ? null : `l${at - 1}` }),
      );
      const last = `l${MAX_AREA_DEPTH - 2}`;
      await store.areas.register([...line, place('town'), place('ward', { parentKey: 'town' }), place('x')], NOW);
      const paths = await pathsIn(store);
      await expect(
        store.areas.register([place('x', { parentKey: last }), place('Town', { parentKey: last })], NOW),
      ).rejects.toThrow('Town: areas lie in each other at most 8 deep');
      expect(await pathsIn(store)).toEqual(paths);
      await store.areas.register([place('town', { parentKey: last }), place('ward')], NOW);
      expect((await pathsIn(store)).at(-1)).toBe('x');
    });

    it('is listed in the order of paths', async () => {
      const { store } = open();
      await store.areas.register(
        [place('b'), place('a', { parentKey: 'b' }), place('a-z'), place('c', { parentKey: 'a' })],
        NOW,
      );
      expect(await pathsIn(store)).toEqual(['a-z', 'b', 'b/a', 'b/a/c']);
    });
  });
}
