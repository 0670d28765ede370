import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Partner } from '../../../src/domain/partner.ts';
import { shifted } from '../../../src/domain/time.ts';
import { reportOverdueWithdrawals } from '../../../src/jobs/report-overdue.ts';
import { NOW } from '../installation.ts';
import { type Desk, openPressOffice, type PressOffice } from '../press-office.ts';

const RECEIPTS = '/v1/syndication/receipts';
const CHANGES = '/v1/syndication/changes';
const LIFT = shifted(NOW, 86_400_000);
const HOUR = 3_600_000;

let office: PressOffice;
let ada: Desk;
let sam: Desk;
let fenwick: Partner;
let desk: Desk;
beforeAll(async () => {
  office = await openPressOffice();
  ada = await office.desk('author', { name: 'Ada' });
  sam = await office.desk('editor', { name: 'Sam' });
  fenwick = await office.createPartner({ name: 'Fenwick website', areaKeys: ['fenwick'] });
  desk = await office.desk('partner', { partnerId: fenwick.id });
});
afterAll(() => office.close());

/** An article that Fenwick has read under an embargo. */
async function opened(isRead = true): Promise<string> {
  const { body } = await ada.create({ title: 'A raid', area: 'Fenwick', body: { markdown: 'Nothing yet.' } });
  await ada.act(body.id, 'submit', 1);
  await sam.act(body.id, 'schedule', 2, { publishAt: LIFT, embargo: { partners: [fenwick.id] } });
  if (isRead) await desk.ask('get', `/v1/syndication/articles/${body.id}`);
  return body.id;
}

/** One that it may not read any more. */
async function lost(isRead = true): Promise<string> {
  const id = await opened(isRead);
  await sam.ask('post', `/v1/editorial/articles/${id}/revoke-access`, { body: { reason: 'Breach.' } });
  return id;
}

const state = async (id: string) => {
  const { body } = await sam.ask('get', `/v1/editorial/articles/${id}/syndication`);
  return [body.notTakenDown, body.partners[0].state, body.partners[0].embargo.receipt];
};
const overdue = async () => (await sam.ask('get', '/v1/editorial/syndication/overdue')).body.data;
const outstanding = async () => (await desk.ask('get', RECEIPTS)).body.outstanding;
const follow = async (since = '') => {
  const { body } = await desk.ask('get', `${CHANGES}?limit=100${since && `&since=${since}`}`);
  return body.page.next;
};

test('whoever read an article and lost it owes a receipt, and gives it by asking on', async () => {
  const start = await follow();
  const id = await lost();
  expect(await state(id)).toEqual([1, 'not-taken-down', null]);
  expect(await outstanding()).toEqual([{ id, type: 'access-lost', at: NOW }]);
  const next = await follow(start);
  expect(await state(id)).toEqual([1, 'not-taken-down', null]);
  await follow(next);
  expect(await state(id)).toEqual([0, 'taken-down', { at: NOW, through: 'cursor' }]);
  expect(await outstanding()).toEqual([]);
});

test('it can be given by a cursor, and by the id', async () => {
  const start = await follow();
  const [first, second] = [await lost(), await lost()];
  expect((await desk.ask('post', RECEIPTS, { body: { accessLost: [first] } })).body.outstanding).toEqual([
    { id: second, type: 'access-lost', at: NOW },
  ]);
  expect(await state(first)).toEqual([0, 'taken-down', { at: NOW, through: 'post' }]);
  const upTo = await follow(start);
  expect((await desk.ask('post', RECEIPTS, { body: { upTo } })).body.outstanding).toEqual([]);
  expect(await state(second)).toEqual([0, 'taken-down', { at: NOW, through: 'post' }]);
});

test('of what is not lost, or was never theirs, no receipt is taken', async () => {
  const id = await lost();
  const { body: draft } = await ada.create({ title: 'A draft', area: 'Fenwick', body: { markdown: 'Nothing.' } });
  const nowhere = '00000000-0000-4000-8000-000000000000';
  for (const other of [draft.id, nowhere]) {
    const { status, body } = await desk.ask('post', RECEIPTS, { body: { accessLost: [id, other] } });
    expect([status, body.errors]).toEqual([
      422,
      [
        {
          pointer: '/accessLost/1',
          detail: 'You have not lost access to it.',
          expected: 'The id of an article to which you lost access before its lift.',
        },
      ],
    ]);
  }
  expect(await state(id)).toEqual([1, 'not-taken-down', null]);
  await desk.ask('post', RECEIPTS, { body: { accessLost: [id] } });
});

test('nothing is owed by whoever never opened it, may read it still, or has it like everybody', async () => {
  const id = await lost(false);
  expect(await state(id)).toEqual([0, 'unconfirmed', null]);
  const early = await opened();
  expect(await outstanding()).toEqual([]);
  office.setTime(LIFT);
  expect((await office.get(`/v1/articles/${early}`)).status).toBe(200);
  expect(await outstanding()).toEqual([]);
  const { body } = await sam.ask('get', `/v1/editorial/articles/${early}/syndication`);
  expect(body.partners[0]).toMatchObject({ state: 'unconfirmed', openedAt: NOW, embargo: null });
  office.setTime(NOW);
});

test('what is owed for too long is reported once, and listed until it comes', async () => {
  const id = await lost();
  office.setTime(shifted(NOW, HOUR));
  expect(await overdue()).toEqual([
    {
      article: { id, holdings: `https://news.example/v1/editorial/articles/${id}/syndication` },
      partner: { id: fenwick.id, name: 'Fenwick website' },
      withdrawal: { type: 'access-lost', at: NOW },
      minutes: 60,
    },
  ]);
  const lines: unknown[] = [];
  const look = reportOverdueWithdrawals(office.deps, { error: (fields) => lines.push(fields) });
  await look();
  await look();
  expect(lines).toEqual([{ article: id, partner: fenwick.id, change: null }]);
  const { body: events } = await sam.ask('get', `/v1/editorial/articles/${id}/events?limit=1`);
  expect(events.data[0]).toMatchObject({
    action: 'withdrawal.overdue',
    detail: { partner: 'Fenwick website', lostAt: NOW },
  });
  await desk.ask('post', RECEIPTS, { body: { accessLost: [id] } });
  expect(await overdue()).toEqual([]);
  office.setTime(NOW);
});
