import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { shifted } from '../../src/domain/time.ts';
import { whileClaimed } from '../../src/usecases/claim-request.ts';
import { NOW } from '../support/release.ts';
import { openTemporaryStore } from '../support/sqlite-store.ts';

const ONCE = {
  scope: 'key:1 import',
  key: '9a1f',
  fingerprint: 'same',
  expiresAt: shifted(NOW, 60_000),
  answer: () => '',
};

it('what was carried out is told although its claim could not be ended', async () => {
  const store = openTemporaryStore();
  const claims = { ...store.claims, end: () => Promise.reject(new Error('another process is writing')) };
  const deps = { store: { ...store, claims }, clock: { now: () => NOW }, newId: randomUUID };
  expect(await whileClaimed(deps, ONCE, async () => 'done')).toBe('done');
  const refused = new Error('what was wrong with it');
  const again = whileClaimed(deps, { ...ONCE, key: '9a20' }, () => Promise.reject(refused));
  await expect(again).rejects.toBe(refused);
});

it('nobody else carries it out before it is done', async () => {
  const deps = { store: openTemporaryStore(), clock: { now: () => NOW }, newId: randomUUID };
  const { promise, resolve } = Promise.withResolvers<string>();
  const first = whileClaimed(deps, ONCE, () => promise);
  await new Promise((done) => setImmediate(done));
  const second = whileClaimed(deps, ONCE, async () => 'twice');
  await expect(second).rejects.toMatchObject({ code: 'idempotency_key_in_use' });
  resolve('done');
  expect(await first).toBe('done');
});
