import { createHash } from 'node:crypto';
import { fastify } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROBLEM_CODES } from '../../../src/domain/problem.ts';
import type { Pressure } from '../../../src/http/pressure.ts';
import { PROBLEM_TABLE, problemPath } from '../../../src/http/problems/problem-table.ts';
import { apiReference } from '../../../src/http/routes/operations/api-reference.ts';
import { bearer, type Installation, OPTIONS, openInstallation } from '../installation.ts';

let api: Installation;
beforeAll(async () => {
  api = await openInstallation();
});
afterAll(() => api.close());

describe('a site elsewhere', () => {
  test('may read every answer and the headers it needs, refusals included', async () => {
    for (const path of ['/v1/articles', '/v1/nothing', '/v1/tags?limit=0']) {
      const { headers } = await api.get(path, { Origin: 'https://site.example' });
      expect([
        headers['access-control-allow-origin'],
        headers['access-control-expose-headers'],
        headers['access-control-allow-credentials'],
        headers['vary'],
      ]).toEqual([
        '*',
        'ETag, Last-Modified, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
        undefined,
        undefined,
      ]);
    }
  });

  test('may read only, and is told so beforehand', async () => {
    const { status, headers, text } = await api.client
      .options('/v1/articles')
      .set({ Origin: 'https://site.example', 'Access-Control-Request-Method': 'POST' });
    expect([status, text, headers['access-control-allow-methods'], headers['access-control-allow-headers']]).toEqual([
      204,
      '',
      'GET, HEAD',
      'Authorization, If-Modified-Since, If-None-Match, X-Request-Id',
    ]);
  });
});

test('every answer tells browsers to guess and load nothing', async () => {
  for (const path of ['/v1/articles', '/v1/nothing', '/healthz', '/docs/problems/not-found']) {
    expect((await api.get(path)).headers).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  }
});

test("a caller's request id is kept when it is plain, else replaced", async () => {
  const idOf = async (id: string) => (await api.get('/healthz', { 'X-Request-Id': id })).headers['x-request-id'];
  expect(await idOf('trace-0123.abc_')).toBe('trace-0123.abc_');
  for (const id of ['short', 'with space', 'x'.repeat(65), '<script>', '"quoted"']) {
    expect(await idOf(id)).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  }
});

describe('the documentation', () => {
  test.each(PROBLEM_CODES)('has the page that the type of %s names', async (code) => {
    const { status, headers, text } = await api.get(problemPath(code));
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    for (const part of Object.values(PROBLEM_TABLE[code])) expect(text).toContain(String(part));
  });

  test('shows the API reference from this server alone', async () => {
    expect((await api.client.get('/docs').redirects(0)).headers['location']).toBe('/docs/');
    const { status, headers, text } = await api.client.get('/docs/');
    expect(status).toBe(200);
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(text).toContain('"url": "../openapi.json"');
    const inline = /<script[^>]*>([^<]*createApiReference[\s\S]*?)<\/script>/.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(inline).digest('base64');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self' 'sha256-${hash}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; ` +
        "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(text).toContain('<link rel="icon" href="data:image/svg+xml,');
    const script = await api.client.get('/docs/js/scalar.js');
    expect([script.status, script.headers['content-type']]).toEqual([200, 'application/javascript; charset=utf-8']);
  });

  test('that could not be loaded once is loaded for the next visit', async () => {
    let failures = 0;
    const excuse: Pressure['excuse'] = (once) =>
      failures-- > 0 ? Promise.reject(new Error('EMFILE: too many open files')) : once();
    const app = fastify();
    await app.register(apiReference, { ...OPTIONS, pressure: { isTooHigh: () => false, excuse, close: () => {} } });
    for (const path of ['/docs/', '/docs/js/scalar.js']) {
      failures = 1;
      const visits = [await app.inject(path), await app.inject(path), await app.inject(path)];
      expect([path, ...visits.map(({ statusCode }) => statusCode)]).toEqual([path, 500, 200, 200]);
    }
    await app.close();
  });

  test('is kept by nobody who asks for it with a key', async () => {
    const key = bearer(await api.createKey('author'));
    for (const path of ['/docs/', '/docs/js/scalar.js', '/docs/problems', '/openapi.json']) {
      const [plain, keyed] = [await api.client.get(path), await api.client.get(path).set(key)];
      expect([path, keyed.status, keyed.headers['cache-control']]).toEqual([path, 200, 'private, no-store']);
      expect([path, plain.headers['cache-control']]).toEqual([path, OPTIONS.cacheControl]);
    }
  });

  test('sends its large script coded, and once', async () => {
    const ask = (headers: Record<string, string>) => api.client.get('/docs/js/scalar.js').set(headers);
    const plain = await ask({ 'Accept-Encoding': 'identity' });
    for (const coding of ['br', 'gzip']) {
      const coded = await ask({ 'Accept-Encoding': coding });
      expect([coded.headers['content-encoding'], coded.headers['vary']]).toEqual([coding, 'Accept-Encoding']);
      expect(coded.text === plain.text).toBe(true);
      expect(Number(coded.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']) / 3);
      const etag = String(coded.headers['etag']);
      for (const named of [etag, `"other", W/${etag}`, '*']) {
        const held = await ask({ 'Accept-Encoding': coding, 'If-None-Match': named });
        expect([named, held.status, held.text.length, held.headers['etag']]).toEqual([named, 304, 0, etag]);
      }
    }
  });

  test('is the document of this installation', async () => {
    const { body } = await api.get('/openapi.json');
    expect([body.openapi, body.servers]).toEqual(['3.1.1', [{ url: 'https://news.example' }]]);
  });
});
