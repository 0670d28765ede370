import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openPressOffice, type PressOffice } from '../press-office.ts';

let office: PressOffice;
let editor: Desk;
let id: string;

beforeAll(async () => {
  office = await openPressOffice({}, { twoPersonVerbs: [] });
  editor = await office.desk('editor');
  const created = await editor.create({ title: 'Arrest in Fenwick', body: { markdown: 'A man was arrested.' } });
  id = created.body.id;
  await act(id, 'submit');
  await act(id, 'publish');
});
afterAll(() => office.close());

/** Does something to an article as it stands now. */
async function act(article: string, verb: string, body?: object) {
  const { headers } = await editor.read(article);
  const done = await editor.act(article, verb, headers['etag'], body);
  expect(done.status, done.text).toBe(200);
  return done;
}

async function location(path: string) {
  const { status, headers } = await office.get(path);
  return [status, headers['location']];
}

test('a draft that asks for another slug moves nothing and takes no name', async () => {
  const { status, body } = await editor.patch(id, 3, { slug: 'man-arrested-in-fenwick' });
  expect([status, body.slug, body.open.slug, body.live.slug]).toEqual([
    200,
    'arrest-in-fenwick',
    'man-arrested-in-fenwick',
    null,
  ]);
  expect((await office.get('/v1/articles/arrest-in-fenwick')).status).toBe(200);
  expect((await office.get('/v1/articles/man-arrested-in-fenwick')).status).toBe(404);
});

test('its publication moves the release, and the old address leads on, the parameters with it', async () => {
  await act(id, 'submit');
  const corrected = await act(id, 'correct', { note: 'The headline was unclear.' });
  expect(corrected.body.slug).toBe('man-arrested-in-fenwick');
  expect((await office.get('/v1/articles/man-arrested-in-fenwick')).status).toBe(200);
  expect(await location('/v1/articles/arrest-in-fenwick')).toEqual([
    308,
    'https://news.example/v1/articles/man-arrested-in-fenwick',
  ]);
  expect(await location('/v1/articles/arrest-in-fenwick?fields=body&bodyFormat=text')).toEqual([
    308,
    'https://news.example/v1/articles/man-arrested-in-fenwick?fields=body&bodyFormat=text',
  ]);
  expect((await office.get('/v1/articles/arrest-in-fenwick?fields=nothing')).status).toBe(400);
});

test('a draft that asks for the slug that its release has is saved, and moves nothing', async () => {
  const { headers } = await editor.read(id);
  const { status, body } = await editor.patch(id, headers['etag'] ?? '', { slug: 'man-arrested-in-fenwick' });
  expect([status, body.slug, body.open.slug]).toEqual([200, 'man-arrested-in-fenwick', 'man-arrested-in-fenwick']);
  await act(id, 'submit');
  expect((await act(id, 'amend')).body.slug).toBe('man-arrested-in-fenwick');
});

test('another release gets another slug', async () => {
  const other = await editor.create({ title: 'Arrest in Fenwick' });
  await act(other.body.id, 'submit');
  const published = await act(other.body.id, 'publish');
  expect(published.body.slug).toBe('arrest-in-fenwick-2');
});

test('a withdrawn release answers at its old address by way of the new one', async () => {
  await act(id, 'withdraw', { kind: 'gone', explanation: 'It was wrong.' });
  expect(await location('/v1/articles/arrest-in-fenwick')).toEqual([
    308,
    'https://news.example/v1/articles/man-arrested-in-fenwick',
  ]);
  expect((await office.get('/v1/articles/man-arrested-in-fenwick')).status).toBe(410);
});
