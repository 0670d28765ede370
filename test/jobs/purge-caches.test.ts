import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createAddressGuard } from '../../src/jobs/address-guard.ts';
import { createSender } from '../../src/jobs/post.ts';
import { LOOK_MILLIS, purgeAfterChanges } from '../../src/jobs/purge-caches.ts';
import { put, putOne } from '../support/newsroom.ts';
import { openReceiver, type Receiver } from '../support/receiver.ts';
import { openTemporaryStore } from '../support/sqlite-store.ts';

let receiver: Receiver;
beforeAll(async () => {
  receiver = await openReceiver();
});
afterAll(() => receiver.close());
afterEach(() => {
  receiver.received.length = 0;
  receiver.answer = (_received, response) => void response.writeHead(204).end();
});

const send = createSender({ guard: createAddressGuard(['127.0.0.1']) });

async function openJob(url = `${receiver.origin}/purge`) {
  const store = openTemporaryStore();
  await store.purges.expect(true);
  const hook = { url, header: { name: 'Fastly-Key', value: 'a secret' } };
  return { store, job: purgeAfterChanges({ store, send }, hook, new AbortController()) };
}

test('a change is told once, with its keys in a header and in the body', async () => {
  const { store, job } = await openJob();
  const { id } = await putOne(store, { name: 'a' });
  expect([await job(), await job(), await job()]).toEqual([0, LOOK_MILLIS, LOOK_MILLIS]);
  expect(receiver.received).toHaveLength(1);
  expect(receiver.received[0]).toMatchObject({
    method: 'POST',
    url: '/purge',
    headers: {
      'content-type': 'application/json',
      'surrogate-key': `list feed article-${id}`,
      'fastly-key': 'a secret',
    },
    body: JSON.stringify({ keys: ['list', 'feed', `article-${id}`] }),
  });
});

test('many changes of one article are one key', async () => {
  const { store, job } = await openJob();
  const [{ id } = { id: '' }] = await put(store, { name: 'a' }, { name: 'a', title: 'B' }, { name: 'a', title: 'C' });
  await job();
  expect(receiver.received.map(({ headers }) => headers['surrogate-key'])).toEqual([`list feed article-${id}`]);
});

test('what was not taken is told again, before anything newer', async () => {
  const { store, job } = await openJob();
  const first = await putOne(store, { name: 'a' });
  receiver.answer = (_received, response) => void response.writeHead(500).end();
  await expect(job()).rejects.toThrow('the purge hook answered 500');
  const second = await putOne(store, { name: 'b' });
  receiver.answer = (_received, response) => void response.writeHead(200).end();
  expect(await job()).toBe(0);
  expect(receiver.received.at(-1)?.headers['surrogate-key']).toBe(`list feed article-${first.id} article-${second.id}`);
});

test('a hook that cannot be reached loses nothing', async () => {
  const { store, job } = await openJob('http://127.0.0.1:1/');
  await put(store, { name: 'a' });
  await expect(job()).rejects.toThrow('the purge hook cannot be reached: connection');
  expect(await store.purges.oldest(10)).toHaveLength(1);
});

test('a hook at an address of our own network says what would let it through', async () => {
  const { store } = await openJob();
  const guarded = createSender({ guard: createAddressGuard([]) });
  const hook = { url: 'http://127.0.0.1:1/', header: null };
  const job = purgeAfterChanges({ store, send: guarded }, hook, new AbortController());
  await put(store, { name: 'a' });
  await expect(job()).rejects.toThrow(
    'the purge hook cannot be reached: address, which DATELINE_OUTBOUND_EXCEPTIONS would have to name',
  );
});

test('a process without a hook that starts beside it stops nothing', async () => {
  const { store, job } = await openJob();
  await store.purges.expect(false);
  expect(await job()).toBe(LOOK_MILLIS);
  const { id } = await putOne(store, { name: 'a' });
  expect(await job()).toBe(0);
  expect(receiver.received.map(({ headers }) => headers['surrogate-key'])).toEqual([`list feed article-${id}`]);
});
