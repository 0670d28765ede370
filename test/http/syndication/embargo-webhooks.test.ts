import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Partner } from '../../../src/domain/partner.ts';
import { shifted } from '../../../src/domain/time.ts';
import { NOW } from '../installation.ts';
import { deliver, type Listening, openListening } from '../listening.ts';
import { type Desk, openPressOffice, type PressOffice } from '../press-office.ts';

const LIFT = shifted(NOW, 60_000);
const DELIVERIES = (id: string) => `/v1/syndication/subscriptions/${id}/deliveries`;

let office: PressOffice;
let ada: Desk;
let sam: Desk;
let kim: Desk;
beforeAll(async () => {
  office = await openPressOffice();
  ada = await office.desk('author', { name: 'Ada' });
  sam = await office.desk('editor', { name: 'Sam' });
  kim = await office.desk('admin', { name: 'Kim' });
});
afterAll(() => office.close());

const listening = (areaKeys: readonly string[] = [], wish: object = {}) => openListening(office, areaKeys, wish);

async function closing(...all: readonly Listening[]): Promise<void> {
  for (const each of all) await each.close();
}

const delivered = () => deliver(office);

let count = 0;
async function submitted(): Promise<string> {
  count += 1;
  const { body } = await ada.create({ title: `Raid ${count}`, area: 'Fenwick', body: { markdown: 'Nothing yet.' } });
  await ada.act(body.id, 'submit', 1);
  return body.id;
}

const schedule = (id: string, ...partners: readonly Partner[]) =>
  sam.act(id, 'schedule', 2, { publishAt: LIFT, embargo: { partners: partners.map((each) => each.id) } });
const revoke = (id: string) =>
  sam.ask('post', `/v1/editorial/articles/${id}/revoke-access`, { body: { reason: 'Breach.' } });

const early = (id: string) => `https://news.example/v1/syndication/articles/${id}`;
const open = (id: string) => `https://news.example/v1/articles/${id}`;

test('of an embargo those are told whom it names, and of its lift like everybody', async () => {
  const named = await listening(['fenwick']);
  const other = await listening(['fenwick']);
  const id = await submitted();
  await schedule(id, named.partner);
  await delivered();
  expect(named.told()).toEqual([['article.embargoed', 1, null, null, early(id)]]);
  expect((await named.desk.ask('get', `/v1/syndication/articles/${id}`)).status).toBe(200);
  expect(other.told()).toEqual([]);

  office.setTime(LIFT);
  expect((await office.get(`/v1/articles/${id}`)).status).toBe(200);
  await delivered();
  expect(named.told()).toEqual([['article.published', 2, 'number', 1, open(id)]]);
  expect(other.told()).toEqual([['article.published', 1, 'number', 1, open(id)]]);
  office.setTime(NOW);
  await closing(named, other);
});

test.each([
  ['access is revoked', (id: string) => revoke(id)],
  ['its schedule ends', (id: string) => sam.act(id, 'unschedule', 3)],
])('when %s, those who had it are told that it is lost, and nobody else', async (_what, end) => {
  const named = await listening(['fenwick'], { events: ['article.published'] });
  const other = await listening(['fenwick']);
  const id = await submitted();
  await schedule(id, named.partner);
  await end(id);
  await delivered();
  expect(named.told()).toEqual([['article.access_lost', 1, null, null, early(id)]]);
  expect(other.told()).toEqual([]);
  await closing(named, other);
});

test('a partner that is elsewhere by the lift is told that it is lost', async () => {
  const named = await listening(['fenwick']);
  const id = await submitted();
  await schedule(id, named.partner);
  await kim.ask('patch', `/v1/admin/partners/${named.partner.id}`, { version: 1, body: { areas: ['harrowmere'] } });
  office.setTime(LIFT);
  expect((await office.get(`/v1/articles/${id}`)).status).toBe(200);
  await delivered();
  expect(named.told()).toEqual([['article.access_lost', 1, null, null, early(id)]]);
  office.setTime(NOW);
  await closing(named);
});

test('to every other partner, what they are told and can ask for is the same as if there were no embargo', async () => {
  const named = await listening(['fenwick']);
  const other = await listening(['fenwick']);
  const seen = async () => {
    await delivered();
    const paths = ['/v1/syndication/subscriptions', DELIVERIES(other.subscriptionId), '/v1/syndication/receipts'];
    const answers = await Promise.all(paths.map((path) => other.desk.ask('get', path)));
    return [other.told(), ...answers.map(({ body }) => body)];
  };
  const before = await seen();
  const id = await submitted();
  await schedule(id, named.partner);
  await sam.ask('put', `/v1/editorial/articles/${id}/embargo`, {
    version: 3,
    body: { partners: [named.partner.id], conditions: 'Quiet.' },
  });
  await revoke(id);
  expect(await seen()).toEqual(before);
  expect(named.told()).toHaveLength(3);
  // The numbers of what comes later tell nothing either.
  const next = await submitted();
  await sam.act(next, 'publish', 2);
  await delivered();
  expect(other.told().map(([type, order]) => [type, order])).toEqual([['article.published', 1]]);
  await closing(named, other);
});

test('a delivery that is taken is a receipt for it, of a revocation above all', async () => {
  const named = await listening(['fenwick']);
  const id = await submitted();
  const held = async () => {
    const { body } = await sam.ask('get', `/v1/editorial/articles/${id}/syndication`);
    const mine = body.partners.find(({ partner }: { partner: Partner }) => partner.id === named.partner.id);
    return [body.notTakenDown, mine.state, mine.embargo];
  };
  await schedule(id, named.partner);
  expect(await held()).toEqual([0, 'unconfirmed', { access: 'open', at: NOW, receipt: null }]);
  await delivered();
  const receipt = { at: NOW, through: 'webhook' };
  expect(await held()).toEqual([0, 'current', { access: 'open', at: NOW, receipt }]);
  await named.desk.ask('get', `/v1/syndication/articles/${id}`);
  await revoke(id);
  named.receiver.answer = (_received, response) => void response.writeHead(500).end();
  await delivered();
  expect(await held()).toEqual([1, 'not-taken-down', { access: 'ended', at: NOW, receipt: null }]);
  named.receiver.answer = (_received, response) => void response.writeHead(204).end();
  office.setTime(shifted(NOW, 10_000));
  await delivered();
  const later = { at: shifted(NOW, 10_000), through: 'webhook' };
  expect(await held()).toEqual([0, 'taken-down', { access: 'ended', at: NOW, receipt: later }]);
  office.setTime(NOW);
  await closing(named);
});
