import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preferredCoding } from '../../../src/http/memory/coding.ts';
import { CLOSURE } from '../fenwick.ts';
import { bearer, type Installation, openInstallation } from '../installation.ts';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['GZIP;Q=0.5', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['gzip;q=1.0, br;q=0.9', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.000', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['br;q=0, *', 'gzip'],
  ['identity, gzip;q=0.5', 'identity'],
  ['identity;q=0.5, gzip;q=0.5', 'gzip'],
  ['identity;q=0, *;q=0', 'identity'],
  ['identity;q=0', 'identity'],
  ['gzip;q=0.001', 'gzip'],
  ['gzip;q=2', 'identity'],
  ['gzip;q=x, br;q=', 'identity'],
  ['deflate, zstd', 'identity'],
  [',;,=,', 'identity'],
])('a client that says %j likes %s best', (acceptEncoding, coding) => {
  expect([preferredCoding(acceptEncoding), preferredCoding(acceptEncoding)]).toEqual([coding, coding]);
});

const LONG = '/v1/articles/closure-order';
const SHORT = '/v1/tags';
const DECODERS = { br: brotliDecompressSync, gzip: gunzipSync } as const;

let api: Installation;
beforeAll(async () => {
  api = await openInstallation();
  await api.publish(CLOSURE);
});
afterAll(() => api.close());

async function fetchRaw(path: string, headers: Record<string, string>, method = 'GET') {
  const { promise, resolve, reject } = Promise.withResolvers<{
    status: number | undefined;
    headers: Record<string, unknown>;
    body: Buffer;
  }>();
  request(api.app.listeningOrigin + path, { headers, method }, async (response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk);
    resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
  })
    .on('error', reject)
    .end();
  return promise;
}

describe.each(['br', 'gzip'] as const)('an answer that is asked for again in %s', (coding) => {
  test('is sent in it, with a validator of its own, and HEAD says the same', async () => {
    const plain = await fetchRaw(LONG, {});
    const coded = await fetchRaw(LONG, { 'Accept-Encoding': coding });
    expect(DECODERS[coding](coded.body)).toEqual(plain.body);
    expect([coded.headers['content-encoding'], coded.headers['vary'], plain.headers['vary']]).toEqual([
      coding,
      'Accept-Encoding',
      'Accept-Encoding',
    ]);
    expect(coded.headers['content-length']).toBe(String(coded.body.length));
    expect(coded.body.length).toBeLessThan(plain.body.length);
    expect(coded.headers['etag']).toBe(`"${String(plain.headers['etag']).slice(1, -1)}-${coding}"`);
    const head = await fetchRaw(LONG, { 'Accept-Encoding': coding }, 'HEAD');
    const { date: _, 'x-request-id': _id, ...same } = head.headers;
    expect(coded.headers).toMatchObject(same);
    expect(head.body).toHaveLength(0);
  });

  test('is 304 to whoever holds it in any coding, and the validator is the one that they hold', async () => {
    const { etag = '' } = (await fetchRaw(LONG, {})).headers as { etag?: string };
    for (const held of [etag, `"${etag.slice(1, -1)}-br"`, `"${etag.slice(1, -1)}-gzip"`]) {
      for (const accepted of [coding, 'identity']) {
        const answer = await fetchRaw(LONG, { 'Accept-Encoding': accepted, 'If-None-Match': `"other", ${held}` });
        expect([answer.status, answer.headers['etag'], answer.headers['vary']]).toEqual([304, held, 'Accept-Encoding']);
        expect(answer.headers['content-encoding']).toBeUndefined();
      }
    }
  });

  test('is sent plain when it is short, or when a key came with the request', async () => {
    for (let asked = 0; asked < 2; asked += 1) {
      const short = await fetchRaw(SHORT, { 'Accept-Encoding': coding });
      expect([short.headers['content-encoding'], short.headers['vary']]).toEqual([undefined, undefined]);
    }
    const key = bearer(await api.createKey('author'));
    const keyed = await fetchRaw(LONG, { 'Accept-Encoding': coding, ...key });
    expect([keyed.headers['content-encoding'], keyed.headers['vary']]).toEqual([undefined, undefined]);
  });
});
