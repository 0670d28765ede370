import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openPressOffice, type PressOffice } from '../http/press-office.ts';
import { type Folder, openFolder } from '../support/folder.ts';
import { instant } from '../support/time.ts';
import { startProgram } from './program.ts';

/* Two installations, both at work, and the program that republishes the releases of the one in the other. */

let source: PressOffice;
let target: PressOffice;
let editor: Desk;
let folder: Folder;
let env: Record<string, string>;
let program: ReturnType<typeof startProgram>;

beforeAll(async () => {
  [source, target] = await Promise.all([openPressOffice(), openPressOffice()]);
  editor = await source.desk('editor', { name: 'Ada' });
  folder = openFolder();
  const copier = await target.desk('editor', { name: 'Republisher' });
  env = {
    DATELINE_URL: source.app.listeningOrigin,
    TARGET_URL: target.app.listeningOrigin,
    TARGET_KEY: copier.text,
    STATE_FILE: join(folder.path, 'state.json'),
  };
  program = startProgram('republish.ts', env);
});
afterAll(async () => {
  await program.kill();
  await Promise.all([source.close(), target.close()]);
  folder.close();
});

/** A release of the source, public. */
async function release(name: string, more: object = {}): Promise<{ readonly id: string; readonly url: string }> {
  const url = `https://police.example/news/${name}`;
  const body = { title: `Title of ${name}`, url, body: { markdown: `Body of ${name}.` }, ...more };
  const { status, body: created } = await editor.create(body);
  expect([status, created.errors]).toEqual([201, undefined]);
  const { id } = created;
  expect((await editor.act(id, 'force-publish', 1, { reason: 'Nobody else is here.' })).status).toBe(200);
  await program.until(`shown ${url}`);
  return { id, url };
}

const act = async (id: string, verb: string, body?: object) => {
  const { version } = (await editor.read(id)).body;
  expect((await editor.act(id, verb, version, body)).status).toBe(200);
};
const patch = async (id: string, body: object) => editor.patch(id, (await editor.read(id)).body.version, body);
const shown = async (office: PressOffice, name: string) => office.get(`/v1/articles/${name}`);

/** What must be alike in both. */
const saying = ({ body }: { readonly body: Record<string, unknown> }) => {
  const { id, quotes, officials, jsonLd, openGraph, links, area, updatedAt, corrections, ...rest } = body;
  const attributions = (quotes as { text: string; attribution: object }[]).map(({ text, attribution }) => [
    text,
    attribution,
  ]);
  const notes = (corrections as { edition: number; note: string }[]).map(({ edition, note }) => [edition, note]);
  return { ...rest, attributions, notes };
};

test('a release is republished under its address, with its date, its words and who said them as what', async () => {
  const quote = {
    paragraphs: ['We are pleased.'],
    attribution: {
      name: 'Jo Marsh',
      rank: 'Chief Inspector',
      role: null,
      organisation: 'Fenwick Police',
      asWritten: 'Jo Marsh',
    },
  };
  const { url } = await release('closure', {
    summary: 'Flats stay closed.',
    area: 'Fenwick',
    tags: ['court'],
    language: 'en-GB',
    publishedAt: '2020-07-01',
    image: { url: 'https://police.example/flats.jpg', alt: 'A block of flats' },
    body: { markdown: 'It was extended.\n\nJo Marsh said: “We are pleased.”' },
    quotes: [quote],
  });
  const copy = await shown(target, 'closure');
  expect(saying(copy)).toEqual(saying(await shown(source, 'closure')));
  expect(copy.body).toMatchObject({
    url,
    area: { slug: 'fenwick' },
    links: { canonical: url },
    publishedAtPrecision: 'day',
  });
}, 120_000);

