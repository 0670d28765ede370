import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { instant } from '../../support/time.ts';
import { NOW } from '../installation.ts';
import { type Desk, openPressOffice, type PressOffice, refusal } from '../press-office.ts';

const RELEASE = {
  title: 'Closure order extended',
  summary: 'A court has extended an order.',
  url: 'https://police.example/news/closure-order',
  area: 'Fenwick',
  tags: ['courts', 'drugs'],
  language: 'en-GB',
  body: { markdown: 'The court extended the order.\n\nPC Ada Reed said: “We are pleased with this order.”' },
};

let office: PressOffice;
let author: Desk;
let editor: Desk;
beforeEach(async () => {
  office = await openPressOffice();
  author = await office.desk('author', { name: 'Ada Reed' });
  editor = await office.desk('editor', { name: 'Sam Hunt' });
});
afterEach(() => office.close());

describe('the whole life of a release', () => {
  test('from a draft to what readers see, and back', async () => {
    const created = await author.create(RELEASE);
    const { id } = created.body;
    expect(created.status).toBe(201);
    expect(created.headers['location']).toBe(`https://news.example/v1/editorial/articles/${id}`);
    expect([created.headers['etag'], created.headers['cache-control']]).toEqual([
      expect.stringMatching(/^"1-/),
      'no-store',
    ]);
    expect(created.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      slug: null,
      url: 'https://police.example/news/closure-order',
      version: 1,
      state: { open: 'draft', public: 'none' },
      verbs: ['submit', 'discard'],
      createdAt: NOW,
      createdBy: 'Ada Reed',
      open: {
        id: expect.any(String),
        number: null,
        state: 'draft',
        revision: 1,
        savedAt: NOW,
        savedBy: 'Ada Reed',
        submittedBy: null,
        returned: null,
        publishAt: null,
        title: 'Closure order extended',
        slug: null,
        summary: 'A court has extended an order.',
        area: 'Fenwick',
        language: 'en-GB',
        tags: ['courts', 'drugs'],
        publishedAt: null,
        publishedAtPrecision: 'instant',
        image: null,
        body: RELEASE.body,
        quotes: [
          {
            id: expect.any(String),
            position: 1,
            text: 'We are pleased with this order.',
            paragraphs: ['We are pleased with this order.'],
            start: 50,
            end: 81,
            attribution: expect.objectContaining({ name: 'Ada Reed', rank: 'PC' }),
          },
        ],
        quotesGiven: false,
        embargo: null,
        extra: {},
      },
      live: null,
      checks: [
        {
          id: 'official-unknown',
          severity: 'notice',
          message: 'Ada Reed was never quoted before: is the name right?',
          pointer: '/body/markdown',
          start: 34,
          end: 42,
          fix: null,
        },
      ],
      withdrawn: null,
      links: {
        self: `https://news.example/v1/editorial/articles/${id}`,
        events: `https://news.example/v1/editorial/articles/${id}/events`,
        public: null,
      },
    });

    const edited = await author.patch(id, 1, { title: 'Closure order is extended', tags: null });
    expect([edited.status, edited.headers['etag'], edited.body.open]).toEqual([
      200,
      expect.stringMatching(/^"2-/),
      { ...created.body.open, revision: 2, title: 'Closure order is extended', tags: [] },
    ]);

    const submitted = await author.act(id, 'submit', 2);
    expect([submitted.status, submitted.body.state, submitted.body.open.submittedBy, submitted.body.verbs]).toEqual([
      200,
      { open: 'submitted', public: 'none' },
      'Ada Reed',
      ['discard'],
    ]);

    const due = instant('2020-11-02T18:00:00Z');
    const scheduled = await editor.act(id, 'schedule', 3, { publishAt: '2020-11-02T18:00' });
    expect([scheduled.body.state, scheduled.body.open.publishAt, scheduled.body.verbs]).toEqual([
      { open: 'scheduled', public: 'none' },
      due,
      ['unschedule'],
    ]);
    expect(refusal(await author.patch(id, 4, { title: 'Later' }))).toMatchObject({ status: 409 });

    office.setTime(shifted(due, -1));
    expect((await office.get('/v1/articles/closure-order')).status).toBe(404);
    expect((await office.get('/v1/articles')).body.data).toEqual([]);
    office.setTime(due);
    const read = await office.get('/v1/articles/closure-order');
    expect([read.status, read.body.title, read.body.publishedAt, read.body.updatedAt]).toEqual([
      200,
      'Closure order is extended',
      due,
      due,
    ]);

    const live = await editor.read(id);
    expect([live.body.version, live.body.slug, live.body.state, live.body.live.number, live.body.open]).toEqual([
      5,
      'closure-order',
      { open: 'none', public: 'live' },
      1,
      null,
    ]);
    expect(live.body.links.public).toBe('https://news.example/v1/articles/closure-order');
    expect(live.body.verbs).toEqual(['withdraw']);
  });

  test('corrects with a note to readers, and amends without one', async () => {
    const { id } = (await editor.create(RELEASE)).body;
    await editor.act(id, 'force-publish', 1, { reason: 'A threat to life.' });
    const before = await office.get('/v1/articles/closure-order');

    office.setTime(shifted(NOW, 60_000));
    await editor.patch(id, 2, { title: 'Closure order extended to May' });
    expect((await office.get('/v1/articles/closure-order')).text).toBe(before.text);
    const corrected = await editor.act(id, 'correct', 3, { note: 'The month was missing.' });
    expect([corrected.status, corrected.body.live.number]).toEqual([200, 2]);
    const after = await office.get('/v1/articles/closure-order');
    expect([after.body.title, after.body.edition, after.body.corrections, after.body.updatedAt]).toEqual([
      'Closure order extended to May',
      2,
      [{ at: shifted(NOW, 60_000), edition: 2, note: 'The month was missing.' }],
      shifted(NOW, 60_000),
    ]);
    expect(after.body.publishedAt).toBe(before.body.publishedAt);

    office.setTime(shifted(NOW, 120_000));
    await editor.patch(id, 4, { title: 'Closure order extended to  May 2021' });
    const amended = await editor.act(id, 'amend', 5);
    expect([amended.status, amended.body.live.number]).toEqual([200, 3]);
    const silent = await office.get('/v1/articles/closure-order');
    expect([silent.body.title, silent.body.updatedAt, silent.body.corrections]).toEqual([
      'Closure order extended to May 2021',
      after.body.updatedAt,
      after.body.corrections,
    ]);
    expect(silent.headers['etag']).not.toBe(after.headers['etag']);
    const held = await office.client
      .get('/v1/articles/closure-order')
      .set({ 'If-None-Match': String(after.headers['etag']) });
    expect(held.status).toBe(200);
  });

  test('goes back to its author with a note, and is thrown away without a trace for readers', async () => {
    const { id } = (await author.create(RELEASE)).body;
    await author.act(id, 'submit', 1);
    const returned = await editor.act(id, 'return', 2, { note: 'Who said this?' });
    expect([returned.body.state.open, returned.body.open.submittedBy]).toEqual(['draft', null]);
    const why = { note: 'Who said this?', at: NOW, by: 'Sam Hunt' };
    expect((await author.read(id)).body.open.returned).toEqual(why);
    expect((await author.list()).body.data[0].newest.returned).toEqual(why);
    expect((await author.patch(id, 3, { summary: 'Said by the leader.' })).body.open.returned).toEqual(why);
    expect((await author.act(id, 'submit', 4)).body.open.returned).toBeNull();
    const again = await author.patch(id, 5, { summary: null });
    expect([again.body.state.open, again.body.open.submittedBy]).toEqual(['draft', null]);
    const discarded = await author.act(id, 'discard', 6);
    expect([discarded.status, discarded.body.state, discarded.body.open]).toEqual([
      200,
      { open: 'none', public: 'none' },
      null,
    ]);
    expect((await office.get('/v1/articles/closure-order')).status).toBe(404);
  });

  test('is unscheduled, published by somebody else, and told step by step', async () => {
    const { id } = (await author.create(RELEASE)).body;
    await author.act(id, 'submit', 1);
    await editor.act(id, 'schedule', 2, { publishAt: '2020-11-03T09:00:00Z' });
    const back = await editor.act(id, 'unschedule', 3);
    expect([back.body.state.open, back.body.open.publishAt, back.body.open.submittedBy]).toEqual([
      'submitted',
      null,
      'Ada Reed',
    ]);
    expect((await editor.act(id, 'publish', 4)).body.state).toEqual({ open: 'none', public: 'live' });

    const refused = await author.act(id, 'withdraw', 5, { kind: 'gone', explanation: 'No.' });
    expect(refused.status).toBe(403);
    const { body } = await author.ask('get', `/v1/editorial/articles/${id}/events`);
    const told = body.data.map(({ action, outcome, actor }: Record<string, unknown>) => [action, outcome, actor]);
    const [ada, sam] = [author, editor].map(({ key }) => ({ id: `key:${key.id}`, name: key.name }));
    expect(told).toEqual([
      ['withdrawArticle', 'refused', ada],
      ['article.published', 'accepted', sam],
      ['article.unscheduled', 'accepted', sam],
      ['article.scheduled', 'accepted', sam],
      ['article.submitted', 'accepted', ada],
      ['article.created', 'accepted', ada],
    ]);
    expect(body.data[3].detail).toEqual({ publishAt: '2020-11-03T09:00:00.000Z' });
    const page = await author.ask('get', `/v1/editorial/articles/${id}/events?limit=2`);
    expect(page.body.page).toEqual({ limit: 2, next: expect.any(String), prev: null });
  });
});
