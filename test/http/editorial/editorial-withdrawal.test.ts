import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { NOW } from '../installation.ts';
import { type Desk, openPressOffice, type PressOffice, seen } from '../press-office.ts';

const RELEASE = {
  title: 'Zebra crossing for Harrowgate Road',
  summary: 'A crossing of quite singular yellowness.',
  url: 'https://police.example/news/crossing',
  area: 'Fenwick',
  tags: ['roads'],
  body: { markdown: 'Councillor Priya Raman of Fenwick Borough Council said: “It is a wonderful crossing.”' },
};
const WORDS = /zebra|harrowgate|singular|wonderful|priya/i;

const PATHS = [
  '/v1/articles',
  '/v1/articles?q=zebra',
  '/v1/articles?area=ouseshire',
  '/v1/articles?tag=roads',
  '/v1/articles?sort=-updatedAt',
  '/v1/areas',
  '/v1/areas/fenwick',
  '/v1/officials',
  '/v1/officials/priya-raman',
  '/v1/organisations',
  '/v1/quotes',
  '/v1/quotes?q=wonderful',
  '/v1/tags',
];

/** What an answer says, but for the address that it was asked at. */
function wordsOf(text: string, path: string): string {
  return text.replaceAll(path, '');
}

let office: PressOffice;
let editor: Desk;
let id: string;
beforeEach(async () => {
  office = await openPressOffice();
  editor = await office.desk('editor', { name: 'Sam Hunt' });
  ({ id } = (await editor.create(RELEASE)).body);
  await editor.act(id, 'force-publish', 1, { reason: 'Alone on duty.' });
  office.setTime(shifted(NOW, 60_000));
});
afterEach(() => office.close());

