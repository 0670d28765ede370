import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { authenticateKey, createKey, listKeys, revokeKey, rotateKey } from '../../src/usecases/keys.ts';
import { at, type Installation, NOW, openInstallation } from '../http/installation.ts';

let api: Installation;
beforeEach(async () => {
  api = await openInstallation();
});
afterEach(() => api.close());

const LATER = at('2021-01-01T00:00:00.000Z');
const WISH = { name: 'Fenwick website', role: 'editor', expiresAt: LATER } as const;

test('a key is shown once and kept only as its hash', async () => {
  const { key, text } = await createKey(api.deps, WISH);
  expect(text).toMatch(new RegExp(`^dl_${key.prefix}_[A-Za-z0-9_-]{43}$`));
  expect(await listKeys(api.deps)).toEqual([
    {
      id: key.id,
      ...WISH,
      prefix: key.prefix,
      hash: createHash('sha256').update(text).digest('hex'),
      createdAt: NOW,
      revokedAt: null,
    },
  ]);
});

test('a key says whose it is', async () => {
  const { key, text } = await createKey(api.deps, WISH);
  const actor = { kind: 'key', keyId: key.id, name: 'Fenwick website', role: 'editor' };
  expect(await authenticateKey(api.deps, text, NOW)).toEqual(actor);
  expect(await authenticateKey(api.deps, `${text.slice(0, 16)}${'A'.repeat(43)}`, NOW)).toBeUndefined();
  expect(await authenticateKey(api.deps, randomUUID(), NOW)).toBeUndefined();
  expect(await authenticateKey(api.deps, text, LATER)).toBeUndefined();
});

test('rotation leaves one valid key of the same kind', async () => {
  const old = await createKey(api.deps, WISH);
  const fresh = await rotateKey(api.deps, old.key.prefix);
  expect(fresh.key).toMatchObject(WISH);
  expect(fresh.key.prefix).not.toBe(old.key.prefix);
  expect(await authenticateKey(api.deps, old.text, NOW)).toBeUndefined();
  expect(await authenticateKey(api.deps, fresh.text, NOW)).toMatchObject({ role: 'editor' });
});

test('a key that is closed, expired or unknown cannot be revoked or rotated again', async () => {
  const refusal = { code: 'not_found', message: 'No valid key has this prefix.' };
  const { key } = await createKey(api.deps, WISH);
  await revokeKey(api.deps, key.prefix);
  for (const prefix of [key.prefix, '000000000000']) {
    await expect(revokeKey(api.deps, prefix)).rejects.toMatchObject(refusal);
    await expect(rotateKey(api.deps, prefix)).rejects.toMatchObject(refusal);
  }
  const expired = await createKey(api.deps, WISH);
  api.setTime(LATER);
  await expect(rotateKey(api.deps, expired.key.prefix)).rejects.toMatchObject(refusal);
  expect(await listKeys(api.deps)).toHaveLength(2);
});
