import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import type { NewKey } from '../../../src/usecases/keys.ts';
import { instant } from '../../support/time.ts';
import { bearer, type Installation, NOW, openInstallation } from '../installation.ts';

let api: Installation;
let admin: NewKey;
beforeEach(async () => {
  api = await openInstallation();
  admin = await api.createKey('admin', { name: 'Kim' });
});
afterEach(() => api.close());

const get = (path: string) => api.get(path, bearer(admin));
const post = (path: string, body?: object) => api.send('post', path, { headers: bearer(admin), ...(body && { body }) });
const remove = (prefix: string) => api.send('delete', `/v1/admin/keys/${prefix}`, { headers: bearer(admin) });

const WISH = { name: 'Sam Carter', role: 'editor', areas: ['fenwick'], expiresAt: '2021-01-01T00:00:00+01:00' };
const EXPIRY = instant('2020-12-31T23:00:00.000Z');

describe('keys over HTTP', () => {
  test('are created and shown once', async () => {
    const { status, headers, body } = await post('/v1/admin/keys', WISH);
    const { key, ...shown } = body;
    expect([status, headers['location'], headers['cache-control']]).toEqual([
      201,
      `https://news.example/v1/admin/keys/${body.prefix}`,
      'no-store',
    ]);
    expect(shown).toEqual({
      id: expect.any(String),
      prefix: key.split('_')[1],
      name: 'Sam Carter',
      role: 'editor',
      areas: ['fenwick'],
      partner: null,
      state: 'valid',
      createdAt: NOW,
      expiresAt: EXPIRY,
      revokedAt: null,
      lastUsedAt: null,
    });
    expect((await get(`/v1/admin/keys/${body.prefix}`)).body).toEqual(shown);
    expect((await api.get('/v1/tags', bearer({ text: key }))).status).toBe(200);
  });

  test('are listed page by page, never with hash or secret', async () => {
    const { body } = await post('/v1/admin/keys', { name: 'Sam Carter', role: 'author' });
    const first = await get('/v1/admin/keys?limit=1');
    const second = await get(`/v1/admin/keys?limit=1&cursor=${first.body.page.next}`);
    const listed = [first, second].flatMap((page) => page.body.data);
    expect(listed.map(({ prefix }) => prefix).sort()).toEqual([admin.key.prefix, body.prefix].sort());
    for (const secret of [admin.text, admin.key.hash, body.key]) expect(JSON.stringify(listed)).not.toContain(secret);
    expect(first.headers['link']).toContain('rel="next"');
  });

  test('are rotated at once, or with a grace', async () => {
    const old = await api.createKey('partner');
    const fresh = await post(`/v1/admin/keys/${old.key.prefix}/rotate`, { graceSeconds: 60 });
    expect(fresh.status).toBe(201);
    expect((await api.get('/v1/tags', bearer(old))).status).toBe(200);
    api.setTime(shifted(NOW, 60_000));
    expect((await api.get('/v1/tags', bearer(old))).status).toBe(401);
    const next = await post(`/v1/admin/keys/${fresh.body.prefix}/rotate`, {});
    expect((await api.get('/v1/tags', bearer({ text: fresh.body.key }))).status).toBe(401);
    expect((await api.get('/v1/tags', bearer({ text: next.body.key }))).status).toBe(200);
  });

  test('are revoked once, at once', async () => {
    const { text, key } = await api.createKey('author');
    const revoked = await remove(key.prefix);
    expect([revoked.status, revoked.text, revoked.headers['content-type']]).toEqual([204, '', undefined]);
    expect((await api.get('/v1/tags', bearer({ text }))).status).toBe(401);
    expect((await remove(key.prefix)).status).toBe(409);
    expect((await get(`/v1/admin/keys/${key.prefix}`)).body).toMatchObject({ state: 'revoked', revokedAt: NOW });
  });

  test('are not revoked when the last administrator would lock everybody out', async () => {
    const { status, body } = await remove(admin.key.prefix);
    expect([status, body.code]).toEqual([409, 'conflict']);
    await api.createKey('admin');
    expect((await remove(admin.key.prefix)).status).toBe(204);
  });

  test('that do not exist are 404', async () => {
    for (const prefix of ['000000000000', 'x', '%00']) {
      expect([prefix, (await remove(prefix)).status]).toEqual([prefix, 404]);
      expect((await get(`/v1/admin/keys/${prefix}`)).status).toBe(404);
    }
    expect((await post('/v1/admin/keys/000000000000/rotate', {})).status).toBe(404);
  });

  test.each([
    [{}, ['/name', '/role']],
    [{ ...WISH, role: 'king' }, ['/role']],
    [{ ...WISH, name: 'operator' }, ['/name']],
    [{ ...WISH, role: 'admin' }, ['/areas']],
    [{ ...WISH, role: 'monitor' }, ['/areas']],
    [{ ...WISH, areas: ['Fenwick'] }, ['/areas/0']],
    [{ ...WISH, expiresAt: '2021-02-30' }, ['/expiresAt']],
    [{ ...WISH, expiresAt: '9999-12-31' }, ['/expiresAt']],
    [{ ...WISH, expiresAt: '2020-11-01' }, ['/expiresAt']],
    [{ ...WISH, expiresAt: NOW }, ['/expiresAt']],
    [{ ...WISH, hash: 'x' }, ['/hash']],
    [{ ...WISH, partner: 'nobody' }, ['/partner']],
    [{ name: 'Pat', role: 'partner' }, ['/partner']],
    [{ name: 'Pat', role: 'partner', partner: 'nobody' }, ['/partner']],
    [{ name: 'Pat', role: 'partner', partner: 'nobody', areas: ['fenwick'] }, ['/areas']],
  ])('are refused as %j', async (wish, pointers) => {
    const { status, body } = await post('/v1/admin/keys', wish);
    expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([422, pointers]);
  });

  test('that end with a day end when it is over in London', async () => {
    const ends = async (expiresAt: string) => (await post('/v1/admin/keys', { ...WISH, expiresAt })).body.expiresAt;
    expect([await ends('2021-01-01'), await ends('2021-06-30'), await ends('2020-11-02')]).toEqual([
      '2021-01-02T00:00:00.000Z',
      '2021-06-30T23:00:00.000Z',
      '2020-11-03T00:00:00.000Z',
    ]);
  });

  test('go on for a week at most', async () => {
    const { key } = await api.createKey('author');
    const rotate = async (graceSeconds: number) =>
      (await post(`/v1/admin/keys/${key.prefix}/rotate`, { graceSeconds })).status;
    expect([await rotate(604_801), await rotate(-1), await rotate(0.5), await rotate(604_800)]).toEqual([
      422, 422, 422, 201,
    ]);
  });
});

