import { describe, expect, it } from 'vitest';
import type { Key } from '../../../src/domain/actor.ts';
import { NOW } from '../../support/release.ts';
import { shifted } from '../../support/time.ts';
import type { OpenStore } from './store.ts';

const KEY: Key = {
  id: 'c0a8012e-0000-4000-8000-000000000001',
  name: 'Front page',
  role: 'editor',
  prefix: 'dl_front',
  hash: 'a'.repeat(64),
  createdAt: NOW,
  expiresAt: shifted(NOW, 1_000),
  revokedAt: null,
};
const OLDER: Key = {
  ...KEY,
  id: 'c0a8012e-0000-4000-8000-000000000002',
  prefix: 'dl_older',
  createdAt: shifted(NOW, -1),
  expiresAt: null,
};

export function describeKeys(open: OpenStore): void {
  describe('keys', () => {
    it('are found by their prefix as they were added', async () => {
      const { store } = open();
      await store.keys.add(KEY);
      expect(await store.keys.findByPrefix('dl_front')).toEqual(KEY);
      expect(await store.keys.findByPrefix('dl_')).toBeUndefined();
    });

    it('are listed in the order of creation', async () => {
      const { store } = open();
      await store.keys.add(KEY);
      await store.keys.add(OLDER);
      expect(await store.keys.list()).toEqual([OLDER, KEY]);
    });

    it('are closed once, and at once', async () => {
      const { store } = open();
      await store.keys.add(KEY);
      expect(await store.keys.revoke('dl_front', NOW)).toBe(true);
      expect(await store.keys.findByPrefix('dl_front')).toEqual({ ...KEY, revokedAt: NOW });
      expect(await store.keys.revoke('dl_front', shifted(NOW, 5))).toBe(false);
      expect(await store.keys.revoke('dl_nobody', NOW)).toBe(false);
      expect(await store.keys.list()).toEqual([{ ...KEY, revokedAt: NOW }]);
    });

    it('never share a prefix', async () => {
      const { store } = open();
      await store.keys.add(KEY);
      await expect(store.keys.add({ ...OLDER, prefix: KEY.prefix })).rejects.toThrow();
      expect(await store.keys.list()).toEqual([KEY]);
    });
  });
}
