import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { type Key, OPERATOR } from '../../../src/domain/actor.ts';
import { auditNote } from '../../../src/domain/audit.ts';
import { NOW } from '../../support/release.ts';
import { migratedDatabase, openTemporaryStore } from '../../support/sqlite-store.ts';

const KEY: Key = {
  id: 'c0a8012e-0000-4000-8000-000000000001',
  name: 'Front page',
  role: 'editor',
  areaKeys: [],
  prefix: 'dl_front',
  hash: 'a'.repeat(64),
  createdAt: NOW,
  expiresAt: null,
  grantedUntil: null,
  revokedAt: null,
  lastUsedAt: null,
  partnerId: null,
};

test('the use of a key is not noted while another process writes, and nobody waits for it', async () => {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  const audit = auditNote(OPERATOR, {
    at: NOW,
    action: 'key.created',
    outcome: 'accepted',
    subject: KEY.id,
    detail: {},
  });
  await store.keys.change(() => ({ save: [KEY], audit }), { at: NOW, dryRun: false, once: null });
  const other = new Database(path);
  other.exec('begin immediate');
  const started = performance.now();
  await store.keys.use(KEY, NOW);
  // Whoever waited would have for five seconds, as every other writer does.
  expect(performance.now() - started).toBeLessThan(4_000);
  other.exec('rollback');
  other.close();
  expect(await store.keys.findByPrefix('dl_front')).toEqual(KEY);
  await store.keys.use(KEY, NOW);
  expect(await store.keys.findByPrefix('dl_front')).toEqual({ ...KEY, lastUsedAt: NOW });
});
