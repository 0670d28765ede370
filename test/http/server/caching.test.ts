import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LEAST_CODED_BYTES } from '../../../src/http/memory/kept-answer.ts';
import { place } from '../../support/place.ts';
import { instant } from '../../support/time.ts';
import { CLOSURE } from '../fenwick.ts';
import { bearer, type Installation, openInstallation } from '../installation.ts';

const PUBLIC = 'public, max-age=5, s-maxage=15, must-revalidate';
const CHANGED = 'Mon, 02 Nov 2020 12:00:00 GMT';

let api: Installation;
beforeEach(async () => {
  api = await openInstallation();
  await api.publish(CLOSURE);
  api.setTime(instant('2020-11-02T12:00:10.000Z'));
});
afterEach(() => api.close());

describe.each(['/v1/articles', '/v1/articles/closure-order', '/v1/areas/fenwick', '/v1/quotes', '/v1/tags'])(
  'an answer of %s',
  (path) => {
    test('carries its validators and the constant short life', async () => {
      const { headers } = await api.get(path);
      const isLong = Number(headers['content-length']) >= LEAST_CODED_BYTES;
      expect([headers['cache-control'], headers['last-modified'], headers['etag'], headers['vary']]).toEqual([
        PUBLIC,
        CHANGED,
        expect.stringMatching(/^"[\w-]{22}"$/),
        isLong ? 'Accept-Encoding' : undefined,
      ]);
    });

    test('is 304 for the client that holds it, with the same headers', async () => {
      const { etag = '' } = (await api.get(path, { 'Accept-Encoding': 'identity' })).headers;
      for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const asked = { 'Accept-Encoding': 'identity', 'If-None-Match': held };
        const { status, headers, text } = await api.get(path, asked);
        expect([status, text, headers['etag'], headers['last-modified'], headers['cache-control']]).toEqual([
          304,
          '',
          etag,
          CHANGED,
          PUBLIC,
        ]);
        expect([headers['content-type'], headers['content-length']]).toEqual([undefined, undefined]);
      }
      expect((await api.client.head(path).set('If-None-Match', etag)).status).toBe(304);
    });

    test('is 304 since the last change, 200 before it', async () => {
      expect((await api.get(path, { 'If-Modified-Since': CHANGED })).status).toBe(304);
      expect((await api.get(path, { 'If-Modified-Since': 'Mon, 02 Nov 2020 11:59:59 GMT' })).status).toBe(200);
      expect((await api.get(path, { 'If-Modified-Since': '2020-11-02' })).status).toBe(200);
    });

    test('follows If-None-Match alone when both are given', async () => {
      const { etag = '' } = (await api.get(path, { 'Accept-Encoding': 'identity' })).headers;
      const stale = 'Mon, 02 Nov 2015 12:00:00 GMT';
      expect((await api.get(path, { 'If-None-Match': etag, 'If-Modified-Since': stale })).status).toBe(304);
      expect((await api.get(path, { 'If-None-Match': '"other"', 'If-Modified-Since': CHANGED })).status).toBe(200);
    });

    test('is 412 for the client that wants another one, before anything else is asked', async () => {
      // Out of memory too.
      for (let asked = 0; asked < 3; asked += 1) await api.get(path);
      const { etag = '', 'last-modified': changed = '' } = (await api.get(path)).headers;
      const before = 'Mon, 02 Nov 2020 11:59:59 GMT';
      for (const wanted of [
        { 'If-Match': '"other"' },
        { 'If-Match': `W/${etag}` },
        { 'If-Match': '"other"', 'If-None-Match': etag },
        { 'If-Unmodified-Since': before },
        { 'If-Unmodified-Since': before, 'If-Modified-Since': changed },
      ]) {
        const { status, headers, body } = await api.get(path, wanted);
        expect([wanted, status, body.code, headers['cache-control']]).toEqual([
          wanted,
          412,
          'stale_edition',
          'no-store',
        ]);
      }
    });

    test('is given to the client that wants this one', async () => {
      const { etag = '', 'last-modified': changed = '' } = (await api.get(path)).headers;
      for (const wanted of [
        { 'If-Match': etag },
        { 'If-Match': `"other", ${etag}` },
        { 'If-Match': '*' },
        { 'If-Match': etag, 'If-Unmodified-Since': 'Mon, 02 Nov 2020 11:59:59 GMT' },
        { 'If-Unmodified-Since': changed },
        { 'If-Unmodified-Since': 'yesterday' },
      ]) {
        expect([wanted, (await api.get(path, wanted)).status]).toEqual([wanted, 200]);
      }
      expect((await api.get(path, { 'If-Match': etag, 'If-None-Match': etag })).status).toBe(304);
      const coded = (await api.get(path, { 'Accept-Encoding': 'gzip' })).headers['etag'] ?? '';
      expect((await api.get(path, { 'If-Match': coded, 'Accept-Encoding': 'identity' })).status).toBe(200);
    });

    test('is private, without validators, and never 304 when a key is sent', async () => {
      const { text: key } = await api.createKey('author');
      const { etag = '' } = (await api.get(path, { 'Accept-Encoding': 'identity' })).headers;
      const headers = { Authorization: `Bearer ${key}`, 'If-None-Match': etag };
      const response = await api.get(path, headers);
      expect(response.status).toBe(200);
      expect([response.headers['cache-control'], response.headers['etag'], response.headers['last-modified']]).toEqual([
        'private, no-store',
        undefined,
        undefined,
      ]);
    });
  },
);

