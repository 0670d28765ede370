import { createHash, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Key } from '../../src/domain/actor.ts';
import { type Actor, actorOf, MAX_KEY_AREAS, OPERATOR } from '../../src/domain/actor.ts';
import { shifted } from '../../src/domain/time.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { authenticateKey, noteKeyUse } from '../../src/usecases/authenticate-key.ts';
import { everyRow } from '../../src/usecases/every-row.ts';
import {
  createKey as create,
  listKeys,
  MAX_GRACE_SECONDS,
  readKey,
  revokeKey,
  rotateKey as rotate,
} from '../../src/usecases/keys.ts';
import { actOnPartner } from '../../src/usecases/partners.ts';
import { carriedOut } from '../../src/usecases/write-wish.ts';
import { type Installation, NOW, openInstallation } from '../http/installation.ts';
import { addressOf } from '../support/address.ts';
import { instant } from '../support/time.ts';

let api: Installation;
beforeEach(async () => {
  api = await openInstallation();
});
afterEach(() => api.close());

const LATER = instant('2021-01-01T00:00:00.000Z');
const WISH = { name: 'Fenwick website', role: 'editor', areaKeys: ['fenwick'], expiresAt: LATER } as const;

const createKey = async (...wish: Parameters<typeof create>) => carriedOut(await create(...wish));
const rotateKey = async (...wish: Parameters<typeof rotate>) => carriedOut(await rotate(...wish));

async function everyKey(): Promise<Key[]> {
  const keys: Key[] = [];
  for await (const key of everyRow((page) => listKeys(api.deps, page))) keys.push(key);
  return keys;
}

async function trail() {
  const { rows } = await api.store.audit.list({ limit: 100, position: null });
  return rows
    .toReversed()
    .map(({ actor, action, outcome, subject, detail }) => ({ actor, action, outcome, subject, detail }));
}

test('a key is shown once and kept only as its hash', async () => {
  const { key, text } = await createKey(api.deps, OPERATOR, WISH);
  expect(text).toMatch(new RegExp(`^dl_${key.prefix}_[A-Za-z0-9_-]{43}$`));
  expect(await everyKey()).toEqual([
    {
      id: key.id,
      ...WISH,
      grantedUntil: LATER,
      prefix: key.prefix,
      hash: createHash('sha256').update(text).digest('hex'),
      createdAt: NOW,
      revokedAt: null,
      lastUsedAt: null,
      partnerId: null,
    },
  ]);
});

test('a key of a partner stands for it, and opens nothing while that is not active', async () => {
  const partner = await api.createPartner({ areaKeys: ['fenwick'] });
  const { key, text } = await api.createKey('partner', { partnerId: partner.id });
  expect(await authenticateKey(api.deps, text, NOW)).toEqual({ key, partner });
  expect(actorOf(key, partner)).toMatchObject({ partnerId: partner.id, areaKeys: ['fenwick'] });
  const refused = { mistaken: { key, reason: 'no active partner' } };
  const act = async (what: 'suspend' | 'resume' | 'end', version: number) => {
    await actOnPartner(api.deps, { id: partner.id, version }, what, { actor: OPERATOR, dryRun: false, once: null });
    return authenticateKey(api.deps, text, NOW);
  };
  expect(await act('suspend', 1)).toEqual(refused);
  expect((await act('resume', 2)).key).toEqual(key);
  expect(await act('end', 3)).toMatchObject({ mistaken: { reason: 'revoked' } });
});

test('a key says whose it is', async () => {
  const { key, text } = await createKey(api.deps, OPERATOR, WISH);
  expect(await authenticateKey(api.deps, text, NOW)).toEqual({ key });
  expect(actorOf(key)).toEqual({
    kind: 'key',
    keyId: key.id,
    name: 'Fenwick website',
    role: 'editor',
    areaKeys: ['fenwick'],
  });
  const wrong = `${text.slice(0, 16)}${'A'.repeat(43)}`;
  expect(await authenticateKey(api.deps, wrong, NOW)).toEqual({ mistaken: { key, reason: 'wrong secret' } });
  expect(await authenticateKey(api.deps, randomUUID(), NOW)).toEqual({});
  expect(await authenticateKey(api.deps, text, LATER)).toEqual({ mistaken: { key, reason: 'expired' } });
  await revokeKey(api.deps, OPERATOR, key.prefix);
  expect(await authenticateKey(api.deps, text, NOW)).toMatchObject({ mistaken: { reason: 'revoked' } });
});

