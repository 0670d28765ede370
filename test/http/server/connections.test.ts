import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../src/http/options.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { exchange, parseAnswer, refusalOf } from '../socket.ts';

let api: Installation;
beforeAll(async () => {
  api = await openInstallation({
    limits: {
      ...DEFAULT_LIMITS,
      headersTimeoutMillis: 150,
      requestTimeoutMillis: 300,
      keepAliveTimeoutMillis: 200,
      connectionsCheckingIntervalMillis: 50,
    },
  });
});
afterAll(() => api.close());

const send = (bytes: string) => refusalOf(api.app.listeningOrigin, bytes);

describe('bytes that are no request', () => {
  const METHOD = 'The request does not begin with a method of HTTP, in capitals, and a space.';
  const HEADER = 'A header of the request is not NAME: VALUE on a line of its own, without control characters.';
  const LENGTH = 'The body must have one Content-Length, or be chunked: not both, and in no other Transfer-Encoding.';
  test.each([
    ['this is not HTTP\r\n\r\n', METHOD],
    ['BREW /v1/articles HTTP/1.1\r\nHost: a\r\n\r\n', METHOD],
    ['get /v1/articles HTTP/1.1\r\nHost: a\r\n\r\n', METHOD],
    [
      'GET /v1/articles?q=a b HTTP/1.1\r\nHost: a\r\n\r\n',
      'HTTP/1.1 must stand behind the address of the request, in which a space is %20.',
    ],
    [
      'GET /v1/articles?q=é HTTP/1.1\r\nHost: a\r\n\r\n',
      'The address of the request must be a path, with whatever is not ASCII percent-encoded.',
    ],
    [
      'GET /v1/articles HTTP/1.2\r\nHost: a\r\n\r\n',
      'The first line of the request must end with HTTP/1.1, or HTTP/1.0, and CR LF.',
    ],
    ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'The request is HTTP/2, and this server speaks HTTP/1.1.'],
    ['GET /v1/articles HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n', HEADER],
    ['GET /v1/articles HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n', HEADER],
    ['POST /v1/articles HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', LENGTH],
    ['POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', LENGTH],
    ['POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n', LENGTH],
    ['CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n', 'This server is no proxy: ask it for a path, with another method.'],
  ])('are answered with a problem that says what is wrong: %j', async (bytes, detail) => {
    const problem = await send(bytes);
    expect(problem).toEqual({
      type: 'https://news.example/docs/problems/invalid-request',
      title: 'Invalid request',
      status: 400,
      detail,
      instance: `urn:uuid:${problem.requestId}`,
      code: 'invalid_request',
      errors: [],
      requestId: expect.stringMatching(/^[\da-f-]{36}$/),
    });
  });

  test('compressed for their transfer are refused, since nobody would undo it', async () => {
    const { code, detail } = await send(
      'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n',
    );
    expect([code, detail]).toEqual([
      'invalid_request',
      'The body must be sent whole or chunked, in no other Transfer-Encoding.',
    ]);
  });

  test('are 431 when the headers are too large', async () => {
    const padding = 'x'.repeat(DEFAULT_LIMITS.headerBytes);
    expect((await send(`GET /v1/tags HTTP/1.1\r\nHost: a\r\nX: ${padding}\r\n\r\n`)).code).toBe('headers_too_large');
  });
});

