import { afterAll, beforeAll, expect, test } from 'vitest';
import { topicReader } from '../../../src/cli/topic-reader.ts';
import { hubService } from '../../../src/jobs/serve-hub.ts';
import { openReceiver, type Receiver } from '../../support/receiver.ts';
import { checkConformance } from '../conformance.ts';
import { type Installation, OPTIONS, openInstallation } from '../installation.ts';

const HUB = '/v1/websub/hub';
const TOPIC = `${OPTIONS.publicUrl}/v1/feeds/atom.xml`;

let api: Installation;
let reader: Receiver;
beforeAll(async () => {
  api = await openInstallation();
  reader = await openReceiver();
});
afterAll(async () => {
  await reader.close();
  await api.close();
});

async function post(fields: Record<string, string> | string, mediaType = 'application/x-www-form-urlencoded') {
  const body = typeof fields === 'string' ? fields : String(new URLSearchParams(fields));
  const response = await api.client.post(HUB).set('Content-Type', mediaType).send(body);
  checkConformance('post', HUB, response);
  return response;
}

const wish = () => ({ 'hub.mode': 'subscribe', 'hub.topic': TOPIC, 'hub.callback': `${reader.origin}/callback` });

test('takes a wish as a form, and leaves alone what it does not know', async () => {
  const { status, body, headers } = await post({ ...wish(), 'hub.lease_seconds': '1', foo: 'bar' });
  expect([status, body, headers['cache-control']]).toEqual([202, { status: 'accepted' }, 'no-store']);
  const options = {
    publicUrl: OPTIONS.publicUrl,
    readTopic: topicReader(api.app),
    signal: new AbortController().signal,
  };
  await hubService(api.deps, options)();
  const [asked, ...none] = reader.received;
  expect(none).toEqual([]);
  const { searchParams } = new URL(asked?.url ?? '', TOPIC);
  expect([searchParams.get('hub.topic'), searchParams.get('hub.lease_seconds')]).toEqual([TOPIC, '300']);
});

test('refuses what is no wish, naming the field', async () => {
  for (const [fields, pointer] of [
    [{ ...wish(), 'hub.mode': 'publish' }, '/hub.mode'],
    [{ ...wish(), 'hub.topic': 'https://other.example/' }, '/hub.topic'],
    [{ ...wish(), 'hub.topic': `${OPTIONS.publicUrl}/v1/feeds/../changes?wait=30` }, '/hub.topic'],
    [{ ...wish(), 'hub.topic': `${OPTIONS.publicUrl}/v1/feeds/%2e%2e/editorial/articles` }, '/hub.topic'],
    [{ ...wish(), 'hub.topic': `${OPTIONS.publicUrl}/v1/feeds/atom.xml/../../changes` }, '/hub.topic'],
    [{ ...wish(), 'hub.callback': 'nowhere' }, '/hub.callback'],
    [{ ...wish(), 'hub.callback': `${reader.origin}/callback#here` }, '/hub.callback'],
    [{ ...wish(), 'hub.callback': `${reader.origin}/callback#` }, '/hub.callback'],
    [{ ...wish(), 'hub.lease_seconds': 'long' }, '/hub.lease_seconds'],
    [{ ...wish(), 'hub.secret': 'x'.repeat(200) }, '/hub.secret'],
  ] as const) {
    const { status, body } = await post(fields);
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
  }
});

test('refuses a field that stands twice, and everything that is no form', async () => {
  expect((await post('hub.mode=subscribe&hub.mode=subscribe')).status).toBe(400);
  const { status, body } = await post(`${new URLSearchParams(wish())}&hub.secret=%00`);
  expect([status, body.code, body.detail]).toEqual([
    400,
    'invalid_request',
    'The form holds characters that no text has.',
  ]);
  expect((await post(JSON.stringify(wish()), 'application/json')).status).toBe(415);
  expect((await api.client.get(HUB)).status).toBe(405);
});

test('no other route reads a form', async () => {
  const editor = await api.createKey('editor');
  const { status } = await api.client
    .post('/v1/editorial/articles')
    .set({ Authorization: `Bearer ${editor.text}`, 'Content-Type': 'application/x-www-form-urlencoded' })
    .send('title=A');
  expect(status).toBe(415);
});

test('reads a topic as anybody gets it', async () => {
  const read = topicReader(api.app);
  expect(await read('/v1/tags')).toEqual({ mediaType: 'application/json; charset=utf-8', body: expect.any(String) });
  expect([await read('/v1/feeds/nothing.xml'), await read('/v1/articles?limt=1')]).toEqual([undefined, undefined]);
  expect(await read('/v1/admin/keys')).toBeUndefined();
});

test('reads topics for however many callbacks there are, and leaves readers what they may read', async () => {
  const once = { quota: 1, windowSeconds: 60 };
  const busy = await openInstallation({ rateLimits: { read: once, write: once, failure: once } });
  const read = topicReader(busy.app);
  const feed = { mediaType: 'application/atom+xml; charset=utf-8' };
  for (let times = 0; times < 3; times += 1) expect(await read('/v1/feeds/atom.xml')).toMatchObject(feed);
  const statuses: number[] = [];
  for (let times = 0; times < 2; times += 1) statuses.push((await busy.get('/v1/feeds/atom.xml')).status);
  expect(statuses).toEqual([200, 429]);
  const forwarded = { 'X-Forwarded-For': '0.0.0.0' };
  expect((await busy.get('/v1/feeds/atom.xml', forwarded)).status).toBe(429);
  await busy.close();
});

test('a feed that cannot be read now is not a feed that there is not', async () => {
  const broken = await openInstallation();
  broken.store.changes.state = () => Promise.reject(new Error('the disk does not answer'));
  await expect(topicReader(broken.app)('/v1/feeds/atom.xml')).rejects.toThrow('the feed cannot be read: 500');
  await broken.close();
});