test('a key that another process has revoked opens nothing from then on', async () => {
  const { key, text } = await createKey(api.deps, OPERATOR, WISH);
  const other = openSqliteStore({ path: api.database, newId: randomUUID, addressOf });
  await revokeKey({ ...api.deps, store: other }, OPERATOR, key.prefix);
  await other.close();
  expect(await authenticateKey(api.deps, text, NOW)).toMatchObject({ mistaken: { reason: 'revoked' } });
});

describe('a wish', () => {
  test('is kept tidy', async () => {
    const wish = { ...WISH, name: '  Sam   Carter ', areaKeys: ['marlbridge', 'fenwick', 'marlbridge'] };
    const { key } = await createKey(api.deps, OPERATOR, wish);
    expect([key.name, key.areaKeys]).toEqual(['Sam Carter', ['marlbridge', 'fenwick']]);
  });

  test.each([
    [{ name: 'Operator' }, '/name'],
    [{ name: 'a'.repeat(101) }, '/name'],
    [{ areaKeys: ['fenwick', 'Not a slug'] }, '/areas/1'],
    [{ areaKeys: Array.from({ length: MAX_KEY_AREAS + 1 }, (_, index) => `area-${index}`) }, '/areas'],
    [{ role: 'admin' }, '/areas'],
    [{ expiresAt: NOW }, '/expiresAt'],
  ] as const)('is refused when %j', async (wish, pointer) => {
    await expect(createKey(api.deps, OPERATOR, { ...WISH, ...wish })).rejects.toMatchObject({
      code: 'invalid_body',
      errors: [{ pointer }],
    });
    expect(await everyKey()).toEqual([]);
  });

  test('may name as many areas as a key can have', async () => {
    const areaKeys = Array.from({ length: MAX_KEY_AREAS }, (_, index) => `area-${index}`);
    expect((await createKey(api.deps, OPERATOR, { ...WISH, areaKeys })).key.areaKeys).toEqual(areaKeys);
  });
});

describe('rotation', () => {
  test('leaves one valid key of the same kind', async () => {
    const old = await createKey(api.deps, OPERATOR, WISH);
    const fresh = await rotateKey(api.deps, OPERATOR, { prefix: old.key.prefix, graceSeconds: 0 });
    expect(fresh.key).toMatchObject(WISH);
    expect(fresh.key.prefix).not.toBe(old.key.prefix);
    expect(await authenticateKey(api.deps, old.text, NOW)).toMatchObject({ mistaken: { reason: 'revoked' } });
    expect(await authenticateKey(api.deps, fresh.text, NOW)).toEqual({ key: fresh.key });
  });

  test('with a grace lets the old key go on so long and no longer', async () => {
    const old = await createKey(api.deps, OPERATOR, WISH);
    await rotateKey(api.deps, OPERATOR, { prefix: old.key.prefix, graceSeconds: 60 });
    expect(await authenticateKey(api.deps, old.text, shifted(NOW, 59_999))).toHaveProperty('key');
    expect(await authenticateKey(api.deps, old.text, shifted(NOW, 60_000))).not.toHaveProperty('key');
  });

  test.each([
    ['never', null, 60, 60_000],
    ['after the grace', 60_001, 60, 60_000],
    ['with the grace', 60_000, 60, 60_000],
    ['before the grace', 59_999, 60, 59_999],
    ['before the longest grace', 1_000, MAX_GRACE_SECONDS, 1_000],
  ])('of a key that ends %s lets it go on to the earlier of the two', async (_, own, graceSeconds, endsIn) => {
    const expiresAt = own === null ? null : shifted(NOW, own);
    const { key } = await createKey(api.deps, OPERATOR, { ...WISH, expiresAt });
    const fresh = await rotateKey(api.deps, OPERATOR, { prefix: key.prefix, graceSeconds });
    const ends = [(await readKey(api.deps, key.prefix)).expiresAt, fresh.key.expiresAt];
    expect(ends).toEqual([shifted(NOW, endsIn), expiresAt]);
  });

  test.each([
    ['never', null],
    ['later', LATER],
  ])('once more, of a key that would have ended %s, lets no successor end with its grace', async (_, expiresAt) => {
    const { key } = await createKey(api.deps, OPERATOR, { ...WISH, expiresAt });
    const endsAfter = async (graceSeconds: number) => {
      const fresh = await rotateKey(api.deps, OPERATOR, { prefix: key.prefix, graceSeconds });
      return [(await readKey(api.deps, key.prefix)).expiresAt, fresh.key.expiresAt];
    };
    expect(await endsAfter(60)).toEqual([shifted(NOW, 60_000), expiresAt]);
    expect(await endsAfter(3600)).toEqual([shifted(NOW, 60_000), expiresAt]);
    expect(await endsAfter(30)).toEqual([shifted(NOW, 30_000), expiresAt]);
  });
});