describe('the Host header', () => {
  test.each([
    ['two', 'Host: a\r\nHost: b\r\n'],
    ['twice the same', 'Host: a\r\nhost: a\r\n'],
    ['none', ''],
    ['a path', 'Host: a/b\r\n'],
    ['a user', 'Host: user@a\r\n'],
    ['an impossible address', 'Host: [::\r\n'],
  ])('is refused: %s', async (_, headers) => {
    const problem = await send(`GET /docs HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`);
    expect([problem.code, problem.detail, problem.instance]).toEqual([
      'invalid_request',
      'The request must carry exactly one valid Host header.',
      '/docs',
    ]);
  });

  test.each(['Host: a:80\r\n', 'Host: [::1]:80\r\n', 'Host: news.example\r\n'])('is accepted: %j', async (header) => {
    const text = await exchange(api.app.listeningOrigin, `GET /healthz HTTP/1.1\r\n${header}Connection: close\r\n\r\n`);
    expect(parseAnswer(text).status).toBe(200);
  });

  test('is looked at in each request, also where the one before it had one as long', async () => {
    const codeOf = async (host: string) => {
      const bytes = `GET /v1/nothing HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
      return JSON.parse(parseAnswer(await exchange(api.app.listeningOrigin, bytes)).body).code;
    };
    expect([await codeOf('a'), await codeOf('@'), await codeOf('a')]).toEqual([
      'not_found',
      'invalid_request',
      'not_found',
    ]);
  });

  test('may be missing in HTTP/1.0 only', async () => {
    expect(parseAnswer(await exchange(api.app.listeningOrigin, 'GET /healthz HTTP/1.0\r\n\r\n')).status).toBe(200);
  });
});

describe('the address of a request in absolute form', () => {
  const ask = async (head: string) =>
    parseAnswer(await exchange(api.app.listeningOrigin, `${head}\r\nHost: a\r\nConnection: close\r\n\r\n`));

  test('is that of its path and query, whoever it names', async () => {
    const absolute = await ask('GET http://elsewhere.example/v1/articles?limit=1 HTTP/1.1');
    const plain = await ask('GET /v1/articles?limit=1 HTTP/1.1');
    expect([absolute.status, absolute.headers['link'], absolute.body]).toEqual([
      200,
      plain.headers['link'],
      plain.body,
    ]);
    expect((await ask('GET http://elsewhere.example?x HTTP/1.1')).status).toBe(404);
  });

  test('is told back as its path, in links and in problems', async () => {
    const key = `Authorization: Bearer ${(await api.createKey('editor')).text}`;
    const { headers } = await ask(`GET http://elsewhere.example/v1/editorial/articles HTTP/1.1\r\n${key}`);
    const self = 'https://news.example/v1/editorial/articles';
    expect(headers['link']).toBe(`<${self}>; rel="self", <${self}>; rel="first"`);
    const { status, headers: refused, body } = await ask('DELETE HTTP://elsewhere.example/v1/tags HTTP/1.1');
    expect([status, refused['allow'], JSON.parse(body).instance]).toEqual([405, 'GET, HEAD, OPTIONS', '/v1/tags']);
  });
});

test('two Authorization headers are refused', async () => {
  const twice = 'Authorization: Bearer a\r\nAuthorization: Bearer b\r\n';
  const { code, detail } = await send(`GET /v1/tags HTTP/1.1\r\nHost: a\r\n${twice}Connection: close\r\n\r\n`);
  expect([code, detail]).toEqual(['invalid_request', 'The request carries more than one Authorization header.']);
});

test('an unknown expectation is passed over', async () => {
  const request = 'GET /healthz HTTP/1.1\r\nHost: a\r\nExpect: miracles\r\nConnection: close\r\n\r\n';
  expect(parseAnswer(await exchange(api.app.listeningOrigin, request)).status).toBe(200);
});

describe('a slow client', () => {
  test('is told 408 when its headers do not end', async () => {
    expect((await send('GET /v1/articles HTTP/1.1\r\nHost: a\r\n')).code).toBe('request_timeout');
  });

  test('is disconnected when it rests between requests', async () => {
    const text = await exchange(api.app.listeningOrigin, 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n');
    expect(text).toMatch(/^HTTP\/1\.1 200 /);
  });
});

test('garbage behind a request never lands inside its answer', async () => {
  const text = await exchange(api.app.listeningOrigin, 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\ngarbage\r\n\r\n');
  expect([200, 400]).toContain(parseAnswer(text).status);
});
