import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Partner } from '../../../src/domain/partner.ts';
import { shifted } from '../../../src/domain/time.ts';
import { reportOverdueWithdrawals } from '../../../src/jobs/report-overdue.ts';
import { NOW } from '../installation.ts';
import { type Desk, openPressOffice, type PressOffice } from '../press-office.ts';

const RECEIPTS = '/v1/syndication/receipts';
const HOUR = 3_600_000;

let office: PressOffice;
let ada: Desk;
let sam: Desk;
let fenwick: Partner;
let fenwickDesk: Desk;
let everywhere: Partner;
let everywhereDesk: Desk;

beforeAll(async () => {
  office = await openPressOffice();
  ada = await office.desk('author', { name: 'Ada' });
  sam = await office.desk('editor', { name: 'Sam' });
  fenwick = await office.createPartner({ name: 'Fenwick website', areaKeys: ['fenwick'] });
  fenwickDesk = await office.desk('partner', { partnerId: fenwick.id });
  everywhere = await office.createPartner({ name: 'Everywhere' });
  everywhereDesk = await office.desk('partner', { partnerId: everywhere.id });
});
afterAll(() => office.close());

async function published(title: string): Promise<string> {
  const { body } = await ada.create({ title, area: 'Fenwick', body: { markdown: 'A plain text.' } });
  await ada.act(body.id, 'submit', 1);
  await sam.act(body.id, 'publish', 2);
  return body.id;
}

const holdings = async (id: string) => (await sam.ask('get', `/v1/editorial/articles/${id}/syndication`)).body;
const overdue = async (desk = sam) => (await desk.ask('get', '/v1/editorial/syndication/overdue')).body;
const say = (desk: Desk, body: object) => desk.ask('post', RECEIPTS, { body });

test('a withdrawal is followed until the last partner has acknowledged it', async () => {
  const id = await published('A closure order');
  const { latest } = await holdings(id);
  expect(latest).toEqual({ sequence: expect.any(Number), type: 'upsert', edition: 1, at: NOW });
  for (const desk of [fenwickDesk, everywhereDesk]) {
    expect((await say(desk, { changes: [latest.sequence] })).body).toEqual({ upTo: null, outstanding: [] });
  }
  expect(await holdings(id)).toEqual({
    id,
    latest,
    notTakenDown: 0,
    partners: [everywhere, fenwick].map(({ id: partnerId, name }) => ({
      partner: { id: partnerId, name, state: 'active' },
      state: 'current',
      holds: 1,
      receipt: { ...latest, at: NOW, through: 'post' },
      openedAt: null,
      embargo: null,
    })),
  });

  await sam.act(id, 'withdraw', 3, { kind: 'gone', explanation: 'The appeal has ended.' });
  const { latest: withdrawal, ...rest } = await holdings(id);
  expect([rest.notTakenDown, rest.partners.map(({ state }: { state: string }) => state)]).toEqual([
    2,
    ['not-taken-down', 'not-taken-down'],
  ]);
  expect((await fenwickDesk.ask('get', RECEIPTS)).body.outstanding).toEqual([{ id, ...withdrawal }]);
  expect((await say(fenwickDesk, { changes: [withdrawal.sequence] })).body.outstanding).toEqual([]);
  expect((await overdue()).data).toEqual([]);

  office.setTime(shifted(NOW, HOUR));
  expect(await overdue()).toEqual({
    afterMinutes: 60,
    page: { limit: 20, next: null, prev: null },
    data: [
      {
        article: { id, holdings: `https://news.example/v1/editorial/articles/${id}/syndication` },
        partner: { id: everywhere.id, name: 'Everywhere' },
        withdrawal,
        minutes: 60,
      },
    ],
  });
  const lines: unknown[] = [];
  const look = reportOverdueWithdrawals(office.deps, { error: (fields, message) => lines.push([fields, message]) });
  await look();
  await look();
  expect(lines).toEqual([
    [
      { article: id, partner: everywhere.id, change: withdrawal.sequence },
      'a partner has not acknowledged a withdrawal in time',
    ],
  ]);
  const { body: events } = await sam.ask('get', `/v1/editorial/articles/${id}/events?limit=1`);
  expect(events.data[0]).toMatchObject({ action: 'withdrawal.overdue', detail: { partner: 'Everywhere' } });

  await say(everywhereDesk, { changes: [withdrawal.sequence] });
  expect((await overdue()).data).toEqual([]);
  expect((await holdings(id)).notTakenDown).toBe(0);
  office.setTime(NOW);
});

