import { describe, expect, it } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import type { Store } from '../../../src/store/store.ts';
import { decide, put, putOne, withdrawal } from '../../support/newsroom.ts';
import { place } from '../../support/place.ts';
import { NOW } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const SOON = shifted(NOW, 1_000);
const FENWICK = place('Fenwick');

/** What is to be told, which is then forgotten. */
async function told(store: Store): Promise<string[]> {
  const purges = await store.purges.oldest(100);
  const last = purges.at(-1);
  if (last) await store.purges.done(last.sequence);
  return purges.map(({ key }) => key);
}

export function describePurges(open: OpenStore): void {
  describe('what caches must drop', () => {
    it('is written down with every public change, and with nothing else', async () => {
      const { store } = open();
      await store.purges.expect(true);
      const { id } = await putOne(store, { name: 'a', area: 'Fenwick' });
      const draft = await putOne(store, { name: 'b', publishAt: SOON });
      expect(await told(store)).toEqual([`article-${id}`]);
      await store.changes.state(everyone(SOON));
      expect(await told(store)).toEqual([`article-${draft.id}`]);
      const audience = { ...everyone(SOON), sees: 'newsroom' as const };
      await decide(store, id, { withdraw: withdrawal('gone', { at: SOON }) }, { audience });
      expect(await told(store)).toEqual([`article-${id}`]);
    });

    it('is also what shows a name that has changed', async () => {
      const { store } = open();
      await store.purges.expect(true);
      const a = await putOne(store, { name: 'a', area: 'Fenwick', quotes: [{ by: 'Ann', rank: 'Sergeant' }] });
      await told(store);
      const { id } = await putOne(store, { name: 'b', quotes: [{ by: 'Ann', rank: 'Inspector' }], now: SOON });
      expect((await told(store)).sort()).toEqual([`article-${id}`, 'official-ann']);
      await store.areas.register([{ ...FENWICK, name: 'Fenwick on Marl' }], SOON);
      expect((await told(store)).sort()).toEqual(['area-fenwick', `article-${a.id}`]);
    });

    it('is given out in order until it was told, and no further', async () => {
      const { store } = open();
      await store.purges.expect(true);
      await put(store, { name: 'a' }, { name: 'b' }, { name: 'c' });
      const [first, second] = await store.purges.oldest(2);
      await store.purges.done(first?.sequence ?? 0);
      expect((await store.purges.oldest(1))[0]).toEqual(second);
      expect([(await store.purges.oldest(100)).length, await store.purges.waiting()]).toEqual([2, 2]);
    });

    it('is nothing while nobody is to be told', async () => {
      const { store } = open();
      await put(store, { name: 'a' });
      expect(await told(store)).toEqual([]);
      await store.purges.expect(true);
      await put(store, { name: 'b' });
      await store.purges.expect(false);
      await put(store, { name: 'c' });
      expect(await told(store)).toEqual([]);
    });
  });
}
