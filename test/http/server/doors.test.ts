import type { FastifyInstance } from 'fastify';
import supertest from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type Actor, ANONYMOUS } from '../../../src/domain/actor.ts';
import { DOORS } from '../../../src/http/admission/doors.ts';
import { versionHeader } from '../../../src/http/answer/response-headers.ts';
import { describeApi } from '../../../src/http/app.ts';
import { openapiDocument } from '../../../src/http/description/openapi.ts';
import { dryRunParameter } from '../../../src/http/request/parameters.ts';
import { idempotencyKeyHeader, ifMatchHeader } from '../../../src/http/request/request-headers.ts';
import { defineRoute } from '../../../src/http/route.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { openSingleRoute } from '../single-route.ts';

// A route as those who write use them: behind a closed door, with headers, a merge patch, a version, and no body back.
const patchRoute = defineRoute({
  door: 'editorial',
  roles: ['editor', 'admin'],
  method: 'PATCH',
  url: '/v1/editorial/things/{id}',
  operationId: 'patchThing',
  summary: 'Patch a thing',
  description: 'Patch a thing.',
  tag: 'Operations',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: z.strictObject({ id: z.string() }),
  headers: z.object({ 'If-Match': ifMatchHeader, 'Idempotency-Key': idempotencyKeyHeader }),
  body: { schema: z.strictObject({ title: z.string().nullable() }), example: { title: 'A' } },
  success: {
    statuses: [200, 202],
    description: 'The thing.',
    mediaType: 'application/json',
    schema: z.unknown(),
    example: {},
    headers: { ETag: versionHeader },
  },
  problems: ['not_found'],
  handle: async ({ body, headers, query, params }, { actor, audience }) => ({
    body: { body, headers, query, params, actor, sees: audience.sees },
    status: query.dryRun ? 200 : 202,
    etag: '4',
    headers: { 'X-Other': 'x' },
  }),
});

const ONE_TAG =
  'The ETag of what you read, or its version, such as "3": one tag, strong, with its quotation marks; never *.';
const ONE_KEY = '1 to 255 visible ASCII characters, in double quotation marks or bare.';

let api: Installation;
let app: FastifyInstance;
let actor: Actor = ANONYMOUS;
const EDITOR: Actor = { kind: 'key', keyId: 'k1', name: 'Sam Carter', role: 'editor', areaKeys: [] };
beforeAll(async () => {
  api = await openInstallation();
  app = await openSingleRoute(api.deps, patchRoute, { actorOf: () => actor });
});
afterAll(async () => {
  await app.close();
  await api.close();
});
beforeEach(() => {
  actor = EDITOR;
});

const patch = (
  path = '/v1/editorial/things/t1',
  headers: Record<string, string> = {},
  body: object = { title: null },
) =>
  supertest(app.server)
    .patch(path)
    .set({ 'Content-Type': 'application/merge-patch+json', 'X-Request-Id': 'test-request', ...headers })
    .send(JSON.stringify(body));

describe('a route that writes', () => {
  test('gets what it declares, typed, and who asks', async () => {
    const { status, body } = await patch('/v1/editorial/things/t1?dryRun=true', {
      'If-Match': '"3"',
      'Idempotency-Key': '"a-key"',
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      body: { title: null },
      headers: { 'If-Match': 3, 'Idempotency-Key': 'a-key' },
      query: { dryRun: true },
      params: { id: 't1' },
      actor: EDITOR,
      sees: 'newsroom',
    });
  });

  test('answers with its own status, version and headers, and nobody keeps it', async () => {
    const { status, headers } = await patch();
    expect(status).toBe(202);
    expect([headers['etag'], headers['cache-control'], headers['x-other'], headers['last-modified']]).toEqual([
      expect.stringMatching(/^"4-[\w-]{22}"$/),
      'no-store',
      'x',
      undefined,
    ]);
  });

  test.each([
    ['If-Match', '3', ONE_TAG],
    ['If-Match', '*', ONE_TAG],
    ['If-Match', 'W/"3"', ONE_TAG],
    ['If-Match', '"3", "4"', ONE_TAG],
    ['If-Match', '"0"', ONE_TAG],
    ['If-Match', '"1234567890"', ONE_TAG],
    ['Idempotency-Key', '', ONE_KEY],
    ['Idempotency-Key', '"a key"', ONE_KEY],
    ['Idempotency-Key', '"a', ONE_KEY],
    ['Idempotency-Key', `"${'x'.repeat(256)}"`, ONE_KEY],
  ])('refuses %s: %s', async (name, value, expected) => {
    const { status, body } = await patch(undefined, { [name]: value });
    expect([status, body.code, body.errors]).toEqual([
      400,
      'invalid_parameter',
      [{ parameter: name, detail: expect.stringMatching(/ is not a value of this parameter\.$/), expected }],
    ]);
  });

  test('takes JSON for a merge patch, and no other method takes a merge patch', async () => {
    expect((await patch(undefined, { 'Content-Type': 'application/json' })).status).toBe(202);
    const refused = await api.client
      .post('/v1/admin/keys')
      .set({
        Authorization: `Bearer ${(await api.createKey('admin')).text}`,
        'Content-Type': 'application/merge-patch+json',
      })
      .send('{}');
    expect([refused.status, refused.body.code]).toEqual([415, 'unsupported_media_type']);
  });
});

