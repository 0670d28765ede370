import { describe, expect, it } from 'vitest';
import type { PublicState } from '../../../src/domain/change.ts';
import { type Instant, shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import type { Store } from '../../../src/store/store.ts';
import { decide, put, putOne, withdrawal } from '../../support/newsroom.ts';
import { place } from '../../support/place.ts';
import { NOW } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const SOON = shifted(NOW, 60_000);
const FENWICK = place('Fenwick', { kind: 'borough' });

const stateOf = (store: Store, at: Instant = NOW): Promise<PublicState> => store.changes.state(everyone(at));

export function describePublicState(open: OpenStore): void {
  describe('the state of the public', () => {
    it('has no date before anything was public', async () => {
      const { store } = open();
      expect((await stateOf(store)).changedAt).toBeNull();
    });

    it('moves with every change of what the public sees, and its date is that of the last one', async () => {
      const { store } = open();
      const { id } = await putOne(store, { name: 'a', area: 'Fenwick' });
      const at = (millis: number) => ({ audience: { ...everyone(shifted(NOW, millis)), sees: 'newsroom' as const } });
      const changes: readonly [number, () => Promise<unknown>][] = [
        [1, () => put(store, { name: 'b', now: shifted(NOW, 1) })],
        [2, () => store.areas.register([FENWICK], shifted(NOW, 2))],
        [3, () => decide(store, id, { withdraw: withdrawal('vanish', { at: shifted(NOW, 3) }) }, at(3))],
        [4, () => decide(store, id, { reinstate: true }, at(4))],
      ];
      let before = await stateOf(store);
      for (const [millis, change] of changes) {
        await change();
        const after = await stateOf(store, shifted(NOW, millis));
        expect(after.version).not.toBe(before.version);
        expect(after.changedAt).toBe(shifted(NOW, millis));
        before = after;
      }
    });

    it('stands still for what the public cannot see', async () => {
      const { store } = open();
      await put(store, { name: 'a' });
      const before = await stateOf(store);
      await put(store, { name: 'a', title: 'Draft', publishAt: null }, { name: 'b', publishAt: SOON });
      await store.audit.append({
        at: SOON,
        actor: 'operator',
        actorTitle: 'operator',
        action: 'tried',
        outcome: 'refused',
        subject: null,
        detail: {},
      });
      expect(await stateOf(store, shifted(SOON, -1))).toEqual(before);
    });

    it('moves at the instant of a lift, although no job has run, and has its date', async () => {
      const { store } = open();
      await put(store, { name: 'a' }, { name: 'b', publishAt: SOON });
      const before = await stateOf(store, shifted(SOON, -1));
      const after = await stateOf(store, SOON);
      expect(after.version).not.toBe(before.version);
      expect(after.changedAt).toBe(SOON);
      expect(await stateOf(store, shifted(SOON, 1))).toEqual(after);
    });

    it('has a later date after a change whose clock stood behind', async () => {
      const { store } = open();
      await put(store, { name: 'a', now: SOON });
      await put(store, { name: 'b', now: NOW });
      expect((await stateOf(store, SOON)).changedAt).toBe(shifted(SOON, 1_000));
      await store.areas.register([FENWICK], NOW);
      expect((await stateOf(store, SOON)).changedAt).toBe(shifted(SOON, 2_000));
    });

    describe('touches between two of its states', () => {
      const touched = async (store: Store, change: () => Promise<unknown>) => {
        const before = await stateOf(store);
        await change();
        return store.changes.touched(before, await stateOf(store));
      };

      it('a new article, and the areas that it is in and below', async () => {
        const { store } = open();
        await store.areas.register(
          [
            { ...FENWICK, key: 'ouse', name: 'Ouse' },
            { ...FENWICK, parentKey: 'ouse' },
          ],
          NOW,
        );
        await put(store, { name: 'a' });
        const { id } = await putOne(store, { name: 'b', publishAt: null });
        expect(await touched(store, () => put(store, { name: 'b', area: 'Fenwick' }))).toEqual({
          articles: new Set([id]),
          areas: new Set(['ouse', 'fenwick']),
        });
      });

      it('nothing by what the public cannot see, nor by a log that is compacted', async () => {
        const { store } = open();
        await put(store, { name: 'a' });
        await put(store, { name: 'a', title: 'Corrected' });
        const nothing = { articles: new Set(), areas: new Set() };
        expect(await touched(store, () => put(store, { name: 'b', publishAt: null }))).toEqual(nothing);
        expect(await touched(store, () => store.changes.compact(SOON, 10))).toEqual(nothing);
      });

      it('an article that was public before, and the lists of whatever area it may have been in', async () => {
        const { store } = open();
        const { id } = await putOne(store, { name: 'a', area: 'Fenwick' });
        const touching = { articles: new Set([id]), areas: null };
        expect(await touched(store, () => put(store, { name: 'a', area: 'Tarn' }))).toEqual(touching);
        const withdraw = () => decide(store, id, { withdraw: withdrawal('notice') });
        expect(await touched(store, withdraw)).toEqual(touching);
        expect(await touched(store, () => decide(store, id, { reinstate: true }))).toEqual(touching);
        const both = async () => {
          const fresh = await putOne(store, { name: 'b', area: 'Fenwick' });
          await put(store, { name: 'b', area: 'Tarn' });
          return fresh;
        };
        expect((await touched(store, both))?.areas).toBeNull();
      });

      it('all there is, where a name changed, too much did, or somebody has written since', async () => {
        const { store } = open();
        await store.areas.register([FENWICK], NOW);
        await put(store, { name: 'a', area: 'Fenwick', quotes: [{ by: 'Ann' }] });
        const many = (from: number, to: number) =>
          Array.from({ length: to - from }, (_, at) => ({ name: `many-${from + at}` }));
        const rename = () => store.areas.register([{ ...FENWICK, name: 'Fenwick Vale' }], NOW);
        expect(await touched(store, rename)).toBeUndefined();
        expect(
          await touched(store, () => put(store, { name: 'b', quotes: [{ by: 'ANN' }], now: shifted(NOW, 1) })),
        ).toBeUndefined();
        expect((await touched(store, () => put(store, ...many(0, 64))))?.articles.size).toBe(64);
        expect(await touched(store, () => put(store, ...many(64, 129)))).toBeUndefined();
        const before = await stateOf(store);
        await put(store, { name: 'c' });
        const now = await stateOf(store);
        await put(store, { name: 'd' });
        expect(await store.changes.touched(before, now)).toBeUndefined();
      });
    });
  });
}
