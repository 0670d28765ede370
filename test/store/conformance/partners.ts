import { describe, expect, it } from 'vitest';
import { type Key, OPERATOR } from '../../../src/domain/actor.ts';
import { type AuditNote, auditNote } from '../../../src/domain/audit.ts';
import type { Partner } from '../../../src/domain/partner.ts';
import { shifted } from '../../../src/domain/time.ts';
import type { Writing } from '../../../src/store/once.ts';
import type { PartnerDecision } from '../../../src/store/partners.ts';
import type { Store } from '../../../src/store/store.ts';
import { NOW } from '../../support/release.ts';
import type { OpenStore } from './open-store.ts';

const FENWICK: Partner = {
  id: 'c0a8012e-0000-4000-8000-000000000011',
  name: 'Fenwick website',
  organisation: 'Fenwick Borough Council',
  areaKeys: ['fenwick'],
  version: 1,
  createdAt: NOW,
  suspendedAt: null,
  endedAt: null,
};
const OLDER: Partner = {
  ...FENWICK,
  id: 'c0a8012e-0000-4000-8000-000000000012',
  name: 'Harrowmere website',
  organisation: null,
  areaKeys: [],
  createdAt: shifted(NOW, -1),
};
const KEY: Key = {
  id: 'c0a8012e-0000-4000-8000-000000000013',
  name: 'Fenwick website',
  role: 'partner',
  areaKeys: [],
  partnerId: FENWICK.id,
  prefix: 'dl_fenwick',
  hash: 'a'.repeat(64),
  createdAt: NOW,
  expiresAt: null,
  grantedUntil: null,
  revokedAt: null,
  lastUsedAt: null,
};
const ALL = { limit: 100, position: null };

type Decide = (partners: readonly Partner[], keys: readonly Key[]) => PartnerDecision;

export function describePartners(open: OpenStore): void {
  describe('partners', () => {
    it('are found by their id, and listed in the order of creation, page by page', async () => {
      const { store } = open();
      await save(store, FENWICK);
      await save(store, OLDER);
      expect(await store.partners.find(FENWICK.id)).toEqual(FENWICK);
      expect(await store.partners.find('nobody')).toBeUndefined();
      const { rows, next } = await store.partners.list({ limit: 1, position: null });
      expect(rows).toEqual([OLDER]);
      expect((await store.partners.list({ limit: 1, position: next })).rows).toEqual([FENWICK]);
    });

    it('are changed together with their keys, and the audit trail tells of it', async () => {
      const { store } = open();
      await save(store, FENWICK);
      await store.keys.change(
        (_keys, partners) => {
          expect(partners).toEqual([FENWICK]);
          return { save: [KEY], audit: NOTE };
        },
        { at: NOW, dryRun: false, once: null },
      );
      const ended = { ...FENWICK, version: 2, endedAt: NOW };
      await change(store, (partners, keys) => {
        expect([partners, keys]).toEqual([[FENWICK], [KEY]]);
        return { save: ended, keys: [{ ...KEY, revokedAt: NOW }], audit: NOTE };
      });
      expect(await store.partners.find(FENWICK.id)).toEqual(ended);
      expect(await store.keys.find(KEY.id)).toEqual({ ...KEY, revokedAt: NOW });
      expect((await store.audit.list(ALL)).rows).toHaveLength(3);
    });

    it('stay as they are when a decision throws, cannot be kept, or is only tried', async () => {
      const { store } = open();
      await save(store, FENWICK);
      const refuse = () => {
        throw new Error('no');
      };
      await expect(change(store, refuse)).rejects.toThrow('no');
      await expect(save(store, { ...OLDER, name: FENWICK.name })).rejects.toThrow();
      const tried = { ...FENWICK, name: 'Tried', version: 2 };
      expect(await change(store, () => ({ save: tried, audit: NOTE }), { dryRun: true })).toMatchObject({
        save: tried,
      });
      expect((await store.partners.list(ALL)).rows).toEqual([FENWICK]);
      expect((await store.audit.list(ALL)).rows).toHaveLength(1);
    });

    it('are changed once, however often the same request comes', async () => {
      const { store } = open();
      const once = {
        scope: 'a',
        key: 'k',
        fingerprint: 'f',
        expiresAt: shifted(NOW, 1),
        answer: (decision: PartnerDecision | undefined) => decision?.save.name ?? '',
      };
      const decide = () => ({ save: FENWICK, audit: NOTE });
      expect(await change(store, decide, { once })).toMatchObject({ save: FENWICK });
      expect(await change(store, decide, { once })).toEqual({ kept: 'Fenwick website' });
      await expect(change(store, decide, { once: { ...once, fingerprint: 'g' } })).rejects.toMatchObject({
        code: 'idempotency_key_reused',
      });
      expect((await store.audit.list(ALL)).rows).toHaveLength(1);
    });
  });
}

const NOTE: AuditNote = auditNote(OPERATOR, {
  at: NOW,
  action: 'partner.created',
  outcome: 'accepted',
  subject: FENWICK.id,
  detail: {},
});

function change(store: Store, decide: Decide, how: Partial<Writing<PartnerDecision>> = {}) {
  return store.partners.change(decide, { at: NOW, dryRun: false, once: null, ...how });
}

function save(store: Store, partner: Partner) {
  return change(store, (): PartnerDecision => ({ save: partner, audit: NOTE }));
}
