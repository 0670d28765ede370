import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Partner } from '../../../src/domain/partner.ts';
import { shifted } from '../../../src/domain/time.ts';
import { NOW } from '../installation.ts';
import { type Desk, openPressOffice, type PressOffice, refusal } from '../press-office.ts';

const LIFT = shifted(NOW, 60_000);
const ARTICLES = '/v1/syndication/articles';

let office: PressOffice;
let ada: Desk;
let sam: Desk;
let fenwick: Partner;
let harrowmere: Partner;
let fenwickDesk: Desk;
let otherDesk: Desk;
let count = 0;

beforeAll(async () => {
  office = await openPressOffice();
  ada = await office.desk('author', { name: 'Ada' });
  sam = await office.desk('editor', { name: 'Sam' });
  fenwick = await office.createPartner({ name: 'Fenwick website', areaKeys: ['fenwick'] });
  harrowmere = await office.createPartner({ name: 'Harrowmere website', areaKeys: ['harrowmere'] });
  fenwickDesk = await office.desk('partner', { name: 'Pat', partnerId: fenwick.id });
  otherDesk = await office.desk('partner', { name: 'Hal', partnerId: harrowmere.id });
});
afterAll(() => office.close());

/** A draft of Ada's that waits for an approval. */
async function submitted(area = 'Fenwick', more: object = {}): Promise<string> {
  count += 1;
  const body = { markdown: 'Nothing is public yet.' };
  const { body: article } = await ada.create({ title: `Release ${count}`, area, body, ...more });
  await ada.act(article.id, 'submit', 1);
  return article.id;
}

/** One that is scheduled, and under an embargo for Fenwick. */
async function embargoed(publishAt = LIFT, more: object = {}): Promise<string> {
  const id = await submitted('Fenwick', more);
  const embargo = { partners: [fenwick.id], conditions: 'Not before nine.' };
  const { status } = await sam.act(id, 'schedule', 2, { publishAt, embargo });
  expect(status).toBe(200);
  return id;
}

const read = (desk: Desk, id: string) => desk.ask('get', `${ARTICLES}/${id}`);
const listed = async (desk: Desk, query = '') => {
  const { body } = await desk.ask('get', `${ARTICLES}${query}`);
  return body.data.map(({ id }: { id: string }) => id);
};