describe('a closed door', () => {
  test('is 401 without a key, and says which scheme opens it', async () => {
    actor = ANONYMOUS;
    const { status, headers, body } = await patch();
    expect([status, headers['www-authenticate'], headers['cache-control'], body.detail]).toEqual([
      401,
      'Bearer realm="dateline"',
      'no-store',
      'This address needs a key.',
    ]);
  });

  test('is 403 for a role that may not pass, before anything of the request is looked at', async () => {
    actor = { ...EDITOR, role: 'author' };
    const { status, headers, body } = await patch('/v1/editorial/things/t1?nonsense', { 'If-Match': 'x' }, []);
    expect([status, headers['cache-control']]).toEqual([403, 'no-store']);
    expect(body).toEqual({
      type: 'https://news.example/docs/problems/forbidden',
      title: 'Forbidden',
      status: 403,
      detail: 'This needs a key with one of the roles editor, admin.',
      instance: '/v1/editorial/things/t1',
      code: 'forbidden',
      errors: [],
      requestId: 'test-request',
    });
  });

  test('answers the same bytes whether or not there is something behind it', async () => {
    const [author, { key }] = [await api.createKey('author'), await api.createKey('editor')];
    const other = await openInstallation();
    const stranger = await other.createKey('author');
    const ask = async (at: Installation, text: string) => {
      const {
        status,
        headers,
        text: bytes,
      } = await at.client
        .get(`/v1/admin/keys/${key.prefix}`)
        .set({ Authorization: `Bearer ${text}`, 'X-Request-Id': 'test-request' });
      return { status, headers: { ...headers, date: '' }, bytes };
    };
    const answers = [await ask(api, author.text), await ask(other, stranger.text)];
    await other.close();
    expect(answers[0]).toMatchObject({ status: 403 });
    expect(answers[0]).toEqual(answers[1]);
  });

  test('stands open to no site elsewhere, preflights included', async () => {
    const admin = await api.createKey('admin');
    const read = await api.get('/v1/admin/keys', {
      Authorization: `Bearer ${admin.text}`,
      Origin: 'https://site.example',
    });
    const refused = await api.get('/v1/admin/keys', { Origin: 'https://site.example' });
    const asked = await api.client
      .options('/v1/admin/keys')
      .set({ Origin: 'https://site.example', 'Access-Control-Request-Method': 'GET' });
    expect([read.status, refused.status, asked.status]).toEqual([200, 401, 204]);
    for (const { headers } of [read, refused, asked]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('the OpenAPI document', () => {
  test('says what a route that writes takes and gives', () => {
    const { paths } = openapiDocument([patchRoute], { publicUrl: 'https://news.example', version: '1' });
    const operation = paths?.['/v1/editorial/things/{id}']?.patch;
    expect(operation).toMatchObject({
      security: [{ key: [] }],
      'x-roles': ['editor', 'admin'],
      requestBody: {
        required: true,
        content: {
          'application/merge-patch+json': { example: { title: 'A' } },
          'application/json': { example: { title: 'A' } },
        },
      },
    });
    expect(operation?.parameters).toHaveLength(4);
    expect(Object.keys(operation?.responses ?? {})).toEqual(
      '200 202 400 401 403 404 408 413 414 415 422 429 431 500 503'.split(' '),
    );
    expect(Object.keys(operation?.responses?.['202']?.headers ?? {})).toContain('ETag');
  });

  test('keeps every route behind the door that its address says', () => {
    const document: { paths: Record<string, Record<string, { 'x-roles'?: string[] }>> } = JSON.parse(
      describeApi('https://news.example'),
    );
    for (const [path, methods] of Object.entries(document.paths)) {
      const door = Object.values(DOORS).find((each) => each.path !== null && path.startsWith(each.path));
      for (const operation of Object.values(methods)) {
        const roles = operation['x-roles'] ?? null;
        const admitted: readonly string[] | null = door?.roles ?? null;
        if (admitted === null) expect([path, roles]).toEqual([path, null]);
        else expect([path, roles?.filter((role) => !admitted.includes(role))]).toEqual([path, []]);
      }
    }
  });
});
