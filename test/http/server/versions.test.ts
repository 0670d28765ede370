import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeApi } from '../../../src/http/app.ts';
import { openSubscriber } from '../../support/syndication.ts';
import { instant } from '../../support/time.ts';
import { type Desk, openPressOffice, type PressOffice } from '../press-office.ts';

/* Conditional reads of what has a version, behind the doors that need a key. */

const OWN = /^"1-[\w-]{22}"$/;

const VERSIONED = [
  '/v1/editorial/articles/{id}',
  '/v1/syndication/subscriptions/{id}',
  '/v1/admin/partners/{id}',
  '/v1/admin/areas/{id}',
  '/v1/admin/organisations/{id}',
  '/v1/admin/officials/{id}',
] as const;

let office: PressOffice;
let admin: Desk;
let partner: Desk;
let close: () => Promise<void>;
const made = new Map<string, { readonly id: string; readonly etag: string }>();

beforeAll(async () => {
  office = await openPressOffice();
  admin = await office.desk('admin', { name: 'Kim' });
  partner = await office.desk('partner');
  const receiver = await openSubscriber();
  close = async () => {
    await receiver.close();
    await office.close();
  };
  const bodies: Record<(typeof VERSIONED)[number], object> = {
    '/v1/editorial/articles/{id}': { title: 'Closure order extended', body: { markdown: 'A court extended it.' } },
    '/v1/syndication/subscriptions/{id}': { url: `${receiver.origin}/hook` },
    '/v1/admin/partners/{id}': { name: 'Fenwick website' },
    '/v1/admin/areas/{id}': { name: 'Marl', kind: 'ward' },
    '/v1/admin/organisations/{id}': { name: 'Fenwick Chess Club' },
    '/v1/admin/officials/{id}': { name: 'Ada Reed' },
  };
  for (const [path, body] of Object.entries(bodies)) {
    const { status, headers, body: created } = await deskOf(path).ask('post', path.replace('/{id}', ''), { body });
    expect([path, status]).toEqual([path, 201]);
    made.set(path, { id: created.id, etag: headers['etag'] ?? '' });
  }
});
afterAll(() => close());

const deskOf = (path: string): Desk => (path.startsWith('/v1/syndication/') ? partner : admin);

function read(path: string, headers: Record<string, string> = {}) {
  return deskOf(path).ask('get', path.replace('{id}', made.get(path)?.id ?? ''), { headers });
}

test('every read whose answer has a version is here', () => {
  interface Operation {
    readonly responses: Record<string, { readonly headers?: Record<string, { readonly $ref?: string }> }>;
  }
  const { paths }: { paths: Record<string, { readonly get?: Operation }> } = JSON.parse(
    describeApi('https://news.example'),
  );
  const versioned = Object.entries(paths).filter(
    ([, { get }]) => get?.responses['200']?.headers?.['ETag']?.$ref === '#/components/headers/Version',
  );
  expect(versioned.map(([path]) => path).sort()).toEqual([...VERSIONED].sort());
  expect(versioned.map(([, { get }]) => Object.keys(get?.responses ?? {}))).toEqual(
    versioned.map(() => expect.arrayContaining(['304', '412'])),
  );
});