test('a change in the same second is never hidden by a date', async () => {
  api.setTime(instant('2020-11-02T12:00:20.100Z'));
  await api.publish({ slug: 'first' });
  const { 'last-modified': lastModified = '' } = (await api.get('/v1/articles')).headers;
  expect(lastModified).toBe('Mon, 02 Nov 2020 12:00:19 GMT');
  api.setTime(instant('2020-11-02T12:00:20.900Z'));
  await api.publish({ slug: 'second' });
  expect((await api.get('/v1/articles', { 'If-Modified-Since': lastModified })).status).toBe(200);
  api.setTime(instant('2020-11-02T12:00:21.000Z'));
  const settled = (await api.get('/v1/articles')).headers['last-modified'] ?? '';
  expect(settled).toBe('Mon, 02 Nov 2020 12:00:20 GMT');
  expect((await api.get('/v1/articles', { 'If-Modified-Since': settled })).status).toBe(304);
});

test('a name that changes under an article is never hidden by its date', async () => {
  const area = place('Fenwick on Marl', { key: 'fenwick' });
  for (const path of ['/v1/articles', '/v1/articles/closure-order', '/v1/areas/fenwick']) {
    const held = (await api.get(path)).headers['last-modified'] ?? '';
    expect((await api.get(path, { 'If-Modified-Since': held })).status).toBe(304);
  }
  await api.store.areas.register([area], instant('2020-11-02T12:00:10.000Z'));
  for (const path of ['/v1/articles', '/v1/articles/closure-order', '/v1/areas/fenwick']) {
    const response = await api.get(path, { 'If-Modified-Since': CHANGED });
    expect([response.status, response.text]).toEqual([200, expect.stringContaining('Fenwick on Marl')]);
  }
});

test('a cache in front can file answers by what is in them, and never by what nobody may know of', async () => {
  const keysOf = async (path: string, headers?: Record<string, string>) =>
    (await api.get(path, headers)).headers['surrogate-key'];
  const { id, officials } = (await api.get('/v1/articles/closure-order')).body;
  const names = [
    'area-ouseshire',
    'area-fenwick',
    ...officials.map(({ slug }: { slug: string }) => `official-${slug}`),
  ];
  await api.publish({ slug: 'hidden', publishAt: null });
  expect(await keysOf('/v1/articles/closure-order')).toBe([`article-${id}`, ...names].join(' '));
  expect(await keysOf('/v1/articles/closure-order?fields=title')).toBe(`article-${id} list`);
  for (const path of ['/v1/articles', '/v1/areas/fenwick', '/v1/tags', '/v1/articles/hidden', '/v1/nothing']) {
    expect([path, await keysOf(path)]).toEqual([path, 'list']);
  }
  expect(await keysOf('/v1/articles?colour=blue')).toBeUndefined();
  expect(await keysOf('/v1/articles', bearer(await api.createKey('author')))).toBeUndefined();
});

test('an empty list has an ETag and no date', async () => {
  const empty = await openInstallation();
  const { headers } = await empty.get('/v1/articles');
  const { status } = await empty.get('/v1/articles', { 'If-Unmodified-Since': 'Mon, 02 Nov 2015 12:00:00 GMT' });
  await empty.close();
  expect([headers['etag'], headers['last-modified'], status]).toEqual([expect.any(String), undefined, 200]);
});

test('what is not there, or elsewhere, is so whatever a condition says', async () => {
  const condition = { 'If-Match': '"other"' };
  expect((await api.get('/v1/articles/nothing', condition)).status).toBe(404);
  expect((await api.get('/v1/articles?colour=blue', condition)).status).toBe(400);
});

test('a 404 to a request with a key is private', async () => {
  const { text: key } = await api.createKey('author');
  const response = await api.get('/v1/articles/nothing', { Authorization: `Bearer ${key}` });
  expect([response.status, response.headers['cache-control']]).toEqual([404, 'private, no-store']);
});
