import { describe, expect, it } from 'vitest';
import type { AuditNote, AuditQuery } from '../../../src/domain/audit.ts';
import { NO_ENTRY } from '../../../src/domain/audit.ts';
import { shifted } from '../../../src/domain/time.ts';
import type { Store } from '../../../src/store/store.ts';
import { NOW } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const NOTE: AuditNote = {
  at: NOW,
  actor: 'key:1',
  actorTitle: 'Sam Carter',
  action: 'article.published',
  outcome: 'accepted',
  subject: 'a1',
  detail: { reason: 'urgent', edition: 2, forced: true, from: null },
};

export function describeAudit(open: OpenStore): void {
  describe('the audit trail', () => {
    it('numbers and chains what is appended', async () => {
      const { store } = open();
      const first = await store.audit.append(NOTE);
      const second = await store.audit.append(NOTE);
      expect([first, second]).toEqual([
        { ...NOTE, sequence: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
        { ...NOTE, sequence: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ]);
      expect(first.hash).not.toBe(second.hash);
      expect((await store.audit.list({ limit: 10, position: null })).rows).toEqual([second, first]);
    });

    it('is listed newest first, page by page, in both directions', async () => {
      const { store } = open();
      for (let at = 0; at < 5; at += 1) await store.audit.append(NOTE);
      const first = await store.audit.list({ limit: 2, position: null });
      const second = await store.audit.list({ limit: 2, position: first.next });
      const third = await store.audit.list({ limit: 2, position: second.next });
      const back = await store.audit.list({ limit: 2, position: third.prev });
      expect([first, second, third, back].map(({ rows }) => rows.map(({ sequence }) => sequence))).toEqual([
        [5, 4],
        [3, 2],
        [1],
        [3, 2],
      ]);
      expect([first.prev, third.next]).toEqual([null, null]);
    });

    it.each<[Partial<AuditQuery>, number[]]>([
      [{}, [4, 3, 2, 1]],
      [{ subject: 'a1' }, [3, 1]],
      [{ actor: 'operator' }, [2]],
      [{ action: 'key.revoked' }, [4, 2]],
      [{ outcome: 'refused' }, [4]],
      [{ from: shifted(NOW, 1) }, [4, 3, 2]],
      [{ before: shifted(NOW, 3) }, [3, 2, 1]],
      [{ from: shifted(NOW, 1), before: shifted(NOW, 3), subject: 'a1' }, [3]],
      [{ subject: 'nothing' }, []],
    ])('is filtered by %j', async (filters, sequences) => {
      const { store } = open();
      await fill(store);
      const { rows } = await store.audit.list({ ...filters, limit: 10, position: null });
      expect(rows.map(({ sequence }) => sequence)).toEqual(sequences);
    });

    it('verifies, also when it is empty, and names its head', async () => {
      const { store } = open();
      expect(await store.audit.verify()).toEqual({ entries: 0, head: NO_ENTRY, broken: null });
      const { sequence, hash } = await fill(store);
      expect(await store.audit.verify()).toEqual({ entries: 4, head: { sequence, hash }, broken: null });
    });

    it('verifies against a head that was kept elsewhere', async () => {
      const { store } = open();
      const kept = await store.audit.append(NOTE);
      await store.audit.append(NOTE);
      expect((await store.audit.verify(kept)).broken).toBeNull();
      expect((await store.audit.verify({ ...kept, hash: 'f'.repeat(64) })).broken).toEqual({
        sequence: 1,
        fault: 'head',
      });
      expect((await store.audit.verify({ ...kept, sequence: 7 })).broken).toEqual({ sequence: 3, fault: 'head' });
    });

    it('verifies more entries than are read at a time', async () => {
      const { store } = open();
      for (let at = 0; at < 1_001; at += 1) await store.audit.append(NOTE);
      expect(await store.audit.verify()).toMatchObject({ entries: 1_001, broken: null });
    });
  });
}

/** Four entries, each a millisecond after the one before. */
async function fill(store: Store) {
  await store.audit.append(NOTE);
  await store.audit.append({ ...NOTE, at: shifted(NOW, 1), actor: 'operator', action: 'key.revoked', subject: null });
  await store.audit.append({ ...NOTE, at: shifted(NOW, 2) });
  return store.audit.append({
    ...NOTE,
    at: shifted(NOW, 3),
    action: 'key.revoked',
    outcome: 'refused',
    subject: 'k1',
  });
}