describe.each(VERSIONED)('a read of %s', (path) => {
  test('says which version it is, and which bytes', async () => {
    const first = await read(path);
    expect(first.headers['etag']).toMatch(OWN);
    expect((await read(path)).headers['etag']).toBe(first.headers['etag']);
  });

  test('is 304 for the client that holds it, and kept by no cache', async () => {
    const { headers: whole } = await read(path);
    const etag = whole['etag'] ?? '';
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const { status, headers, text } = await read(path, { 'If-None-Match': held });
      expect([held, status, text, headers['etag'], headers['cache-control'], headers['content-type']]).toEqual([
        ...[held, 304, '', etag, whole['cache-control'], undefined],
      ]);
      expect(headers['content-length']).toBeUndefined();
      expect(headers['cache-control']).toContain('no-store');
    }
    const address = path.replace('{id}', made.get(path)?.id ?? '');
    const Authorization = `Bearer ${deskOf(path).text}`;
    expect((await office.client.head(address).set({ Authorization, 'If-None-Match': etag })).status).toBe(304);
  });

  test('is whole for the client that holds another one, or its version alone', async () => {
    // Of one version the bytes may be others.
    for (const held of ['"other"', '"1"', '"1-other"', 'W/"1"']) {
      expect([held, (await read(path, { 'If-None-Match': held })).status]).toEqual([held, 200]);
    }
    // There is no date that it could be held against.
    const later = 'Mon, 02 Nov 2099 12:00:00 GMT';
    expect((await read(path, { 'If-Modified-Since': later })).status).toBe(200);
  });

  test('is 412 for the client that wants another one, before anything else is asked', async () => {
    const etag = (await read(path)).headers['etag'] ?? '';
    for (const wanted of [
      { 'If-Match': '"2"' },
      { 'If-Match': '"1-other"' },
      { 'If-Match': `W/${etag}` },
      { 'If-Match': '"2"', 'If-None-Match': etag },
    ]) {
      const { status, body } = await read(path, wanted);
      expect([wanted, status, body.code, body.errors]).toEqual([
        ...[wanted, 412, 'stale_edition'],
        [{ parameter: 'If-Match', detail: 'It does not name what is here.', expected: `The present one: ${etag}.` }],
      ]);
    }
  });

  test('is given to the client that wants this one, or its version', async () => {
    const etag = (await read(path)).headers['etag'] ?? '';
    for (const wanted of [etag, '"1"', '*', `"other", ${etag}`]) {
      expect([wanted, (await read(path, { 'If-Match': wanted })).status]).toEqual([wanted, 200]);
    }
    expect((await read(path, { 'If-Match': '"1"', 'If-None-Match': etag })).status).toBe(304);
  });

  test('is 404 where there is nothing, whatever it asks for', async () => {
    const nothing = path.replace('{id}', '4b5a1c0e-0000-4000-8000-000000000000');
    for (const headers of [{ 'If-None-Match': '*' }, { 'If-Match': '*' }, { 'If-Match': '"1"' }]) {
      expect([headers, (await deskOf(path).ask('get', nothing, { headers })).status]).toEqual([headers, 404]);
    }
  });
});

describe('an article that is polled', () => {
  test('is 304 by the tag of the change that its client made, until somebody else makes another', async () => {
    const editor = await office.desk('editor', { name: 'Sam' });
    const { body, headers: created } = await editor.create({ title: 'A title', body: { markdown: 'A text.' } });
    const poll = (etag = '') =>
      editor.ask('get', `/v1/editorial/articles/${body.id}`, { headers: { 'If-None-Match': etag } });
    expect((await poll(created['etag'])).status).toBe(304);
    const { status, headers: patched } = await editor.patch(body.id, created['etag'], { title: 'Another title' });
    expect([status, patched['etag']]).toEqual([200, expect.stringMatching(/^"2-[\w-]{22}"$/)]);
    expect((await poll(created['etag'])).body.open.title).toBe('Another title');
    expect((await poll(patched['etag'])).status).toBe(304);
  });

  test('is whole again when a check says something else by the clock, and is changed by its version all the same', async () => {
    const editor = await office.desk('editor', { name: 'Sam' });
    const text = 'Officers were called on Monday 2 November.';
    const { body } = await editor.create({ title: 'Fire in a barn', body: { markdown: text } });
    const address = `/v1/editorial/articles/${body.id}`;
    const before = await editor.ask('get', address);
    office.setTime(instant('2023-11-02T12:00:00.000Z'));
    const after = await editor.ask('get', address, { headers: { 'If-None-Match': before.headers['etag'] ?? '' } });
    const found = [before, after].map(({ body: { checks } }) => checks.map(({ id }: { id: string }) => id));
    expect([after.status, after.body.version, found]).toEqual([
      ...[200, 1],
      [['summary-missing'], ['summary-missing', 'weekday-mismatch']],
    ]);
    expect((await editor.patch(body.id, before.headers['etag'], { title: 'Fire in a barn in Fenwick' })).status).toBe(
      200,
    );
  });
});