test('an editor of one area is told of that area alone', async () => {
  const id = await published('Elsewhere');
  const { latest } = await holdings(id);
  await say(fenwickDesk, { changes: [latest.sequence] });
  await sam.act(id, 'withdraw', 3, { kind: 'vanish' });
  office.setTime(shifted(NOW, HOUR));
  const there = await office.desk('editor', { name: 'Jo', areaKeys: ['harrowmere'] });
  expect((await overdue()).data).toHaveLength(1);
  expect((await overdue(there)).data).toEqual([]);
  expect((await there.ask('get', `/v1/editorial/articles/${id}/syndication`)).status).toBe(404);
  office.setTime(NOW);
});

test('what is overdue comes page by page, there and back', async () => {
  const ids = [await published('First'), await published('Second'), await published('Third')];
  for (const id of ids) {
    for (const desk of [fenwickDesk, everywhereDesk])
      await say(desk, { changes: [(await holdings(id)).latest.sequence] });
    office.setTime(shifted(NOW, ids.indexOf(id)));
    await sam.act(id, 'withdraw', 3, { kind: 'vanish' });
  }
  office.setTime(shifted(NOW, 3 * HOUR));
  const page = async (query: string) =>
    (await sam.ask('get', `/v1/editorial/syndication/overdue?limit=2${query}`)).body;
  const seen: string[][] = [];
  const titles = ({ data }: { data: { article: { id: string } }[] }) => data.map(({ article }) => article.id);
  let body = await page('');
  for (; body.page.next !== null; body = await page(`&cursor=${body.page.next}`)) seen.push(titles(body));
  seen.push(titles(body));
  const all = (await overdue()).data;
  expect(seen.flat()).toEqual(titles({ data: all }));
  expect(seen.flat()).toEqual(expect.arrayContaining([...ids, ...ids]));
  const before = await page(`&cursor=${body.page.prev}`);
  expect(titles(before)).toEqual(seen.at(-2));
  for (const desk of [fenwickDesk, everywhereDesk]) {
    const { body: own } = await desk.ask('get', RECEIPTS);
    await say(desk, { changes: own.outstanding.map(({ sequence }: { sequence: number }) => sequence) });
  }
  office.setTime(NOW);
});

test('whoever read a release before its lift has to take it down too', async () => {
  const { body } = await ada.create({ title: 'Early', area: 'Fenwick', body: { markdown: 'Soon.' } });
  await ada.act(body.id, 'submit', 1);
  const lift = shifted(NOW, 1_000);
  await sam.act(body.id, 'schedule', 2, { publishAt: lift, embargo: { partners: [fenwick.id] } });
  await fenwickDesk.ask('get', `/v1/syndication/articles/${body.id}`);
  office.setTime(lift);
  const { body: live } = await sam.read(body.id);
  await sam.act(body.id, 'withdraw', live.version, { kind: 'gone', explanation: 'A mistake.' });
  const { partners } = await holdings(body.id);
  expect(partners.map(({ state, openedAt }: { state: string; openedAt: string }) => [state, openedAt])).toEqual([
    ['unconfirmed', null],
    ['not-taken-down', NOW],
  ]);
  office.setTime(NOW);
});

test.each([
  [{}, ['']],
  [{ changes: [1], upTo: 'x' }, ['']],
  [{ upTo: 'x' }, ['/upTo']],
  [{ changes: [] }, ['/changes']],
  [{ changes: [0] }, ['/changes/0']],
  [{ changes: [1, 1_000_000] }, ['/changes/1']],
  [{ changes: Array.from({ length: 1_001 }, () => 1) }, ['/changes']],
  [{ changes: [1], more: true }, ['/more']],
])('no receipt is %j', async (body, pointers) => {
  const { status, body: refused } = await say(fenwickDesk, body);
  expect([status, refused.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([422, pointers]);
});

test('receipts are for editors and for the partner itself', async () => {
  const id = await published('For editors');
  expect((await ada.ask('get', `/v1/editorial/articles/${id}/syndication`)).status).toBe(403);
  expect((await ada.ask('get', '/v1/editorial/syndication/overdue')).status).toBe(403);
  expect((await sam.ask('get', RECEIPTS)).status).toBe(403);
  expect((await sam.ask('get', '/v1/editorial/articles/nothing/syndication')).status).toBe(404);
});
