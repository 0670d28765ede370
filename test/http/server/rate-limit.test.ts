import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { addressGroup, createRateLimiter, type RateLimits } from '../../../src/http/admission/rate-limit.ts';
import { bearer, type Installation, NOW, openInstallation } from '../installation.ts';

const LIMITS: RateLimits = {
  read: { quota: 3, windowSeconds: 60 },
  write: { quota: 2, windowSeconds: 60 },
  failure: { quota: 2, windowSeconds: 60 },
};

describe('a limiter', () => {
  test('grants its quota in each window, and says what is left and for how long', () => {
    const count = createRateLimiter({ quota: 2, windowSeconds: 60 });
    expect([count('a', NOW), count('a', shifted(NOW, 1)), count('a', shifted(NOW, 59_001))]).toEqual([
      { isAllowed: true, remaining: 1, resetSeconds: 60 },
      { isAllowed: true, remaining: 0, resetSeconds: 60 },
      { isAllowed: false, remaining: 0, resetSeconds: 1 },
    ]);
    expect(count('a', shifted(NOW, 59_999)).isAllowed).toBe(false);
    expect(count('a', shifted(NOW, 60_000))).toEqual({ isAllowed: true, remaining: 1, resetSeconds: 60 });
  });

  test('counts everybody apart', () => {
    const count = createRateLimiter({ quota: 1, windowSeconds: 60 });
    expect([count('a', NOW), count('b', NOW), count('a', NOW)].map(({ isAllowed }) => isAllowed)).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('forgets whom it has not seen for longest when it is full', () => {
    const count = createRateLimiter({ quota: 2, windowSeconds: 60 }, 2);
    for (const who of ['a', 'b', 'a', 'c']) count(who, NOW);
    expect([count('a', NOW).remaining, count('b', NOW).remaining]).toEqual([0, 1]);
  });

  test('begins anew when the clock was put back', () => {
    const count = createRateLimiter({ quota: 1, windowSeconds: 60 });
    count('a', NOW);
    expect(count('a', shifted(NOW, -1))).toEqual({ isAllowed: true, remaining: 0, resetSeconds: 60 });
  });
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('the address %s counts as %s', (ip, group) => {
  expect(addressGroup(ip)).toBe(group);
});

describe('requests', () => {
  let api: Installation;
  beforeEach(async () => {
    api = await openInstallation({ rateLimits: LIMITS, trustProxy: ['loopback'] });
  });
  afterEach(() => api.close());

  const from = (address: string) => ({ 'X-Forwarded-For': address });

  test('are told what is granted and what is left', async () => {
    api.setTime(NOW);
    await api.get('/v1/tags');
    api.setTime(shifted(NOW, 19_000));
    const { headers } = await api.get('/v1/tags');
    expect([headers['ratelimit-policy'], headers['ratelimit']]).toEqual(['"read";q=3;w=60', '"read";r=1;t=41']);
  });

  test('beyond the limit are 429 and told when to come back', async () => {
    for (let count = 0; count < 3; count += 1) expect((await api.get('/v1/tags')).status).toBe(200);
    api.setTime(shifted(NOW, 10_000));
    const { status, headers, body } = await api.get('/v1/tags');
    expect([status, body.code, body.detail]).toEqual([
      429,
      'too_many_requests',
      'No more than 3 requests in 60 seconds.',
    ]);
    expect([headers['retry-after'], headers['ratelimit'], headers['cache-control']]).toEqual([
      '50',
      '"read";r=0;t=50',
      'no-store',
    ]);
    api.setTime(shifted(NOW, 60_000));
    expect((await api.get('/v1/tags')).status).toBe(200);
  });

  test('of two addresses, and of two keys at one address, are counted apart', async () => {
    for (let count = 0; count < 4; count += 1) await api.get('/v1/tags', from('192.0.2.1'));
    expect((await api.get('/v1/tags', from('192.0.2.1'))).status).toBe(429);
    expect((await api.get('/v1/tags', from('192.0.2.2'))).status).toBe(200);
    const [one, other] = [await api.createKey('author'), await api.createKey('author')];
    const left = async (key: typeof one) =>
      (await api.get('/v1/tags', { ...bearer(key), ...from('192.0.2.1') })).headers['ratelimit'];
    expect([await left(one), await left(one), await left(other)]).toEqual([
      '"read";r=2;t=60',
      '"read";r=1;t=60',
      '"read";r=2;t=60',
    ]);
  });

  test('that write have a budget of their own', async () => {
    const admin = await api.createKey('admin');
    const write = () => api.send('post', '/v1/admin/keys', { headers: bearer(admin), body: {} });
    const [first, second, third] = [await write(), await write(), await write()];
    expect([first.status, second.status, third.status]).toEqual([422, 422, 429]);
    expect([first.headers['ratelimit'], third.headers['ratelimit-policy']]).toEqual([
      '"write";r=1;t=60',
      '"write";q=2;w=60',
    ]);
    expect((await api.get('/v1/admin/keys', bearer(admin))).status).toBe(200);
  });

  // Whether a site elsewhere may ask for what anybody may read is answered to everybody, and counted for nobody.
  const pathFor = (method: string) => (method === 'options' ? '/v1/admin/keys' : '/v1/tags');

  test.each([
    ['read', ['get', 'head', 'options']],
    ['write', ['post', 'put']],
    ['write', ['patch', 'delete']],
  ] as const)('take from the budget that they are of: %s with %s', async (budget, methods) => {
    const told = [];
    for (const method of methods) told.push((await api.client[method](pathFor(method))).headers['ratelimit']);
    const { quota } = LIMITS[budget];
    expect(told).toEqual(methods.map((_, at) => `"${budget}";r=${quota - 1 - at};t=60`));
  });

  test('that ask whether the server is well are not counted', async () => {
    for (let count = 0; count < 5; count += 1) expect((await api.get('/healthz')).status).toBe(200);
    expect((await api.get('/readyz')).headers).not.toHaveProperty('ratelimit');
  });

  test('with a key that opens nothing are throttled sooner, and valid keys of the address still pass', async () => {
    const wrong = { Authorization: 'Bearer nonsense' };
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await api.get('/v1/tags', wrong)).status);
    expect(statuses).toEqual([401, 401, 429, 429]);
    expect((await api.get('/v1/tags', { ...wrong, ...from('192.0.2.9') })).status).toBe(401);
    expect((await api.get('/v1/tags', bearer(await api.createKey('author')))).status).toBe(200);
    expect((await api.get('/v1/tags')).headers['ratelimit']).toBe('"read";r=2;t=60');
  });
});

test('without limits nothing is counted and nothing is said', async () => {
  const api = await openInstallation();
  const { headers } = await api.get('/v1/tags');
  await api.close();
  expect([headers['ratelimit'], headers['ratelimit-policy']]).toEqual([undefined, undefined]);
});
