import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { knowAreas, listAreas } from '../../support/known-areas.ts';
import { openReceiver, type Receiver } from '../../support/receiver.ts';
import { openSubscriber } from '../../support/syndication.ts';
import { bearer, type Installation, NOW, openInstallation } from '../installation.ts';
import { refusal } from '../press-office.ts';

const BASE = '/v1/syndication/subscriptions';

let api: Installation;
let receiver: Receiver;
let admin: Headers;
let partner: Headers;
let partnerId: string;
type Headers = { readonly Authorization: string };

beforeAll(async () => {
  api = await openInstallation();
  await listAreas(api.store, ['marl']);
  await knowAreas(api.deps, ['secret-bay']);
  receiver = await openSubscriber();
  admin = bearer(await api.createKey('admin'));
});
afterAll(async () => {
  await receiver.close();
  await api.close();
});
beforeEach(async () => {
  partnerId = (await api.createPartner()).id;
  partner = bearer(await api.createKey('partner', { partnerId }));
  receiver.received.length = 0;
  receiver.answer = (_received, response) => void response.writeHead(204).end();
});

const post = (path: string, body?: object, headers: Headers = partner) =>
  api.send('post', path, { headers: { ...headers }, ...(body && { body }) });
/** Changes what stands there now. */
async function patch(path: string, body: object) {
  const { headers } = await api.get(path, partner);
  return api.send('patch', path, { headers: { ...partner, 'If-Match': headers['etag'] ?? '' }, body });
}

let count = 0;
async function subscribed(wish: object = {}): Promise<{ id: string; secret: string }> {
  count += 1;
  const { status, body } = await post(BASE, { url: `${receiver.origin}/${count}`, ...wish });
  expect(status).toBe(201);
  return body;
}

