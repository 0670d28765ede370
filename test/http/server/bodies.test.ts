import type { FastifyInstance } from 'fastify';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { DEFAULT_LIMITS } from '../../../src/http/options.ts';
import { defineRoute, NO_PARAMETERS } from '../../../src/http/route.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { openSingleRoute } from '../single-route.ts';
import { refusalOf } from '../socket.ts';

// A route that gives back what it takes, on the same server as the API's own.
const echoRoute = defineRoute({
  door: 'health',
  method: 'POST',
  url: '/echo',
  operationId: 'echo',
  summary: 'Echo',
  description: 'Echo.',
  tag: 'Operations',
  query: NO_PARAMETERS,
  params: NO_PARAMETERS,
  body: {
    schema: z.strictObject({
      title: z.string().min(1, 'A title.').optional(),
      'a/b~c': z.array(z.enum(['x'])).optional(),
      one: z
        .discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('a') }),
          z.strictObject({ kind: z.literal('b') }),
        ])
        .optional(),
      sizes: z
        .strictObject({
          text: z.string().min(2).max(3),
          letter: z.string().max(1),
          list: z.array(z.int().min(1).max(9)).max(2),
        })
        .partial()
        .optional(),
    }),
    example: { title: 'A' },
  },
  success: { description: 'The same.', mediaType: 'application/json', schema: z.unknown(), example: {} },
  problems: [],
  handle: async ({ body }) => ({ body }),
});

let api: Installation;
let app: FastifyInstance;
beforeAll(async () => {
  api = await openInstallation();
  const limits = {
    ...DEFAULT_LIMITS,
    requestTimeoutMillis: 300,
    headersTimeoutMillis: 300,
    connectionsCheckingIntervalMillis: 50,
  };
  app = await openSingleRoute(api.deps, echoRoute, { limits });
});
afterAll(async () => {
  await app.close();
  await api.close();
});

async function post(body: string, mediaType = 'application/json') {
  const response = await supertest(app.server).post('/echo').set('Content-Type', mediaType).send(body);
  return response.body;
}

test('a good body is taken', async () => {
  expect(await post('{"title":"A"}')).toEqual({ title: 'A' });
  expect(await post('{"title":"A"}', 'application/json; charset=utf-8')).toEqual({ title: 'A' });
});

test.each(['iso-8859-1', '"UTF-16"', 'windows-1252'])('a body in the charset %s is refused', async (charset) => {
  const refused = await post('{"title":"A"}', `application/json; Charset=${charset}`);
  const name = charset.replaceAll('"', '');
  expect([refused.status, refused.code, refused.detail]).toEqual([
    415,
    'unsupported_media_type',
    `The body must be UTF-8, and its Content-Type says ${name}.`,
  ]);
  expect(await post('{"title":"A"}', 'application/json;charset="UTF-8"')).toEqual({ title: 'A' });
});

test('a body that fails validation is 422 with a pointer to each value', async () => {
  const { status, code, errors } = await post('{"title":"","a/b~c":["x","y"],"extra":1}');
  expect([status, code, errors]).toEqual([
    422,
    'invalid_body',
    [
      { pointer: '/title', detail: 'It is empty.', expected: 'A title.' },
      {
        pointer: '/a~1b~0c/1',
        detail: 'It cannot have this value.',
        expected: 'One of the values in allowed.',
        allowed: ['x'],
      },
      { pointer: '/extra', detail: 'There is no such member here.', allowed: ['title', 'a/b~c', 'one', 'sizes'] },
    ],
  ]);
});

test('a body that comes in several forms says which member tells them apart, and what it can be', async () => {
  const told = { pointer: '/one/kind', expected: 'One of the values in allowed.', allowed: ['a', 'b'] };
  expect((await post('{"one":{}}')).errors).toEqual([{ ...told, detail: 'It is missing.' }]);
  expect((await post('{"one":{"kind":"c"}}')).errors).toEqual([{ ...told, detail: 'It cannot have this value.' }]);
});

test('a body says in words what is missing or of another kind', async () => {
  const errorsOf = async (body: string) => (await post(body)).errors;
  expect(await errorsOf('{"title":1,"a/b~c":{}}')).toEqual([
    { pointer: '/title', detail: 'It is of another kind.', expected: 'Text.' },
    { pointer: '/a~1b~0c', detail: 'It is of another kind.', expected: 'A list.' },
  ]);
  expect(await errorsOf('{"title":"A","sizes":"small"}')).toEqual([
    {
      pointer: '/sizes',
      detail: 'It is of another kind.',
      expected: 'An object with the members in allowed.',
      allowed: ['text', 'letter', 'list'],
    },
  ]);
  expect(await errorsOf('[]')).toEqual([{ pointer: '', detail: 'It is of another kind.', expected: 'An object.' }]);
});