test('corrections, amendments, withdrawals and returns follow', async () => {
  const { id, url } = await release('charge', { area: 'Harrowmere' });
  await patch(id, { title: 'Man charged' });
  await act(id, 'correct', { note: 'It is one man.' });
  await program.until(`shown ${url}`);
  expect(saying(await shown(target, 'charge'))).toMatchObject({
    title: 'Man charged',
    edition: 2,
    notes: [[2, 'It is one man.']],
  });

  await program.kill();
  for (const note of ['He is 34.', 'He is 35.']) {
    await patch(id, { body: { markdown: note } });
    await act(id, 'correct', { note });
  }
  program = startProgram('republish.ts', env);
  await program.until(`shown ${url}`);
  expect(saying(await shown(target, 'charge'))).toMatchObject({
    edition: 3,
    notes: [
      [3, 'He is 34. He is 35.'],
      [2, 'It is one man.'],
    ],
  });

  const before = (await shown(target, 'charge')).body.updatedAt;
  for (const office of [source, target]) office.setTime(instant('2020-11-02T15:00:00.000Z'));
  await patch(id, { tags: ['court'] });
  await act(id, 'amend');
  await program.until(`shown ${url}`);
  expect((await shown(target, 'charge')).body).toMatchObject({ tags: ['court'], edition: 4, updatedAt: before });

  const detail = 'The charge was dropped.';
  await act(id, 'withdraw', { kind: 'gone', explanation: detail });
  await program.until(`taken down ${id}`);
  expect((await shown(target, 'charge')).body).toMatchObject({ status: 410, detail });
  await act(id, 'withdraw', { kind: 'notice', explanation: 'It was dropped in March.' });
  await program.until(`taken down ${id}`);
  expect((await shown(target, 'charge')).body.withdrawal).toMatchObject({ explanation: 'It was dropped in March.' });
  await act(id, 'reinstate');
  await program.until(`shown ${url}`);
  expect(await shown(target, 'charge')).toMatchObject({ status: 200, body: { title: 'Man charged', tags: ['court'] } });
  await act(id, 'withdraw', { kind: 'vanish' });
  await program.until(`taken down ${id}`);
  expect((await shown(target, 'charge')).status).toBe(404);
});

test('what an editorial rule stops waits as a draft for people, and is discarded when it is withdrawn there', async () => {
  const url = 'https://police.example/news/template';
  const { id } = (await editor.create({ title: 'Ferry', url, body: { markdown: 'It sails at [INSERT TIME].' } })).body;
  const overrides = [{ check: 'template-leftover', reason: 'It is the name of the ferry.' }];
  await act(id, 'force-publish', { reason: 'Nobody else is here.', overrides });
  await program.until(`refused ${id} checks_failed`);
  const desk = await target.desk('editor', { name: 'Sam' });
  const find = async () => (await desk.list(`?url=${encodeURIComponent(url)}`)).body.data;
  expect(await find()).toMatchObject([{ state: { open: 'draft', public: 'none' }, createdBy: 'Republisher' }]);
  await act(id, 'withdraw', { kind: 'vanish' });
  await program.until(`taken down ${id}`);
  expect(await find()).toEqual([]);
});

test('an area that nobody knows there is left out, and nothing is made twice when the program has lost its place', async () => {
  await program.kill();
  rmSync(env['STATE_FILE'] ?? '');
  program = startProgram('republish.ts', env);
  await program.until('shown https://police.example/news/closure');
  const admin = await source.desk('admin', { name: 'Kim' });
  await admin.ask('post', '/v1/admin/areas', { body: { name: 'Sandling' } });
  await release('sandling', { area: 'Sandling' });
  expect((await shown(target, 'sandling')).body).toMatchObject({ title: 'Title of sandling', area: null });
  const { body } = await target.get('/v1/articles?count=exact');
  expect(body.page.total).toBe(2);
});

test('a release that comes back to where it was written is left alone', async () => {
  const before = (await source.get('/v1/changes')).text;
  const copier = await source.desk('editor', { name: 'Republisher' });
  const back = startProgram('republish.ts', {
    DATELINE_URL: target.app.listeningOrigin,
    TARGET_URL: source.app.listeningOrigin,
    TARGET_KEY: copier.text,
    STATE_FILE: join(folder.path, 'back.json'),
  });
  await back.until('ours https://police.example/news/sandling');
  await back.kill();
  expect((await source.get('/v1/changes')).text).toBe(before);
  const { body } = await copier.list();
  expect(body.data.filter(({ state }: { state: { open: string } }) => state.open !== 'none')).toEqual([]);
});