describe('an article under an embargo', () => {
  test('is read by the partner that it names, with its terms, and by nobody else', async () => {
    const id = await embargoed();
    const { status, headers, body } = await read(fenwickDesk, id);
    expect([status, headers['cache-control'], headers['etag']]).toEqual([200, 'private, no-store', undefined]);
    expect(body).toMatchObject({
      id,
      slug: null,
      edition: null,
      area: { slug: 'fenwick' },
      publishedAt: LIFT,
      body: { html: '<p>Nothing is public yet.</p>' },
      embargo: { until: LIFT, conditions: 'Not before nine.' },
      links: { public: null },
    });
    expect(await listed(fenwickDesk)).toContain(id);
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const there = refusal(await read(otherDesk, id));
    expect(there).toEqual(refusal(await read(otherDesk, nowhere)));
    expect(there).toMatchObject({ code: 'not_found' });
    expect(await listed(otherDesk)).toEqual([]);
    for (const path of [`/v1/articles/${id}`, `${ARTICLES}/${id}`]) {
      expect((await office.get(path)).status).toBe(path.startsWith(ARTICLES) ? 401 : 404);
    }
    expect((await fenwickDesk.ask('get', `/v1/articles/${id}`)).status).toBe(404);
  });

  test('is public at its instant, with no job, and then like any other', async () => {
    const id = await embargoed();
    office.setTime(shifted(LIFT, -1));
    expect((await read(fenwickDesk, id)).body).toMatchObject({ id, edition: null, embargo: { until: LIFT } });
    expect((await office.get(`/v1/articles/${id}`)).status).toBe(404);
    office.setTime(LIFT);
    expect((await read(fenwickDesk, id)).body).toMatchObject({ id, edition: 1, embargo: null });
    expect((await read(otherDesk, id)).status).toBe(404);
    expect((await office.get(`/v1/articles/${id}`)).status).toBe(200);
    office.setTime(NOW);
  });

  test('is written down each time that it is opened, for editors to read', async () => {
    const id = await embargoed();
    await listed(fenwickDesk);
    await read(fenwickDesk, id);
    await read(fenwickDesk, id);
    const { body } = await sam.ask('get', `/v1/editorial/articles/${id}/openings`);
    expect(body.data.map(({ through }: { through: string }) => through)).toEqual(['article', 'article', 'list']);
    expect(body.data[0]).toEqual({
      at: NOW,
      partner: { id: fenwick.id, name: 'Fenwick website' },
      key: { id: fenwickDesk.key.id, name: 'Pat' },
      editionId: expect.any(String),
      revision: 1,
      through: 'article',
    });
    expect((await ada.ask('get', `/v1/editorial/articles/${id}/openings`)).status).toBe(403);
    expect((await sam.ask('get', '/v1/editorial/articles/nothing/openings')).status).toBe(404);
  });

  test('shows its terms to the newsroom', async () => {
    const { body } = await sam.read(await embargoed());
    expect(body.open.embargo).toEqual({ partners: [fenwick.id], conditions: 'Not before nine.' });
  });

  test('is lost with its schedule', async () => {
    const id = await embargoed();
    const { body } = await sam.act(id, 'unschedule', 3);
    expect(body.open).toMatchObject({ state: 'submitted', embargo: null });
    expect((await read(fenwickDesk, id)).status).toBe(404);
    await sam.act(id, 'schedule', 4, { publishAt: LIFT });
    expect((await read(fenwickDesk, id)).status).toBe(404);
  });

  test.each([
    [{ partners: [] }, ['/embargo/partners']],
    [{ partners: ['nobody'] }, ['/embargo/partners/0']],
    [{ partners: ['other'] }, ['/embargo/partners/0']],
    [{ partners: ['fenwick', 'ended'] }, ['/embargo/partners/1']],
    [{ partners: ['fenwick'], conditions: '' }, ['/embargo/conditions']],
  ])('cannot be %j', async ({ partners, ...rest }, pointers) => {
    const over = await office.createPartner();
    const admin = await office.desk('admin');
    await admin.ask('post', `/v1/admin/partners/${over.id}/end`, { version: 1 });
    const ids: Record<string, string> = { fenwick: fenwick.id, other: harrowmere.id, ended: over.id };
    const embargo = { partners: partners.map((name) => ids[name] ?? name), ...rest };
    const id = await submitted();
    const { status, body } = await sam.act(id, 'schedule', 2, { publishAt: LIFT, embargo });
    expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([422, pointers]);
    expect((await sam.read(id)).body.state.open).toBe('submitted');
  });

  test('is none that the public has seen', async () => {
    const id = await submitted();
    await sam.act(id, 'publish', 2);
    await ada.patch(id, 3, { title: 'Changed' });
    await ada.act(id, 'submit', 4);
    const embargo = { partners: [fenwick.id] };
    expect(refusal(await sam.act(id, 'schedule', 5, { publishAt: LIFT, embargo }))).toMatchObject({
      code: 'verb_not_allowed',
    });
  });
});

