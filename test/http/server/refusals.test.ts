import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROBLEM_CODES } from '../../../src/domain/problem.ts';
import { bearer, type Installation, openInstallation } from '../installation.ts';

let api: Installation;
beforeAll(async () => {
  api = await openInstallation();
  await api.publish({ slug: 'storm' });
  await api.publish({ slug: 'hidden', publishAt: null });
});
afterAll(() => api.close());

const REQUEST_ID = { 'X-Request-Id': 'test-request' };

test('the page of all problems leads to each of them', async () => {
  const { status, text } = await api.get('/docs/problems');
  expect(status).toBe(200);
  const links = [...text.matchAll(/href="problems\/([a-z-]+)"/g)].map(([, slug]) => slug);
  expect(links).toEqual(PROBLEM_CODES.map((code) => code.replaceAll('_', '-')));
  for (const slug of links) expect((await api.get(`/docs/problems/${slug}`)).text).toContain('href="../problems"');
});

describe('what is not there', () => {
  const nothing =
    'There is nothing at this address: /docs shows the addresses that there are, /openapi.json describes them.';

  test.each([
    ['/', nothing],
    ['/v1', nothing],
    ['/v1/articles/', 'There is no article here.'],
    ['/v1/nothing', nothing],
    ['/v1/areas/nowhere', 'There is no area here.'],
    ['/docs/problems/none', 'There is no such problem.'],
    ['/V1/articles', nothing],
  ])('%s is 404', async (path, detail) => {
    const response = await api.get(path, REQUEST_ID);
    expect([response.status, response.headers['cache-control']]).toEqual([
      404,
      'public, max-age=5, s-maxage=15, must-revalidate',
    ]);
    expect(response.body).toEqual({
      type: 'https://news.example/docs/problems/not-found',
      title: 'Not found',
      status: 404,
      detail,
      instance: path,
      code: 'not_found',
      errors: [],
      requestId: 'test-request',
    });
  });

  test('is answered with the same bytes whether it is hidden or never was', async () => {
    const other = await openInstallation();
    const [hidden, missing] = await Promise.all(
      [api, other].map(async ({ client }) => {
        const { status, headers, text } = await client.get('/v1/articles/hidden').set(REQUEST_ID);
        return { status, headers: { ...headers, date: '' }, text };
      }),
    );
    await other.close();
    expect(hidden).toEqual(missing);
  });

  test('is 404 for every method and body', async () => {
    const response = await api.client.post('/nothing').set('Content-Type', 'text/plain').send('x');
    expect(response.status).toBe(404);
  });
});

describe('a method that an address does not have', () => {
  const paths = ['/v1/articles', '/v1/articles/storm', '/v1/tags', '/healthz', '/openapi.json', '/docs', '/docs/'];
  test.each(paths)('is 405 on %s and names the ones it has', async (path) => {
    for (const method of ['post', 'put', 'patch', 'delete', 'propfind', 'trace'] as const) {
      const response = await api.client[method](path).set('X-Request-Id', 'test-request');
      expect([method, response.status, response.headers['allow']]).toEqual([method, 405, 'GET, HEAD, OPTIONS']);
      expect(response.body).toEqual({
        type: 'https://news.example/docs/problems/method-not-allowed',
        title: 'Method not allowed',
        status: 405,
        detail: 'This address answers GET, HEAD, OPTIONS.',
        instance: path,
        code: 'method_not_allowed',
        errors: [],
        requestId: 'test-request',
      });
    }
  });

  test('is asked for with OPTIONS, of an address that there is', async () => {
    const allowed = async (path: string) => (await api.client.options(path)).headers['allow'];
    expect(await allowed('/v1/articles?limit=1')).toBe('GET, HEAD, OPTIONS');
    expect(await allowed('/v1/editorial/articles')).toBe('GET, HEAD, OPTIONS, POST');
    expect(await allowed('/nothing')).toBeUndefined();
    expect(await allowed('/v1/editorial/nothing')).toBeUndefined();
  });

  test('is named with what PATCH takes, where that is one of them, and again where it was sent something else', async () => {
    const patchable = '/v1/editorial/articles/5b0c1f8e-7c0a-4a53-9a55-6f0e2f6a4c11';
    const taken = 'application/merge-patch+json, application/json';
    const patchOf = async (path: string) => (await api.client.options(path)).headers['accept-patch'];
    expect([await patchOf(patchable), await patchOf('/v1/editorial/articles')]).toEqual([taken, undefined]);
    const key = bearer(await api.createKey('editor'));
    const refused = await api.send('patch', patchable, {
      headers: { ...key, 'Content-Type': 'application/json-patch+json' },
    });
    expect([refused.status, refused.headers['accept-patch']]).toEqual([415, taken]);
    const posted = await api.send('post', `${patchable}/submit`, {
      headers: { ...key, 'Content-Type': 'application/merge-patch+json' },
    });
    expect([posted.status, posted.headers['accept-patch']]).toEqual([415, undefined]);
  });

  test('is refused before its body is looked at', async () => {
    const response = await api.client.post('/v1/articles').set('Content-Type', 'text/plain').send('x'.repeat(400_000));
    expect(response.status).toBe(405);
  });
});

describe('an address that cannot be read', () => {
  test('is 400 when it is not percent-encoded', async () => {
    const { status, body } = await api.client.get('/v1/articles/%zz');
    expect([status, body.code]).toEqual([400, 'invalid_request']);
  });

  test('is 414 when a segment of its path is longer than a slug', async () => {
    expect((await api.get(`/v1/articles/${'a'.repeat(200)}`)).body.code).toBe('not_found');
    expect((await api.get(`/v1/articles/${'a'.repeat(201)}`)).body.code).toBe('uri_too_long');
  });

  test('is 414 when it is too long as a whole', async () => {
    const withLength = (length: number) => `/v1/articles?q=${'a'.repeat(length - '/v1/articles?q='.length)}`;
    expect((await api.get(withLength(32_768))).status).toBe(200);
    expect((await api.get(withLength(32_769))).body.code).toBe('uri_too_long');
  });
});

test('a bug is 500 with fixed text, and its details are in the log alone', async () => {
  const lines: string[] = [];
  const broken = await openInstallation({ logger: pino({ level: 'error' }, { write: (line) => lines.push(line) }) });
  await broken.store.close();
  const response = await broken.get('/v1/officials', REQUEST_ID);
  await broken.close();
  expect(response.body).toEqual({
    type: 'https://news.example/docs/problems/internal-error',
    title: 'Internal error',
    status: 500,
    detail: 'The server made a mistake. Its log holds the details under the requestId.',
    instance: '/v1/officials',
    code: 'internal_error',
    errors: [],
    requestId: 'test-request',
  });
  expect(lines.join()).toMatch(/database connection is not open/);
});
