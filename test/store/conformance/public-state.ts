import { describe, expect, it } from 'vitest';
import type { PublicState } from '../../../src/domain/change.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import type { AreaRegistration, Store } from '../../../src/store/store.ts';
import { decide, put, putOne } from '../../support/newsroom.ts';
import { NOW } from '../../support/release.ts';
import { shifted } from '../../support/time.ts';
import type { OpenStore } from './store.ts';

const SOON = shifted(NOW, 60_000);
const FENWICK: AreaRegistration = {
  key: 'fenwick',
  name: 'Fenwick',
  nameCy: null,
  kind: 'borough',
  gss: null,
  parentKey: null,
};

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
      const withdrawal = {
        kind: 'vanish',
        explanation: null,
        alternative: null,
        reason: null,
        at: shifted(NOW, 3),
      } as const;
      const changes: readonly [number, () => Promise<unknown>][] = [
        [1, () => put(store, { name: 'b', now: shifted(NOW, 1) })],
        [2, () => store.areas.register([FENWICK], shifted(NOW, 2))],
        [3, () => decide(store, id, { withdraw: { ...withdrawal, by: 'operator' } }, at(3))],
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
  });
}