describe('who may read it', () => {
  const put = (id: string, version: number | undefined, body: object, query = '') =>
    sam.ask('put', `/v1/editorial/articles/${id}/embargo${query}`, { version, body });

  test('is changed while it is scheduled, and who is not named any more loses it at once', async () => {
    const everywhere = await office.createPartner();
    const desk = await office.desk('partner', { partnerId: everywhere.id });
    const id = await submitted();
    expect(refusal(await put(id, 2, { partners: [fenwick.id] }))).toMatchObject({ code: 'verb_not_allowed' });
    await sam.act(id, 'schedule', 2, { publishAt: LIFT });
    expect((await put(id, undefined, { partners: [fenwick.id] })).status).toBe(428);
    expect((await put(id, 3, { partners: [fenwick.id] }, '?dryRun=true')).status).toBe(200);
    expect((await read(fenwickDesk, id)).status).toBe(404);
    expect((await put(id, 3, { partners: [fenwick.id] })).body.version).toBe(4);
    expect([(await read(fenwickDesk, id)).status, (await read(desk, id)).status]).toEqual([200, 404]);
    expect((await put(id, 3, { partners: [everywhere.id] })).status).toBe(412);
    await put(id, 4, { partners: [everywhere.id] });
    expect([(await read(fenwickDesk, id)).status, (await read(desk, id)).status]).toEqual([404, 200]);
    expect((await put(id, 5, { partners: [harrowmere.id] })).body.errors[0].pointer).toBe('/partners/0');
  });

  test('is sent back as it was read, where it has no conditions too', async () => {
    const id = await submitted();
    const { body } = await sam.act(id, 'schedule', 2, { publishAt: LIFT, embargo: { partners: [fenwick.id] } });
    expect(body.open.embargo).toEqual({ partners: [fenwick.id], conditions: null });
    expect(await put(id, 3, body.open.embargo)).toMatchObject({ status: 200, body: { open: body.open } });
  });

  const revoke = (id: string, body: object, desk = sam) =>
    desk.ask('post', `/v1/editorial/articles/${id}/revoke-access`, { body });

  test('ends on a breach, for one or for all, without a version', async () => {
    const id = await embargoed();
    expect((await read(fenwickDesk, id)).status).toBe(200);
    const { status, body } = await revoke(id, { reason: 'It was on the radio.' });
    expect([status, body.open.state, body.open.embargo.partners]).toEqual([200, 'scheduled', []]);
    expect((await read(fenwickDesk, id)).status).toBe(404);
    expect(await listed(fenwickDesk)).not.toContain(id);
    const events = await sam.ask('get', `/v1/editorial/articles/${id}/events?limit=1`);
    expect(events.body.data[0]).toMatchObject({
      action: 'article.access-revoked',
      detail: { partners: fenwick.id, reason: 'It was on the radio.' },
    });
    const again = await revoke(id, { reason: 'To make sure.' });
    expect([again.status, again.body]).toEqual([200, body]);
    expect((await sam.ask('get', `/v1/editorial/articles/${id}/events?limit=1`)).body).toEqual(events.body);
    expect((await revoke(id, { partners: [fenwick.id], reason: 'To make sure.' })).status).toBe(422);
  });

  test.each([
    ['an article without an embargo', async () => submitted(), { reason: 'r' }, 409],
    ['one that is not there', async () => 'nothing', { reason: 'r' }, 404],
    ['a partner without access', async () => embargoed(), { partners: ['nobody'], reason: 'r' }, 422],
    ['no reason', async () => embargoed(), {}, 422],
  ])('is not revoked of %s', async (_what, make, body, status) => {
    expect((await revoke(await make(), body)).status).toBe(status);
  });

  test('is no business of authors', async () => {
    expect((await revoke(await embargoed(), { reason: 'r' }, ada)).status).toBe(403);
  });
});

test('a withdrawn article answers a partner as everybody', async () => {
  const id = await submitted();
  await sam.act(id, 'publish', 2);
  expect((await read(fenwickDesk, id)).status).toBe(200);
  await sam.act(id, 'withdraw', 3, { kind: 'gone', explanation: 'The appeal has ended.' });
  expect(refusal(await read(fenwickDesk, id))).toMatchObject({ code: 'gone', detail: 'The appeal has ended.' });
  await sam.act(id, 'withdraw', 4, { kind: 'notice', explanation: 'The appeal has ended.' });
  const notice = await read(fenwickDesk, id);
  expect([notice.status, notice.body.withdrawal, notice.body.title]).toEqual([
    200,
    { kind: 'notice', explanation: 'The appeal has ended.', at: NOW },
    undefined,
  ]);
  const elsewhere = 'https://www.ouseshire.police.example/news/other';
  await sam.act(id, 'withdraw', 5, { kind: 'redirect', alternative: elsewhere });
  const sent = await read(fenwickDesk, id);
  expect([sent.status, sent.headers['location']]).toEqual([308, elsewhere]);
});

test('an article that moved sends a partner to its new name behind the same door', async () => {
  const id = await submitted();
  const { body } = await sam.act(id, 'publish', 2);
  await ada.patch(id, 3, { slug: 'moved-for-partners' });
  await sam.act(id, 'amend', 4);
  const { status, headers } = await fenwickDesk.ask('get', `${ARTICLES}/${body.slug}`);
  expect([status, headers['location']]).toEqual([308, `https://news.example${ARTICLES}/moved-for-partners`]);
});