describe('a subscription', () => {
  test('is created, read, listed and ended by its partner', async () => {
    const url = `${receiver.origin}/hook`;
    const { status, headers, body } = await post(BASE, { url, areas: ['marl'], events: ['article.published'] });
    expect([status, headers['location'], headers['cache-control']]).toEqual([
      201,
      `https://news.example${BASE}/${body.id}`,
      'private, no-store',
    ]);
    const { secret, ...shown } = body;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(shown).toEqual({
      id: expect.any(String),
      partner: partnerId,
      url,
      areas: ['marl'],
      events: ['article.published'],
      state: 'active',
      createdAt: NOW,
      disabledAt: null,
      disabledReason: null,
      failingSince: null,
      pausedUntil: null,
    });
    const untold = { pending: 0, pendingSince: null, dead: 0, lastDeliveredAt: null };
    expect((await api.get(`${BASE}/${body.id}`, partner)).body).toEqual({ ...shown, deliveries: untold });
    expect((await api.get(BASE, partner)).body.data).toEqual([shown]);
    expect((await api.get('/v1/admin/subscriptions', admin)).body.data).toContainEqual(shown);
    expect((await api.send('delete', `${BASE}/${body.id}`, { headers: { ...partner } })).status).toBe(204);
    expect((await api.get(`${BASE}/${body.id}`, partner)).status).toBe(404);
    expect((await api.get(BASE, partner)).body.data).toEqual([]);
    const { rows } = await api.store.audit.list({ limit: 10, position: null, subject: body.id });
    expect(rows.map(({ action }) => action)).toEqual(['subscription.removed', 'subscription.created']);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  test('is of one partner: for another one there is none', async () => {
    const { id } = await subscribed();
    const other = bearer(await api.createKey('partner'));
    for (const path of ['', '/deliveries', '/deliveries/msg_1']) {
      expect((await api.get(`${BASE}/${id}${path}`, other)).status).toBe(404);
    }
    for (const path of ['/rotate-secret', '/replay']) {
      expect((await post(`${BASE}/${id}${path}`, path === '/replay' ? { dead: true } : {}, other)).status).toBe(404);
    }
    expect((await api.send('delete', `${BASE}/${id}`, { headers: { ...other } })).status).toBe(404);
    expect((await api.get(BASE, other)).body.data).toEqual([]);
  });

  test('wants a receiver that shows that it wants it, as text or as JSON', async () => {
    await subscribed();
    const [challenge] = receiver.received;
    expect(JSON.parse(challenge?.body ?? '')).toEqual({
      type: 'subscription.challenge',
      timestamp: NOW,
      data: { challenge: expect.stringMatching(/^[\w-]{32}$/) },
    });
    expect(challenge?.headers['webhook-id']).toMatch(/^msg_/);
    const answers: [Receiver['answer'], number, string | undefined][] = [
      [
        ({ body }, response) => void response.end(JSON.stringify({ challenge: JSON.parse(body).data.challenge })),
        201,
        undefined,
      ],
      [(_received, response) => void response.end('yes'), 422, 'It answered 200 without the challenge.'],
      [({ body }, response) => void response.writeHead(500).end(body), 422, 'It answered 500 without the challenge.'],
      [
        (_received, response) => void response.destroy(),
        422,
        'No connection could be made, or none with a certificate that holds.',
      ],
    ];
    for (const [at, [answer, expected, detail]] of answers.entries()) {
      const other = await openOther(answer);
      const { status, body } = await post(BASE, { url: `${other.origin}/${at}` });
      expect([status, body.errors?.[0].detail]).toEqual([expected, detail]);
      await other.close();
    }
  });

  test.each([
    ['http://council.example/hook', 'It is no address that this server may reach'],
    ['https://[fd00::1]/', 'It is no address that this server may reach'],
    ['https://169.254.169.254/latest', 'It is no address that this server may reach'],
    ['https://[::1]/', 'It is no address that this server may reach'],
  ])('is not made for %s', async (url, detail) => {
    const { status, body } = await post(BASE, { url });
    expect([status, body.code, body.errors[0].pointer]).toEqual([422, 'invalid_body', '/url']);
    expect(body.errors[0].detail).toContain(detail);
    expect((await api.get(BASE, partner)).body.data).toEqual([]);
  });

  test('refuses what it cannot be', async () => {
    const url = `${receiver.origin}/refused`;
    for (const [body, pointer] of [
      [{}, '/url'],
      [{ url: 'hook' }, '/url'],
      [{ url: `${url}#x` }, '/url'],
      [{ url: `${url}#` }, '/url'],
      [{ url, areas: ['Not A Slug'] }, '/areas/0'],
      [{ url, areas: ['marl', 'nowhere'] }, '/areas/1'],
      [{ url, areas: ['secret-bay'] }, '/areas/0'],
      [{ url, areas: Array(101).fill('a') }, '/areas'],
      [{ url, events: ['article.exploded'] }, '/events/0'],
      [{ url, secret: 'mine' }, '/secret'],
    ] as const) {
      expect(refusal(await post(BASE, body))).toMatchObject({ status: 422, errors: [{ pointer }] });
    }
    expect(receiver.received).toEqual([]);
    await subscribed({ url });
    expect(refusal(await post(BASE, { url }))).toMatchObject({ status: 409, code: 'conflict' });
  });

  test('is of no area from which its partner gets nothing', async () => {
    for (const [name, parent] of [
      ['Quay', 'marl'],
      ['Elsewhere', null],
    ]) {
      await api.send('post', '/v1/admin/areas', { headers: { ...admin }, body: { name, parent } });
    }
    const { id } = await api.createPartner({ areaKeys: ['quay'] });
    partner = bearer(await api.createKey('partner', { partnerId: id }));
    const url = `${receiver.origin}/outside`;
    const refused = {
      status: 422,
      errors: [{ pointer: '/areas/1', detail: expect.stringContaining('outside'), allowed: ['quay'] }],
    };
    expect(refusal(await post(BASE, { url, areas: ['marl', 'elsewhere'] }))).toMatchObject(refused);
    const made = await subscribed({ areas: ['marl', 'quay'] });
    expect((await patch(`${BASE}/${made.id}`, { areas: ['quay'] })).status).toBe(200);
    expect(refusal(await patch(`${BASE}/${made.id}`, { areas: ['quay', 'elsewhere'] }))).toMatchObject(refused);
  });

  test('stays of an area from which its partner gets nothing any more', async () => {
    const { id } = await subscribed({ areas: ['marl'] });
    await listAreas(api.store, ['far']);
    const kept = await api.get(`/v1/admin/partners/${partnerId}`, admin);
    const headers = { ...admin, 'If-Match': kept.headers['etag'] ?? '' };
    await api.send('patch', `/v1/admin/partners/${partnerId}`, { headers, body: { areas: ['far'] } });
    expect((await patch(`${BASE}/${id}`, { areas: ['marl', 'far'] })).status).toBe(200);
  });

  test('is one of twenty at most', async () => {
    for (let made = 0; made < 20; made += 1) await subscribed();
    const { status, body } = await post(BASE, { url: `${receiver.origin}/one-too-many` });
    expect([status, body.detail]).toEqual([409, expect.stringContaining('20 subscriptions at most')]);
  });

  test('is changed, stopped and let go on, each new address being asked first', async () => {
    const { id } = await subscribed();
    const path = `${BASE}/${id}`;
    expect((await patch(path, { areas: ['marl'], events: [] })).body).toMatchObject({ areas: ['marl'] });
    receiver.received.length = 0;
    expect((await patch(path, { enabled: false })).body).toMatchObject({
      state: 'disabled',
      disabledReason: 'requested',
    });
    expect((await post(`${path}/replay`, { dead: true })).status).toBe(409);
    expect(receiver.received).toHaveLength(0);
    expect((await patch(path, { enabled: true })).body).toMatchObject({ state: 'active', disabledAt: null });
    expect(receiver.received).toHaveLength(1);
    expect((await patch(path, { url: `${receiver.origin}/moved` })).status).toBe(200);
    expect(receiver.received.map(({ url }) => url)).toEqual([expect.any(String), '/moved']);
    expect((await patch(path, { url: 'https://[::1]/' })).status).toBe(422);
    expect((await api.get(path, partner)).body.url).toBe(`${receiver.origin}/moved`);
    await subscribed({ url: `${receiver.origin}/taken` });
    expect((await patch(path, { url: `${receiver.origin}/taken` })).status).toBe(409);
  });

  test('gets a new secret', async () => {
    const { id, secret } = await subscribed();
    const { status, body } = await post(`${BASE}/${id}/rotate-secret`, { graceSeconds: 60 });
    expect([status, body.id, body.secret === secret]).toEqual([200, id, false]);
    expect((await post(`${BASE}/${id}/rotate-secret`)).status).toBe(200);
    expect((await post(`${BASE}/${id}/rotate-secret`, { graceSeconds: 604_801 })).status).toBe(422);
  });
});

async function openOther(answer: Receiver['answer']): Promise<Receiver> {
  const other = await openReceiver();
  other.answer = answer;
  return other;
}
