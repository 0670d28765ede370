import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openPressOffice, type PressOffice, refusal } from '../press-office.ts';

let office: PressOffice;
let author: Desk;
let editor: Desk;
beforeEach(async () => {
  office = await openPressOffice();
  author = await office.desk('author', { name: 'Ada Reed' });
  editor = await office.desk('editor', { name: 'Sam Hunt' });
});
afterEach(() => office.close());

const NOT_HERE = { status: 404, code: 'not_found', detail: 'There is no article here.', errors: [] };

describe('the workflow', () => {
  test('refuses a verb that the state does not allow, and names those that it does', async () => {
    const { id } = (await author.create({ title: 'Storm' })).body;
    expect(refusal(await editor.act(id, 'publish', 1))).toEqual({
      status: 409,
      code: 'verb_not_allowed',
      detail: 'The verb publish is not possible where the article stands.',
      errors: [
        {
          detail: 'Its open edition is a draft that nobody has submitted, and the public has never seen it.',
          expected: 'A verb that is possible now.',
          allowed: ['submit', 'force-publish', 'discard'],
        },
      ],
    });
  });

  test('refuses a change of what is scheduled, and says who may take it back', async () => {
    const { id } = (await author.create({ title: 'Storm' })).body;
    await author.act(id, 'submit', 1);
    await editor.act(id, 'schedule', 2, { publishAt: '2020-11-03T09:00:00Z' });
    const told = async (desk: Desk) => refusal(await desk.patch(id, 3, { title: 'Other' }));
    const refused = {
      status: 409,
      code: 'verb_not_allowed',
      detail: 'The edition is scheduled: unschedule it before it is changed.',
    };
    const detail = 'A scheduled edition was approved as it is.';
    expect(await told(editor)).toEqual({ ...refused, errors: [{ detail, allowed: ['unschedule'] }] });
    expect(await told(author)).toEqual({
      ...refused,
      errors: [{ detail, expected: 'An editor unschedules it first.' }],
    });
  });

  test.each(['publish', 'schedule'])('refuses %s to whoever submitted, with whatever key', async (verb) => {
    const { id } = (await editor.create({ title: 'Storm' })).body;
    await editor.act(id, 'submit', 1);
    const same = await office.desk('admin', { name: 'Sam Hunt' });
    const body = verb === 'schedule' ? { publishAt: '2020-11-03T09:00:00Z' } : undefined;
    for (const desk of [editor, same]) {
      expect(refusal(await desk.act(id, verb, 2, body))).toEqual({
        status: 403,
        code: 'two_person_rule',
        detail: `Whoever submitted a draft may not ${verb} it: another editor can.`,
        errors: [],
      });
      expect((await desk.read(id)).body.verbs).not.toContain(verb);
    }
    const other = await office.desk('editor', { name: 'Kim Lee' });
    expect((await other.read(id)).body.verbs).toContain(verb);
    expect((await other.act(id, verb, 2, body)).status).toBe(200);
  });

  test('refuses a role what it may not, before it looks for the article', async () => {
    const { id } = (await author.create({ title: 'Storm' })).body;
    for (const each of [id, 'nothing']) {
      expect(refusal(await author.act(each, 'publish', undefined))).toEqual({
        status: 403,
        code: 'forbidden',
        detail: 'This needs a key with one of the roles editor, admin.',
        errors: [],
      });
    }
  });

  test.each([
    ['return', {}],
    ['return', { note: '' }],
    ['return', { note: 'x'.repeat(2_001) }],
    ['correct', { note: 'x'.repeat(2_001) }],
    ['force-publish', { reason: 'x'.repeat(2_001) }],
    ['force-publish', undefined],
    ['submit', { note: 'No.' }],
    ['schedule', {}],
  ])('refuses %s with %o', async (verb, body) => {
    const { id } = (await editor.create({ title: 'Storm' })).body;
    const refused = await editor.act(id, verb, 1, body);
    expect([refused.status, refused.body.code]).toEqual([422, 'invalid_body']);
    expect((await editor.read(id)).body.version).toBe(1);
  });

  test('is left as it was by every refusal, which the trail tells of', async () => {
    const { id } = (await editor.create({ title: 'Storm' })).body;
    const before = await editor.read(id);
    await editor.act(id, 'publish', 1);
    await editor.patch(id, undefined, { title: 'Other' });
    expect((await editor.read(id)).text).toBe(before.text);
    const { body } = await editor.ask('get', `/v1/editorial/articles/${id}/events`);
    expect(body.data.map((entry: Record<string, unknown>) => [entry['action'], entry['outcome']])).toEqual([
      ['patchArticle', 'refused'],
      ['publishArticle', 'refused'],
      ['article.created', 'accepted'],
    ]);
  });
});

