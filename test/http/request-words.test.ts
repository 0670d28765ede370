import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { place } from '../support/place.ts';
import { type Desk, openPressOffice, type PressOffice } from './press-office.ts';

/*
 * What a refusal says is what its reader works by: no sentence of a library, and always what would be right.
 */

const LIBRARY = /Invalid input|Too big|Too small|expected string|received/;

let office: PressOffice;
let editor: Desk;
let id: string;
beforeAll(async () => {
  office = await openPressOffice();
  editor = await office.desk('editor', { name: 'Sam' });
  ({ id } = (await editor.create({ title: 'A title', body: { markdown: 'Words.' } })).body);
});
afterAll(() => office.close());

describe('a refusal says in words', () => {
  test('that a parameter is missing', async () => {
    const { body } = await editor.ask('get', `/v1/editorial/articles/${id}/revisions`);
    const refused = await editor.ask('get', `/v1/editorial/articles/${id}/revisions/${body.data[0].id}/diff`);
    expect([refused.status, refused.body.errors]).toEqual([
      400,
      [{ parameter: 'against', detail: 'The parameter is missing.', expected: 'It must be given.' }],
    ]);
  });

  test('how much is too much, and which members there are', async () => {
    const refused = await editor.ask('post', `/v1/editorial/articles/${id}/previews`, {
      body: { expiresInSeconds: 2_592_001, forEver: true },
    });
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [
        { pointer: '/expiresInSeconds', detail: 'It is too much.', expected: 'At most 2592000.' },
        { pointer: '/forEver', detail: 'There is no such member here.', allowed: ['expiresInSeconds'] },
      ],
    ]);
    expect(refused.text).not.toMatch(LIBRARY);
    const deep = await editor.create({ title: 'A', quotes: [{ paragraphs: ['A'], attribution: { nom: 'A' } }] });
    expect(deep.body.errors).toMatchObject([
      { pointer: '/quotes/0/attribution/nom', allowed: ['name', 'rank', 'role', 'organisation', 'asWritten'] },
    ]);
  });

  test('what is wrong with a value, and what would be right instead of it', async () => {
    const refused = await editor.create({
      title: ' ',
      slug: 'Not a slug',
      tags: Array.from({ length: 51 }, String),
      publishedAt: 'yesterday',
      quotes: [{ paragraphs: ['Words.'], text: 'Others.', attribution: {} }],
    });
    const cannot = 'It cannot have this value.';
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [
        { pointer: '/title', detail: 'It is empty.', expected: 'One line of 1 to 300 characters.' },
        {
          pointer: '/slug',
          detail: cannot,
          expected: 'Lower-case letters and digits in groups joined by hyphens, at most 200 characters, and no UUID.',
        },
        { pointer: '/tags', detail: cannot, expected: 'At most 50 tags.' },
        {
          pointer: '/publishedAt',
          detail: cannot,
          expected: 'A day such as 2020-10-29, or an RFC 3339 instant such as 2020-10-29T09:30:00Z.',
        },
        {
          pointer: '/quotes/0/text',
          detail: cannot,
          expected: 'What paragraphs say; or change those, and leave text out.',
        },
      ],
    ]);
  });

  test('of one entry that there is one', async () => {
    const partner = { headers: { Authorization: `Bearer ${(await office.createKey('partner')).text}` } };
    const acknowledge = (body: object) => editor.ask('post', '/v1/syndication/receipts', { body, ...partner });
    expect((await acknowledge({ changes: [] })).body.errors).toEqual([
      { pointer: '/changes', detail: 'It is too little.', expected: 'At least 1 entry.' },
    ]);
    expect((await acknowledge({ accessLost: ['x'] })).body.errors).toEqual([
      { pointer: '/accessLost/0', detail: 'It cannot have this value.', expected: 'A UUID.' },
    ]);
  });

  test('which forms there are', async () => {
    const partner = await office.createKey('partner');
    const headers = { Authorization: `Bearer ${partner.text}` };
    const replay = (body: object) =>
      editor.ask('post', '/v1/syndication/subscriptions/5b0c1f8e-7c0a-4a53-9a55-6f0e2f6a4c11/replay', {
        body,
        headers,
      });
    expect((await replay({})).body.errors).toEqual([
      {
        pointer: '',
        detail: 'It has none of the forms that are possible here.',
        expected: 'One of the members in allowed.',
        allowed: ['deliveries', 'orders', 'dead'],
      },
    ]);
    expect((await replay({ orders: { from: 2, to: 1 } })).body.errors).toMatchObject([{ pointer: '/orders' }]);
    expect((await replay({ dead: true, orders: { from: 1, to: 2 } })).body.errors).toEqual([
      {
        pointer: '',
        detail: 'It is of several forms at once.',
        expected: 'One of the members in allowed alone.',
        allowed: ['orders', 'dead'],
      },
    ]);
    expect((await replay({ orders: { from: 1, to: 2 }, order: 3 })).body.errors).toMatchObject([{ pointer: '/order' }]);
  });

  test('what must come before a verb', async () => {
    await editor.act(id, 'force-publish', 1, { reason: 'A test' });
    const refused = await editor.act(id, 'correct', 2, { note: 'A note' });
    expect(refused.body.errors).toMatchObject([
      {
        expected:
          'PATCH the article first, which opens an edition for the verb to work on; or a verb that is possible now.',
      },
    ]);
  });

  test('how a title without Latin letters gets an address', async () => {
    expect((await editor.create({ title: '！！！' })).body.errors).toEqual([
      {
        pointer: '/title',
        detail: 'Nothing in the title can stand in an address.',
        expected: 'Send a slug with it, or the url.',
      },
    ]);
    expect((await editor.create({ title: '！！！', slug: 'loud' })).status).toBe(201);
  });
});

describe('the name of an area', () => {
  test('may be its Welsh one, in a draft and in a document, and makes no second area', async () => {
    await office.store.areas.register(
      [place('Wernmouth', { nameCy: 'Aberŵern', kind: 'borough', parentKey: 'ouseshire' })],
      office.deps.clock.now(),
    );
    const created = await editor.create({
      title: 'Pont ar agor',
      area: 'Aberwern',
      language: 'cy',
      body: { markdown: 'Mae ar agor.' },
    });
    expect([created.status, created.body.open?.area]).toEqual([201, 'Aberwern']);
    await editor.patch(created.body.id, 1, { area: 'ABERŴERN' });
    await editor.act(created.body.id, 'force-publish', 2, { reason: 'A test' });
    const { body } = await office.get('/v1/articles/pont-ar-agor');
    expect(body.area).toMatchObject({ slug: 'wernmouth', name: 'Wernmouth', path: 'ouseshire/wernmouth' });
    const key = { Authorization: `Bearer ${(await office.createKey('editor')).text}`, 'Content-Type': 'text/markdown' };
    const document = '---\ntitle: Pont\nurl: https://a.example/pont\narea: Aberŵern\n---\n\nMae ar agor.\n';
    const response = await fetch(`${office.app.listeningOrigin}/v1/editorial/imports`, {
      method: 'POST',
      headers: key,
      body: document,
    });
    expect(await response.json()).toMatchObject({ outcome: 'created', created: { areas: [] } });
    expect((await editor.create({ title: 'X', area: 'Nowhere' })).status).toBe(422);
  });
});