test('a key that is closed, expired or unknown cannot be revoked or rotated again', async () => {
  const { key } = await createKey(api.deps, OPERATOR, WISH);
  const unknown = { code: 'not_found', message: 'No key has this prefix.' };
  await expect(revokeKey(api.deps, OPERATOR, '000000000000')).rejects.toMatchObject(unknown);
  await expect(rotateKey(api.deps, OPERATOR, { prefix: '000000000000', graceSeconds: 0 })).rejects.toMatchObject(
    unknown,
  );
  await revokeKey(api.deps, OPERATOR, key.prefix);
  const revoked = { code: 'conflict', message: 'The key is revoked already.' };
  await expect(revokeKey(api.deps, OPERATOR, key.prefix)).rejects.toMatchObject(revoked);
  await expect(rotateKey(api.deps, OPERATOR, { prefix: key.prefix, graceSeconds: 0 })).rejects.toMatchObject(revoked);
  const expired = await createKey(api.deps, OPERATOR, WISH);
  api.setTime(LATER);
  await expect(rotateKey(api.deps, OPERATOR, { prefix: expired.key.prefix, graceSeconds: 0 })).rejects.toMatchObject({
    message: 'The key is expired already.',
  });
  expect(await everyKey()).toHaveLength(2);
});

describe('the last valid key of an administrator', () => {
  async function admin(expiresAt = LATER): Promise<{ by: Actor; prefix: string }> {
    const { key } = await createKey(api.deps, OPERATOR, { name: 'Kim', role: 'admin', areaKeys: [], expiresAt });
    return { by: actorOf(key), prefix: key.prefix };
  }

  test('cannot be revoked with a key, but on the command line', async () => {
    const first = await admin();
    const brief = await admin(shifted(NOW, 1_000));
    api.setTime(shifted(NOW, 1_000));
    await expect(revokeKey(api.deps, first.by, first.prefix)).rejects.toMatchObject({ code: 'conflict' });
    await revokeKey(api.deps, first.by, brief.prefix);
    await revokeKey(api.deps, OPERATOR, first.prefix);
    expect((await readKey(api.deps, first.prefix)).revokedAt).toBe(shifted(NOW, 1_000));
  });

  test('is the one that is left when two revoke each other at once', async () => {
    const [one, other] = [await admin(), await admin()];
    const results = await Promise.allSettled([
      revokeKey(api.deps, one.by, other.prefix),
      revokeKey(api.deps, other.by, one.prefix),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

test('the audit trail tells the life of a key, and never its secret', async () => {
  const { key, text } = await createKey(api.deps, OPERATOR, WISH);
  const fresh = await rotateKey(api.deps, actorOf(key), { prefix: key.prefix, graceSeconds: 60 });
  await revokeKey(api.deps, OPERATOR, key.prefix);
  const known = { name: 'Fenwick website', prefix: key.prefix };
  expect(await trail()).toEqual([
    {
      actor: 'operator',
      action: 'key.created',
      outcome: 'accepted',
      subject: key.id,
      detail: { ...known, role: 'editor', areas: 'fenwick', expiresAt: LATER },
    },
    {
      actor: `key:${key.id}`,
      action: 'key.rotated',
      outcome: 'accepted',
      subject: key.id,
      detail: { ...known, successor: fresh.key.prefix, endsAt: shifted(NOW, 60_000) },
    },
    { actor: 'operator', action: 'key.revoked', outcome: 'accepted', subject: key.id, detail: known },
  ]);
  for (const secret of [text, fresh.text, key.hash]) expect(JSON.stringify(await trail())).not.toContain(secret);
});

test('the last use of a key is noted once a minute', async () => {
  const { key } = await createKey(api.deps, OPERATOR, WISH);
  const used = async (now: typeof NOW) => {
    await noteKeyUse(api.deps, await readKey(api.deps, key.prefix), now);
    return (await readKey(api.deps, key.prefix)).lastUsedAt;
  };
  expect(await used(NOW)).toBe(NOW);
  expect(await used(shifted(NOW, 59_999))).toBe(NOW);
  expect(await used(shifted(NOW, 60_000))).toBe(shifted(NOW, 60_000));
});
