import { describe, expect, it } from 'vitest';
import { type Key, OPERATOR } from '../../../src/domain/actor.ts';
import { type AuditNote, auditNote } from '../../../src/domain/audit.ts';
import { shifted } from '../../../src/domain/time.ts';
import type { Store } from '../../../src/store/store.ts';
import { NOW } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const KEY: Key = {
  id: 'c0a8012e-0000-4000-8000-000000000001',
  name: 'Front page',
  role: 'editor',
  areaKeys: ['fenwick', 'marlbridge'],
  prefix: 'dl_front',
  hash: 'a'.repeat(64),
  createdAt: NOW,
  expiresAt: shifted(NOW, 1_000),
  grantedUntil: shifted(NOW, 2_000),
  revokedAt: null,
  lastUsedAt: null,
  partnerId: null,
};
const OLDER: Key = {
  ...KEY,
  id: 'c0a8012e-0000-4000-8000-000000000002',
  prefix: 'dl_older',
  areaKeys: [],
  createdAt: shifted(NOW, -1),
  expiresAt: null,
};
const ALL = { limit: 100, position: null };

export function describeKeys(open: OpenStore): void {
  describe('keys', () => {
    it('are found by their prefix as they were saved', async () => {
      const { store } = open();
      await save(store, KEY);
      expect(await store.keys.findByPrefix('dl_front')).toEqual(KEY);
      expect(await store.keys.findByPrefix('dl_')).toBeUndefined();
    });

    it('are listed in the order of creation, page by page', async () => {
      const { store } = open();
      await save(store, KEY, OLDER);
      const { rows, next } = await store.keys.list({ limit: 1, position: null });
      expect(rows).toEqual([OLDER]);
      expect((await store.keys.list({ limit: 1, position: next })).rows).toEqual([KEY]);
    });

    it('are changed by a decision about all of them, which the audit trail tells of', async () => {
      const { store } = open();
      await save(store, KEY, OLDER);
      const revoked = { ...KEY, revokedAt: NOW, expiresAt: null };
      const decision = await store.keys.change((keys) => {
        expect(keys).toEqual([OLDER, KEY]);
        return { save: [revoked], audit: NOTE, more: 'is handed back' };
      }, WRITING);
      expect('more' in decision && decision.more).toBe('is handed back');
      expect((await store.keys.list(ALL)).rows).toEqual([OLDER, revoked]);
      expect((await store.audit.list(ALL)).rows).toMatchObject([NOTE, NOTE]);
    });

    it('stay as they are when a decision throws or cannot be kept', async () => {
      const { store } = open();
      await save(store, KEY);
      const refuse = () => {
        throw new Error('no');
      };
      await expect(store.keys.change(refuse, WRITING)).rejects.toThrow('no');
      const twice = { ...OLDER, prefix: KEY.prefix };
      await expect(
        store.keys.change(() => ({ save: [{ ...KEY, revokedAt: NOW }, twice], audit: NOTE }), WRITING),
      ).rejects.toThrow();
      expect((await store.keys.list(ALL)).rows).toEqual([KEY]);
      expect((await store.audit.list(ALL)).rows).toHaveLength(1);
    });

    it('know when they were last used, as the first who noted it says', async () => {
      const { store } = open();
      await save(store, KEY);
      await store.keys.use(KEY, NOW);
      await store.keys.use(KEY, shifted(NOW, 5));
      expect(await store.keys.findByPrefix('dl_front')).toEqual({ ...KEY, lastUsedAt: NOW });
      await store.keys.use({ ...KEY, lastUsedAt: NOW }, shifted(NOW, 60_000));
      expect(await store.keys.findByPrefix('dl_front')).toEqual({ ...KEY, lastUsedAt: shifted(NOW, 60_000) });
    });

    it('do not forget their use when they are changed', async () => {
      const { store } = open();
      await save(store, KEY);
      await store.keys.use(KEY, NOW);
      await store.keys.change(() => ({ save: [{ ...KEY, revokedAt: NOW }], audit: NOTE }), WRITING);
      expect(await store.keys.findByPrefix('dl_front')).toEqual({ ...KEY, revokedAt: NOW, lastUsedAt: NOW });
    });
  });
}

const NOTE: AuditNote = auditNote(OPERATOR, {
  at: NOW,
  action: 'key.created',
  outcome: 'accepted',
  subject: KEY.id,
  detail: {},
});

const WRITING = { at: NOW, dryRun: false, once: null };

async function save(store: Store, ...keys: Key[]): Promise<void> {
  await store.keys.change(() => ({ save: keys, audit: NOTE }), WRITING);
}