describe('the last use of a key', () => {
  test('is noted after the answer', async () => {
    const { text, key } = await api.createKey('author');
    await api.get('/v1/tags', bearer({ text }));
    await expect.poll(async () => (await get(`/v1/admin/keys/${key.prefix}`)).body.lastUsedAt).toBe(NOW);
  });
});

describe('the audit trail over HTTP', () => {
  const trail = async (query = '') => (await get(`/v1/admin/audit${query}`)).body.data;

  test('tells the life of keys, newest first', async () => {
    const { body } = await post('/v1/admin/keys', WISH);
    expect(await trail()).toEqual([
      {
        sequence: 2,
        at: NOW,
        actor: { id: `key:${admin.key.id}`, name: 'Kim' },
        action: 'key.created',
        outcome: 'accepted',
        subject: body.id,
        detail: { name: 'Sam Carter', prefix: body.prefix, role: 'editor', areas: 'fenwick', expiresAt: EXPIRY },
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      expect.objectContaining({ sequence: 1, actor: { id: 'operator', name: 'operator' }, subject: admin.key.id }),
    ]);
  });

  test('has every refused write with a key, and why', async () => {
    const author = await api.createKey('author', { name: 'Jo' });
    const headers = { ...bearer(author), 'X-Request-Id': 'test-request' };
    await api.send('post', '/v1/admin/keys', { headers, body: WISH });
    await remove(admin.key.prefix);
    await api.client.post('/v1/admin/keys').set(bearer(admin)).set('Content-Type', 'application/json').send('{');
    await api.get('/v1/admin/keys', headers);
    await api.send('post', '/v1/admin/keys', { body: WISH });
    const refused = await trail('?outcome=refused');
    expect(refused.map(({ actor, action, detail }: Record<string, unknown>) => [actor, action, detail])).toEqual([
      [{ id: `key:${admin.key.id}`, name: 'Kim' }, 'createKey', expect.objectContaining({ code: 'invalid_request' })],
      [{ id: `key:${admin.key.id}`, name: 'Kim' }, 'revokeKey', expect.objectContaining({ code: 'conflict' })],
      [
        { id: `key:${author.key.id}`, name: 'Jo' },
        'createKey',
        { code: 'forbidden', path: '/v1/admin/keys', requestId: 'test-request' },
      ],
    ]);
  });

  test('has failed attempts with a known key, a few a minute of each', async () => {
    const { text, key } = await api.createKey('author', { name: 'Jo' });
    const wrong = { Authorization: `Bearer ${text.slice(0, -43)}${'A'.repeat(43)}`, 'X-Request-Id': 'test-request' };
    for (let attempt = 0; attempt < 7; attempt += 1) expect((await api.get('/v1/tags', wrong)).status).toBe(401);
    await api.get('/v1/tags', { Authorization: `Bearer dl_000000000000_${'A'.repeat(43)}` });
    const refused = await trail('?outcome=refused');
    expect(refused).toHaveLength(5);
    expect(refused[0]).toMatchObject({
      actor: { id: 'anonymous', name: 'anonymous' },
      action: 'key.authenticated',
      subject: key.id,
      detail: { name: 'Jo', prefix: key.prefix, reason: 'wrong secret', requestId: 'test-request' },
    });
  });

  test('is filtered and paged', async () => {
    api.setTime(shifted(NOW, 86_400_000));
    const { body } = await post('/v1/admin/keys', WISH);
    await remove(body.prefix);
    const sequences = async (query: string) =>
      (await trail(query)).map(({ sequence }: { sequence: number }) => sequence);
    expect(await sequences(`?subject=${body.id}`)).toEqual([3, 2]);
    expect(await sequences('?action=key.revoked')).toEqual([3]);
    expect(await sequences('?actor=operator')).toEqual([1]);
    expect(await sequences('?to=2020-11-02')).toEqual([1]);
    expect(await sequences('?from=2020-11-03&outcome=accepted')).toEqual([3, 2]);
    const first = await get('/v1/admin/audit?limit=2&outcome=accepted');
    expect(await sequences(`?limit=2&outcome=accepted&cursor=${first.body.page.next}`)).toEqual([1]);
    expect((await get('/v1/admin/audit?outcome=maybe')).status).toBe(400);
  });
});

describe('when the audit trail cannot be written', () => {
  beforeEach(() => {
    const hand = new Database(api.database);
    hand.exec("create trigger audit_is_full before insert on audit begin select raise(abort, 'full'); end");
    hand.close();
  });

  test('a change is not made either', async () => {
    expect((await post('/v1/admin/keys', WISH)).status).toBe(500);
    expect((await get('/v1/admin/keys')).body.data).toHaveLength(1);
  });

  test('a refusal stands', async () => {
    expect((await remove(admin.key.prefix)).status).toBe(409);
    const wrong = { Authorization: `Bearer ${admin.text.slice(0, -43)}${'A'.repeat(43)}` };
    expect((await api.get('/v1/tags', wrong)).status).toBe(401);
  });
});
