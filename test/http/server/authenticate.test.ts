import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPERATOR } from '../../../src/domain/actor.ts';
import { revokeKey } from '../../../src/usecases/keys.ts';
import { instant } from '../../support/time.ts';
import { type Installation, NOW, openInstallation } from '../installation.ts';

let api: Installation;
let valid: string;
beforeAll(async () => {
  api = await openInstallation();
  valid = (await api.createKey('author')).text;
});
afterAll(() => api.close());

async function status(authorization: string, path = '/v1/articles'): Promise<number> {
  return (await api.get(path, { Authorization: authorization })).status;
}

test('a valid key is let in, its scheme in any case', async () => {
  expect([await status(`Bearer ${valid}`), await status(`bearer  ${valid}`)]).toEqual([200, 200]);
});

test('anything else is refused, never treated as nobody', async () => {
  const unknown = `dl_000000000000_${'A'.repeat(43)}`;
  const wrongSecret = `${valid.slice(0, -1)}${valid.endsWith('A') ? 'B' : 'A'}`;
  const refused = ['', 'Bearer', 'Bearer ', `Basic ${valid}`, valid, `Bearer ${unknown}`, `Bearer ${wrongSecret}`];
  for (const authorization of [...refused, `Bearer ${valid} ${valid}`, `Bearer ${valid}x`, `Bearer ${valid},`]) {
    expect([authorization, await status(authorization)]).toEqual([authorization, 401]);
  }
});

test('an invalid key is refused everywhere', async () => {
  for (const path of [
    '/v1/articles/x',
    '/v1/nothing',
    '/healthz',
    '/openapi.json',
    '/docs/',
    '/docs/problems/not-found',
  ]) {
    const { status, headers, body } = await api.client.get(path).set('Authorization', 'Bearer x');
    expect([path, status, body.code, headers['cache-control']]).toEqual([path, 401, 'unauthorized', 'no-store']);
  }
});

test('the refusal says how to ask, and no cache keeps it', async () => {
  const { headers, body } = await api.get('/v1/tags', { Authorization: 'Bearer x', 'X-Request-Id': 'test-request' });
  expect([headers['www-authenticate'], headers['cache-control'], headers['etag']]).toEqual([
    'Bearer realm="dateline", error="invalid_token"',
    'no-store',
    undefined,
  ]);
  expect(body).toEqual({
    type: 'https://news.example/docs/problems/unauthorized',
    title: 'Unauthorized',
    status: 401,
    detail: 'The Authorization header does not carry a valid key.',
    instance: '/v1/tags',
    code: 'unauthorized',
    errors: [],
    requestId: 'test-request',
  });
});

test('a key ends at its expiry and at once when it is revoked', async () => {
  const { text: brief } = await api.createKey('author', { expiresAt: instant('2020-11-02T13:00:00Z') });
  api.setTime(instant('2020-11-02T12:59:59.999Z'));
  expect(await status(`Bearer ${brief}`)).toBe(200);
  api.setTime(instant('2020-11-02T13:00:00.000Z'));
  expect(await status(`Bearer ${brief}`)).toBe(401);
  api.setTime(NOW);

  const { text, key } = await api.createKey('author');
  expect(await status(`Bearer ${text}`)).toBe(200);
  await revokeKey(api.deps, OPERATOR, key.prefix);
  expect(await status(`Bearer ${text}`)).toBe(401);
});