describe('what a key may not see', () => {
  test('is for another author what never was, to the byte', async () => {
    const { id } = (await author.create({ title: 'Storm', area: 'Fenwick' })).body;
    const other = await office.desk('author', { name: 'Kim Lee' });
    const ask = async (desk: Desk, article: string) => {
      const base = `/v1/editorial/articles/${article}`;
      const headers = { 'X-Request-Id': 'test-request' };
      const answers = [
        await desk.ask('get', base, { headers }),
        await desk.ask('get', `${base}/events`, { headers }),
        await desk.ask('patch', base, { headers, version: 1, body: { title: 'Mine' } }),
        await desk.ask('post', `${base}/submit`, { headers, version: 1 }),
        await desk.ask('post', `${base}/discard`, { headers, version: 9 }),
      ];
      return answers.map(({ status, text, headers: { date, ...rest } }) => ({
        status,
        text: text.replaceAll(article, 'ID'),
        headers: rest,
      }));
    };
    const hidden = await ask(other, id);
    expect(hidden).toEqual(await ask(other, '00000000-0000-4000-8000-000000000000'));
    expect(refusal(await other.read(id))).toEqual(NOT_HERE);
    expect((await other.list()).body.data).toEqual([]);
  });

  test('is for a key with areas whatever lies outside them', async () => {
    const fenwick = (await author.create({ title: 'Storm', area: 'Fenwick' })).body.id;
    const harrowmere = (await author.create({ title: 'Fair', area: 'Harrowmere' })).body.id;
    const nowhere = (await author.create({ title: 'Budget' })).body.id;
    const local = await office.desk('editor', { name: 'Lou Ward', areaKeys: ['fenwick'] });
    const county = await office.desk('editor', { name: 'Cy Orr', areaKeys: ['ouseshire'] });
    const ids = async (desk: Desk, query = '') =>
      (await desk.list(query)).body.data.map(({ id }: { id: string }) => id).sort();
    expect([await ids(local), await ids(county), await ids(editor)]).toEqual([
      [fenwick],
      [fenwick, harrowmere].sort(),
      [fenwick, harrowmere, nowhere].sort(),
    ]);
    expect(refusal(await local.read(harrowmere))).toEqual(NOT_HERE);
    expect(refusal(await local.patch(nowhere, 1, { area: 'Fenwick' }))).toEqual(NOT_HERE);

    const forbidden = {
      status: 403,
      code: 'forbidden',
      detail: 'This key may not put a release there: it is limited to other areas.',
      errors: [
        {
          pointer: '/area',
          detail: 'A release of this key lies in one of its areas.',
          expected: 'An area that is one of those in allowed, by slug, or lies in one.',
          allowed: ['fenwick'],
        },
      ],
    };
    expect(refusal(await local.create({ title: 'Fair', area: 'Harrowmere' }))).toEqual(forbidden);
    expect(refusal(await local.create({ title: 'Fair' }))).toEqual(forbidden);
    expect(refusal(await local.patch(fenwick, 1, { area: 'Harrowmere' }))).toEqual(forbidden);
    expect((await local.patch(fenwick, 1, { title: 'Storm Osric' })).status).toBe(200);
  });

  test('is everything without a key, and for a partner', async () => {
    const { id } = (await author.create({ title: 'Storm' })).body;
    const partner = await office.desk('partner');
    for (const path of ['', `/${id}`, `/${id}/events`]) {
      const anonymous = await office.get(`/v1/editorial/articles${path}`);
      const refused = await partner.ask('get', `/v1/editorial/articles${path}`);
      expect([anonymous.status, refused.status]).toEqual([401, 403]);
    }
  });
});

describe('the list of the newsroom', () => {
  test('finds by state, area and person, last changed first', async () => {
    const draft = (await author.create({ title: 'Draft', area: 'Fenwick' })).body.id;
    const waiting = (await author.create({ title: 'Waiting', area: 'Harrowmere' })).body.id;
    await author.act(waiting, 'submit', 1);
    const live = (await editor.create({ title: 'Live' })).body.id;
    await editor.act(live, 'force-publish', 1, { reason: 'Alone.' });
    const names = new Map([
      [draft, 'draft'],
      [waiting, 'waiting'],
      [live, 'live'],
    ]);
    const found = async (query: string) =>
      (await editor.list(query)).body.data.map(({ id }: { id: string }) => names.get(id)).sort();
    expect(await found('')).toEqual(['draft', 'live', 'waiting']);
    expect(await found('?open=draft')).toEqual(['draft']);
    expect(await found('?open=none&public=live')).toEqual(['live']);
    expect(await found('?public=none')).toEqual(['draft', 'waiting']);
    expect(await found('?area=ouseshire')).toEqual(['draft', 'waiting']);
    expect(await found('?area=fenwick&open=submitted')).toEqual([]);
    expect(await found('?createdBy=Ada%20Reed')).toEqual(['draft', 'waiting']);
    const { url } = (await editor.read(live)).body;
    expect(await found(`?url=${encodeURIComponent(url)}`)).toEqual(['live']);
    expect(await found('?url=https%3A%2F%2Fnobody.example%2F')).toEqual([]);
    expect((await editor.list('?url=live')).status).toBe(400);

    const first = await editor.list('?limit=2');
    const second = await editor.list(`?limit=2&cursor=${first.body.page.next}`);
    expect([first.body.data.length, second.body.data.length, second.body.page.next]).toEqual([2, 1, null]);
    expect(first.headers['link']).toContain('rel="next"');
    expect((await editor.list('?state=draft')).body.errors).toEqual([
      expect.objectContaining({ parameter: 'state', allowed: expect.arrayContaining(['open', 'public']) }),
    ]);
  });

  test('shows light entries', async () => {
    const { body } = await author.create({ title: 'Storm', area: 'Fenwick', body: { markdown: 'Long.' } });
    const { open, live, withdrawn, checks: _checks, ...fields } = body;
    expect([live, withdrawn]).toEqual([null, null]);
    const { title, area, savedAt, savedBy, submittedBy, returned, publishAt } = open;
    expect((await author.list()).body.data).toEqual([
      { ...fields, newest: { title, area, savedAt, savedBy, submittedBy, returned, publishAt } },
    ]);
  });
});