test.each<[object, string, string, string]>([
  [{ text: 'abcd' }, '/text', 'It is too much.', 'At most 3 characters.'],
  [{ text: 'a' }, '/text', 'It is too little.', 'At least 2 characters.'],
  [{ letter: 'ab' }, '/letter', 'It is too much.', 'At most 1 character.'],
  [{ list: [1, 2, 3] }, '/list', 'It is too much.', 'At most 2 entries.'],
  [{ list: [10] }, '/list/0', 'It is too much.', 'At most 9.'],
  [{ list: [0] }, '/list/0', 'It is too little.', 'At least 1.'],
])('a body says of %j how much there may be', async (sizes, pointer, detail, expected) => {
  expect((await post(JSON.stringify({ sizes }))).errors).toEqual([{ pointer: `/sizes${pointer}`, detail, expected }]);
});

test('a body of no byte is none, whatever media type it is said to have', async () => {
  expect((await post('')).errors).toEqual([{ pointer: '', detail: 'The body is missing.', expected: 'An object.' }]);
});

describe('a body that is not JSON', () => {
  test.each([
    ['{\n  "title": }', { line: 2, column: 12, detail: 'From here on it is no JSON.' }],
    ['{"title":"A"', { line: 1, column: 13, detail: 'It ends too soon.' }],
    [' ', { line: 1, column: 2, detail: 'It ends too soon.' }],
    ['{"a":1,2}', { line: 1, column: 8, detail: 'From here on it is no JSON.' }],
    ['{"a":[1,2,],"b":1}', { line: 1, column: 11, detail: 'From here on it is no JSON.' }],
    ["{'title':1}", { line: 1, column: 2, detail: 'From here on it is no JSON.' }],
    ['{"title":"A"} x', { line: 1, column: 15, detail: 'From here on it is no JSON.' }],
  ])('says where it ceases to be: %j', async (body, error) => {
    expect((await post(body)).errors).toEqual([error]);
  });

  test.each([' ', '{', '{"title":"A"}x', "{'title':1}", '\u{feff}\u{feff}{}', 'NaN', '[1,]'])(
    'is 400: %j',
    async (body) => {
      const { status, code, detail } = await post(body);
      expect([status, code, detail]).toEqual([400, 'invalid_request', 'The body is not well-formed JSON.']);
    },
  );

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense'])(
    'is 415 as %s',
    async (mediaType) => {
      const { status, code } = await post('x', mediaType);
      expect([status, code]).toEqual([415, 'unsupported_media_type']);
    },
  );
});

describe('a body in a content coding', () => {
  const send = (coding: string) =>
    supertest(app.server).post('/echo').set({ 'Content-Type': 'application/json', 'Content-Encoding': coding });

  test.each(['gzip', 'GZIP', 'br, gzip'])('is 415, and what is taken is named: %s', async (coding) => {
    const { status, headers, body } = await send(coding).send('{"title":"A"}');
    expect([status, headers['accept-encoding'], body.code, body.detail]).toEqual([
      415,
      'identity',
      'unsupported_media_type',
      'The body must be sent as it is, without a Content-Encoding.',
    ]);
  });

  test('is one that says that it is none', async () => {
    expect((await send('identity').send('{"title":"A"}')).body).toEqual({ title: 'A' });
    const { headers } = await supertest(app.server).post('/echo').set('Content-Type', 'text/plain').send('x');
    expect(headers['accept-encoding']).toBeUndefined();
  });
});

test('a body is accepted up to its limit and is 413 above', async () => {
  const ofLength = (length: number) => JSON.stringify({ title: 'x'.repeat(length - '{"title":""}'.length) });
  expect(await post(ofLength(DEFAULT_LIMITS.bodyBytes))).toHaveProperty('title');
  const { code, detail } = await post(ofLength(DEFAULT_LIMITS.bodyBytes + 1));
  expect([code, detail]).toEqual([
    'payload_too_large',
    `The body is larger than the ${DEFAULT_LIMITS.bodyBytes} bytes that the server accepts.`,
  ]);
});

test('a body that does not end is 408', async () => {
  const head = 'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{';
  expect((await refusalOf(app.listeningOrigin, head)).code).toBe('request_timeout');
});
