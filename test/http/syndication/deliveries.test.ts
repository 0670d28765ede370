import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { NOW } from '../installation.ts';
import { deliver, type Listening, openListening } from '../listening.ts';
import { type Desk, openPressOffice, type PressOffice } from '../press-office.ts';

let office: PressOffice;
let admin: Desk;
let listening: Listening;
/** Of the subscription. */
let path: string;

beforeAll(async () => {
  office = await openPressOffice();
  admin = await office.desk('admin');
});
afterAll(() => office.close());
beforeEach(async () => {
  listening = await openListening(office);
  path = `/v1/syndication/subscriptions/${listening.subscriptionId}`;
});
afterEach(() => listening.close());

const read = (rest = '') => listening.desk.ask('get', path + rest);
const replay = (body: object) => listening.desk.ask('post', `${path}/replay`, { body });

test('every delivery and attempt is shown, and made again', async () => {
  const { receiver } = listening;
  await office.publish({ slug: 'closure' });
  receiver.answer = (_received, response) => void response.writeHead(503).end();
  await deliver(office);
  const { body } = await read('/deliveries');
  const [delivery] = body.data;
  expect(body.data).toEqual([
    {
      id: expect.stringMatching(/^msg_/),
      order: 1,
      type: 'article.published',
      article: { id: expect.any(String), edition: 1 },
      change: expect.any(Number),
      at: NOW,
      state: 'pending',
      attempts: 1,
      nextAttemptAt: expect.any(String),
      settledAt: null,
      supersededBy: null,
    },
  ]);
  const figures = async () => (await read()).body.deliveries;
  expect(await figures()).toEqual({ pending: 1, pendingSince: NOW, dead: 0, lastDeliveredAt: null });
  expect((await read(`/deliveries/${delivery.id}`)).body).toEqual({
    ...delivery,
    log: [{ number: 1, at: NOW, millis: expect.any(Number), status: 503, failure: null }],
  });
  expect((await admin.ask('get', '/v1/admin/outbox')).body).toEqual({
    pending: 1,
    dueSince: expect.any(String),
    dead: 0,
    disabledSubscriptions: 0,
  });
  receiver.answer = (_received, response) => void response.writeHead(204).end();
  await office.publish({ slug: 'storm' });
  const replayed = await replay({ orders: { from: 1, to: 10 } });
  expect([replayed.status, replayed.body]).toEqual([202, { replayed: 1 }]);
  await deliver(office);
  expect(await figures()).toEqual({ pending: 0, pendingSince: null, dead: 0, lastDeliveredAt: NOW });
  const some = await replay({ deliveries: [delivery.id, 'msg_unknown'] });
  expect([some.status, some.body.errors.length, (await figures()).pending]).toEqual([404, 1, 0]);
  const page = await read('/deliveries?limit=1&state=delivered');
  expect(page.body.data).toMatchObject([{ order: 2, type: 'article.published' }]);
  const next = await read(`/deliveries?limit=1&state=delivered&cursor=${page.body.page.next}`);
  expect([next.body.data.length, next.body.page.next]).toEqual([1, null]);
});

test('what cannot be made again is refused', async () => {
  const bad = [
    {},
    { deliveries: [] },
    { orders: { from: 2, to: 1 } },
    { orders: { from: 1, to: 1001 } },
    { dead: false },
  ];
  for (const body of bad) expect((await replay(body)).status).toBe(422);
  expect((await replay({ deliveries: ['msg_unknown'] })).body).toMatchObject({
    status: 404,
    code: 'not_found',
    errors: [{ pointer: '/deliveries/0' }],
  });
  expect((await read('/deliveries/msg_unknown')).status).toBe(404);
  expect((await read('/deliveries?state=lost')).status).toBe(400);
});