describe('a withdrawn release', () => {
  test('is withdrawn anew in other words or another way, and its text is never public in between', async () => {
    const notice = { kind: 'notice', explanation: 'It names a wittness.' };
    await editor.act(id, 'withdraw', 2, notice);
    const mended = { kind: 'notice', explanation: 'It names a witness.' };
    expect((await editor.act(id, 'withdraw', 3, mended)).body).toMatchObject({ version: 4, withdrawn: mended });
    expect((await office.get('/v1/articles/crossing')).body.withdrawal.explanation).toBe(mended.explanation);
    const vanished = await editor.act(id, 'withdraw', 4, { kind: 'vanish', reason: 'An order of the court.' });
    expect(vanished.body).toMatchObject({ version: 5, withdrawn: { kind: 'vanish', explanation: null } });
    expect((await office.get('/v1/articles/crossing')).body).toMatchObject({ status: 404, code: 'not_found' });
    const told = await office.get('/v1/changes');
    expect(told.body.data).toEqual([]);
    const trail = await editor.ask('get', `/v1/editorial/articles/${id}/events`);
    expect(
      trail.body.data.slice(0, 3).map(({ action, detail }: { action: string; detail: object }) => [action, detail]),
    ).toEqual([
      ['article.withdrawn', { kind: 'vanish', reason: 'An order of the court.' }],
      ['article.withdrawn', { ...mended, reason: null }],
      ['article.withdrawn', { ...notice, reason: null }],
    ]);
    for (const path of PATHS) expect(wordsOf((await office.get(path)).text, path)).not.toMatch(WORDS);
  });

  test('that is withdrawn anew in the same words stays as it is', async () => {
    const notice = { kind: 'notice', explanation: 'It names a witness.' };
    const first = await editor.act(id, 'withdraw', 2, notice);
    const again = await editor.act(id, 'withdraw', 3, notice);
    expect([again.status, again.headers['etag'], again.body]).toEqual([200, first.headers['etag'], first.body]);
  });

  test('comes back with another text as a new edition, approved by a second person', async () => {
    await editor.act(id, 'withdraw', 2, { kind: 'gone', explanation: 'It names a witness.' });
    await editor.patch(id, 3, { title: 'Crossing opens', summary: null, body: { markdown: 'It is open.' } });
    const waiting = await editor.act(id, 'submit', 4);
    expect(waiting.body.verbs).toEqual(['return', 'force-publish', 'withdraw', 'reinstate', 'discard']);
    expect((await editor.act(id, 'publish', 5)).body.code).toBe('two_person_rule');
    expect((await office.get('/v1/articles/crossing')).status).toBe(410);
    const second = await office.desk('editor', { name: 'Eve Poll' });
    const back = await second.act(id, 'publish', 5);
    expect(back.body).toMatchObject({
      state: { open: 'none', public: 'live' },
      live: { number: 2, title: 'Crossing opens' },
      withdrawn: null,
    });
    const { body } = await office.get('/v1/articles/crossing');
    expect(body).toMatchObject({ id, edition: 2, title: 'Crossing opens', publishedAt: NOW, quotes: [] });
    for (const path of PATHS) expect(wordsOf((await office.get(path)).text, path)).not.toMatch(WORDS);
    expect((await office.get('/v1/changes')).body.data).toMatchObject([{ type: 'upsert', edition: 2 }]);
    expect((await second.act(id, 'reinstate', 6)).body.code).toBe('verb_not_allowed');
  });

  test('is what a patch starts from, unless an edition is open, which a reinstatement leaves as it is', async () => {
    await editor.patch(id, 2, { title: 'Second thoughts', body: { markdown: 'It is open.' } });
    await editor.act(id, 'withdraw', 3, { kind: 'gone', explanation: 'It names a witness.' });
    const draft = (await editor.patch(id, 4, { summary: null })).body.open;
    expect(draft).toMatchObject({ title: 'Second thoughts', summary: null, tags: ['roads'] });
    expect((await editor.act(id, 'reinstate', 5)).body).toMatchObject({ live: { title: RELEASE.title }, open: draft });
    await editor.act(id, 'withdraw', 6, { kind: 'gone', explanation: 'It names a witness.' });
    await editor.act(id, 'discard', 7);
    const { open, withdrawn, checks } = (await editor.patch(id, 8, { title: 'Crossing opens' })).body;
    const again = ({ id: check }: { id: string }) => check === 'withdrawn-again';
    expect(checks.filter(again).map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/summary',
      '/body/markdown',
    ]);
    expect((await editor.read(id)).body.checks.filter(again)).toEqual(checks.filter(again));
    const { title, summary, area, tags, body, quotes } = withdrawn.edition;
    expect([title, summary]).toEqual([RELEASE.title, RELEASE.summary]);
    expect(open).toMatchObject({ state: 'draft', title: 'Crossing opens', summary, area, tags, body, quotes });
  });

  test('comes back with a scheduled text at its instant; withdrawn anew before that, it waits for another approval', async () => {
    const notice = { kind: 'notice', explanation: 'It names a witness.' };
    await editor.act(id, 'withdraw', 2, notice);
    await editor.patch(id, 3, { title: 'Crossing opens', body: { markdown: 'It is open.' } });
    await editor.act(id, 'submit', 4);
    const second = await office.desk('editor', { name: 'Eve Poll' });
    const publishAt = shifted(NOW, 120_000);
    expect((await second.act(id, 'schedule', 5, { publishAt })).body.state).toEqual({
      open: 'scheduled',
      public: 'withdrawn',
    });
    expect((await editor.act(id, 'withdraw', 6, notice)).body.state).toEqual({
      open: 'submitted',
      public: 'withdrawn',
    });
    await second.act(id, 'schedule', 7, { publishAt });
    office.setTime(shifted(publishAt, -1));
    expect((await office.get('/v1/articles/crossing')).body.withdrawal).toMatchObject(notice);
    office.setTime(publishAt);
    expect((await office.get('/v1/articles/crossing')).body).toMatchObject({ edition: 2, title: 'Crossing opens' });
  });

  test('is replaced by a notice that says nothing of its text', async () => {
    const explanation = 'The crossing was never approved.';
    const done = await editor.act(id, 'withdraw', 2, { kind: 'notice', explanation, reason: 'A hoax.' });
    expect([done.status, done.body.state, done.body.live, done.body.withdrawn]).toEqual([
      200,
      { open: 'none', public: 'withdrawn' },
      null,
      {
        edition: expect.objectContaining({ state: 'withdrawn', number: 1, title: RELEASE.title }),
        kind: 'notice',
        explanation,
        alternative: null,
        reason: 'A hoax.',
        at: shifted(NOW, 60_000),
        by: 'Sam Hunt',
      },
    ]);
    for (const reference of [id, 'crossing']) {
      const { status, headers, body } = await office.get(`/v1/articles/${reference}`);
      expect([status, headers['cache-control'], headers['last-modified'], headers['etag']]).toEqual([
        200,
        'public, max-age=5, s-maxage=15, must-revalidate',
        expect.any(String),
        expect.stringMatching(/^".{22}"$/),
      ]);
      expect(body).toEqual({
        id,
        slug: 'crossing',
        withdrawal: { kind: 'notice', explanation, at: shifted(NOW, 60_000) },
        links: { self: 'https://news.example/v1/articles/crossing' },
      });
    }
    const held = String((await office.get('/v1/articles/crossing')).headers['etag']);
    expect((await office.get('/v1/articles/crossing', { 'If-None-Match': held })).status).toBe(304);
  });

  test('is gone, with the explanation', async () => {
    await editor.act(id, 'withdraw', 2, { kind: 'gone', explanation: 'The order was set aside.' });
    const gone = await office.get('/v1/articles/crossing');
    expect([gone.status, gone.headers['cache-control'], gone.body]).toEqual([
      410,
      'public, max-age=5, s-maxage=15, must-revalidate',
      {
        type: 'https://news.example/docs/problems/gone',
        title: 'Gone',
        status: 410,
        detail: 'The order was set aside.',
        instance: '/v1/articles/crossing',
        code: 'gone',
        errors: [],
        requestId: expect.any(String),
      },
    ]);
  });

  test('sends readers elsewhere', async () => {
    const alternative = 'https://police.example/news/other';
    await editor.act(id, 'withdraw', 2, { kind: 'redirect', alternative });
    const { status, headers, text } = await office.get('/v1/articles/crossing');
    expect([status, headers['location'], headers['cache-control'], headers['etag'], text]).toEqual([
      308,
      alternative,
      'public, max-age=5, s-maxage=15, must-revalidate',
      undefined,
      '',
    ]);
  });

  test('vanishes as if it had never been, to the byte', async () => {
    const never = await openPressOffice();
    await editor.act(id, 'withdraw', 2, { kind: 'vanish', reason: 'Court order.' });
    for (const path of [`/v1/articles/${id}`, '/v1/articles/crossing', `/v1/articles/${id}?fields=x`]) {
      expect(await seen(office, path)).toEqual(await seen(never, path));
    }
    expect((await office.get('/v1/articles/crossing')).status).toBe(404);
    await never.close();
  });

  test.each([
    ['notice', { explanation: 'Not approved.' }],
    ['gone', { explanation: 'Not approved.' }],
    ['redirect', { alternative: 'https://police.example/news/other' }],
    ['vanish', {}],
  ])('shows nowhere after %s, and everywhere when it is reinstated', async (kind, rest) => {
    const before = new Map<string, string>();
    for (const path of PATHS) before.set(path, (await office.get(path)).text);
    expect([...before.values()].filter((text) => WORDS.test(text)).length).toBeGreaterThan(8);

    await editor.patch(id, 2, { title: 'Zebra crossing, second thoughts' });
    await editor.act(id, 'withdraw', 3, { kind, ...rest });
    for (const path of [...PATHS, '/v1/articles/crossing']) {
      const { text } = await office.get(path);
      // The answer to a search repeats the question in its links at most.
      expect([path, WORDS.test(text.replaceAll(path, ''))]).toEqual([path, false]);
      const head = await office.client.head(path).redirects(0);
      const get = await office.get(path);
      expect([path, head.status, head.headers['cache-control']]).toEqual([
        path,
        get.status,
        get.headers['cache-control'],
      ]);
    }

    const back = await editor.act(id, 'reinstate', 4);
    expect([back.body.state, back.body.withdrawn]).toEqual([{ open: 'draft', public: 'live' }, null]);
    for (const path of PATHS.filter((each) => !/updatedAt/.test(each))) {
      const data = (text = '') => text.replaceAll(/"updatedAt":"[^"]*"/g, '');
      expect([path, data((await office.get(path)).text)]).toEqual([path, data(before.get(path))]);
    }
    expect((await office.get('/v1/articles/crossing')).body.edition).toBe(1);
  });
});
