import { describe, expect, it } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import { decide, deciding, put, putOne, slugsOf, withdrawal } from '../../support/newsroom.ts';
import { NOW, release, urlOf } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const LATER = shifted(NOW, 60_000);

export function describeMoves(open: OpenStore): void {
  describe('an article that is given another slug', () => {
    it('moves there with the edition that asks for it, and every old slug leads to the newest', async () => {
      const { store, check } = open();
      await putOne(store, { name: 'a' });
      await put(store, { name: 'a', movesTo: 'b' });
      await put(store, { name: 'a', movesTo: 'c' });
      expect(await slugsOf(store)).toEqual(['c']);
      expect(await store.articles.find('c', everyone(NOW))).toMatchObject({ slug: 'c', url: urlOf('a'), edition: 3 });
      for (const old of ['a', 'b']) {
        expect(await store.articles.find(old, everyone(NOW))).toBeUndefined();
        expect(await store.articles.movedTo(old, everyone(NOW))).toBe('c');
      }
      for (const other of ['c', 'never']) expect(await store.articles.movedTo(other, everyone(NOW))).toBeUndefined();
      check();
    });

    it('stays where it is when a later edition asks for nothing, or for the same', async () => {
      const { store } = open();
      await putOne(store, { name: 'a' });
      await put(store, { name: 'a', movesTo: 'b' });
      await put(store, { name: 'a', movesTo: 'b', title: 'Same' });
      await put(store, { name: 'a', title: 'Nothing' });
      expect(await slugsOf(store)).toEqual(['b']);
      expect(await store.articles.movedTo('a', everyone(NOW))).toBe('b');
    });

    it('can come back', async () => {
      const { store } = open();
      await putOne(store, { name: 'a' });
      await put(store, { name: 'a', movesTo: 'b' });
      await put(store, { name: 'a', movesTo: 'a' });
      expect(await slugsOf(store)).toEqual(['a']);
      expect(await store.articles.movedTo('b', everyone(NOW))).toBe('a');
      expect(await store.articles.movedTo('a', everyone(NOW))).toBeUndefined();
    });

    it('leaves its old slugs to nobody else', async () => {
      const { store } = open();
      await putOne(store, { name: 'a' });
      await put(store, { name: 'a', movesTo: 'b' });
      await put(store, { name: 'other', slug: 'a' }, { name: 'third', movesTo: 'a' }, { name: 'fourth', movesTo: 'b' });
      expect((await slugsOf(store)).sort()).toEqual(['a-2', 'a-3', 'b', 'b-2']);
    });

    it('moves at the instant at which the edition is public, and takes no name before', async () => {
      const { store } = open();
      await putOne(store, { name: 'a' });
      await put(store, { name: 'a', movesTo: 'b', publishAt: LATER });
      const before = everyone(shifted(LATER, -1));
      expect(await store.articles.find('a', before)).toMatchObject({ slug: 'a' });
      expect(await store.articles.movedTo('b', before)).toBeUndefined();
      await put(store, { name: 'other', movesTo: 'b' });
      expect((await slugsOf(store, {}, LATER)).sort()).toEqual(['b', 'b-2']);
      expect(await store.articles.movedTo('a', everyone(LATER))).toBe('b-2');
    });

    it('takes an address along that was made of its slug', async () => {
      const { store } = open();
      const made = { name: 'a', source: null, url: null };
      const [first] = await store.articles.change([{ ...release(made), article: null }]);
      const id = first?.ok ? (first.article?.id ?? '') : '';
      await store.articles.change([{ ...release({ ...made, movesTo: 'b' }), article: { id } }]);
      expect(await store.articles.find('b', everyone(NOW))).toMatchObject({ url: 'https://news.example/articles/b' });
    });

    it('leads to what stands in its place once it is withdrawn, and to nothing once it has vanished', async () => {
      const { store } = open();
      const { id } = await putOne(store, { name: 'a' });
      await put(store, { name: 'a', movesTo: 'b' });
      await decide(store, id, { withdraw: withdrawal('notice') });
      expect(await store.articles.movedTo('a', everyone(NOW))).toBe('b');
      await store.articles.change([deciding(id, { reinstate: true })]);
      await decide(store, id, { withdraw: withdrawal('vanish') });
      expect(await store.articles.movedTo('a', everyone(NOW))).toBeUndefined();
    });
  });
}
