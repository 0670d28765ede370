import { Writable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { statementsOf } from '../../support/prepared-statements.ts';
import { CLOSURE } from '../fenwick.ts';
import { bearer, type Installation, openInstallation } from '../installation.ts';
import { exchange, refusalOf } from '../socket.ts';

const PATH = '/v1/articles/closure-order';
const ONE_A_MINUTE = { quota: 1, windowSeconds: 60 };

let api: Installation;
let logged = '';
beforeEach(async () => {
  logged = '';
  const destination = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk);
      done();
    },
  });
  api = await openInstallation({
    logger: createLog('info', destination),
    rateLimits: { read: { quota: 3, windowSeconds: 60 }, write: ONE_A_MINUTE, failure: ONE_A_MINUTE },
    trustProxy: ['loopback'],
  });
  await api.publish(CLOSURE);
});
afterEach(() => api.close());

const statements = async (path: string, headers?: Record<string, string>) =>
  (await statementsOf(() => api.client.get(path).set(headers ?? {}))).map(({ sql }) => sql);

test('what is asked for again is remembered, and costs one question whether anything has changed', async () => {
  for (const _ of ['once', 'again']) expect((await statements(PATH)).length).toBeGreaterThan(4);
  expect(await statements(PATH)).toEqual(['pragma data_version']);
});

test('a list that is known and not in memory is read in one snapshot, and kept under the state that it was read in', async () => {
  const list = '/v1/articles?tag=court';
  const from = { 'X-Forwarded-For': '192.0.2.7' };
  for (const _ of ['once', 'again']) await api.get(list, from);
  await api.publish({ slug: 'another' });
  // Whoever comes first finds the change, and lets go of the list.
  await api.get(PATH, from);
  const read = await statements(list);
  expect([read.at(0), read.at(-1), read.filter((sql) => sql === 'pragma data_version').length]).toEqual([
    'begin',
    'commit',
    1,
  ]);
  expect(await statements(list)).toEqual(['pragma data_version']);
});

test('a change costs whatever it did not touch one look at what it touched, and the rest an answer made anew', async () => {
  const asked = ['/v1/articles?area=fenwick', '/v1/articles?area=tarn', '/v1/articles'];
  for (const client of ['192.0.2.7', '192.0.2.8']) {
    for (const path of asked) await api.get(path, { 'X-Forwarded-For': client });
    await api.get(PATH);
  }
  const from = { 'X-Forwarded-For': '192.0.2.9' };
  await api.publish({ slug: 'elsewhere' });
  const looks = ['pragma data_version', 'public_state', 'editions', 'public_latest', 'pragma data_version'];
  const first = await statements(PATH);
  expect(first.map((sql, at) => sql.includes(looks[at] ?? ' '))).toEqual(looks.map(() => true));
  const counts: number[] = [];
  for (const path of asked) counts.push((await statements(path, from)).length);
  expect(counts).toEqual([1, 1, expect.toSatisfy((count) => Number(count) > 2)]);
});

test('another order of the same parameters is the same question, another value another', async () => {
  for (const _ of ['once', 'again'])
    await api.get('/v1/articles?area=fenwick&limit=1', { 'X-Forwarded-For': '192.0.2.7' });
  const spelt = await statements('/v1/articles?limit=1&%61rea=fenwick');
  expect(spelt.filter((sql) => sql.includes('public_articles'))).toEqual([]);
  expect((await api.get('/v1/articles?limit=1&area=fenwick')).headers['link']).toContain(
    '</v1/articles?area=fenwick&limit=1>; rel="self"'.replace('<', '<https://news.example'),
  );
});

test('it is answered, counted and logged like any other', async () => {
  const [first, second] = [await api.get(PATH), await api.client.head(PATH).set('X-Request-Id', 'request-2')];
  const own = ['date', 'x-request-id', 'ratelimit'];
  const common = (headers: Record<string, string>) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => !own.includes(name)));
  expect(common(second.headers)).toEqual(common(first.headers));
  expect([first, second].map(({ headers }) => headers['ratelimit'])).toEqual(['"read";r=2;t=60', '"read";r=1;t=60']);
  const lines = logged
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const shape = { reqId: expect.any(String), res: { statusCode: 200 }, responseTime: expect.any(Number) };
  expect(lines.filter(({ msg }) => msg === 'request completed')).toMatchObject([
    { ...shape, req: { method: 'GET', path: PATH, ip: '127.0.0.1' } },
    { ...shape, reqId: 'request-2', req: { id: 'request-2', method: 'HEAD', path: PATH, ip: '127.0.0.1' } },
  ]);
});

test('each address has its own budget, and beyond it there is no answer, remembered or not', async () => {
  for (let asked = 0; asked < 3; asked += 1) expect((await api.get(PATH)).status).toBe(200);
  expect((await api.get(PATH)).status).toBe(429);
  expect((await api.get(PATH, { 'X-Forwarded-For': '192.0.2.7' })).headers['ratelimit']).toBe('"read";r=2;t=60');
});

test('a request that is more than plain reading never comes so far', async () => {
  await api.get(PATH);
  const { headers } = await api.get(PATH, bearer(await api.createKey('author')));
  expect([headers['cache-control'], headers['etag']]).toEqual(['private, no-store', undefined]);
  expect((await api.get(PATH, { Authorization: 'Bearer nothing' })).status).toBe(401);
  const origin = api.app.listeningOrigin;
  const twoHosts = `GET ${PATH} HTTP/1.1\r\nHost: a\r\nHost: a\r\nConnection: close\r\n\r\n`;
  expect((await refusalOf(origin, twoHosts)).code).toBe('invalid_request');
  const patch = 'Content-Type: application/merge-patch+json\r\n';
  const answer = await exchange(origin, `GET ${PATH} HTTP/1.1\r\nHost: a\r\n${patch}Connection: close\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 415 /);
});
