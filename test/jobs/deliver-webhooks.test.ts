import { Webhook } from 'standardwebhooks';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { DISABLED_AFTER_MILLIS } from '../../src/domain/subscription.ts';
import { shifted } from '../../src/domain/time.ts';
import { DELIVERY_RECHECK_MILLIS } from '../../src/jobs/deliver-webhooks.ts';
import { LEASE_MILLIS } from '../../src/usecases/delivery-desk.ts';
import { DELIVERY_RETENTION_MILLIS } from '../../src/usecases/forget-deliveries.ts';
import { removeSubscription, rotateSecret } from '../../src/usecases/subscriptions.ts';
import { carriedOut, PLAINLY } from '../../src/usecases/write-wish.ts';
import { decide, put, putOne, withdrawal } from '../support/newsroom.ts';
import type { Received } from '../support/receiver.ts';
import { NOW } from '../support/release.ts';
import { migratedDatabase, openTemporaryStore } from '../support/sqlite-store.ts';
import { openDelivering, openPartner, openSubscriber, openSubscription, status, told } from '../support/syndication.ts';

const HOUR = 3_600_000;

const idsOf = (received: readonly Received[]) => received.map(({ headers }) => String(headers['webhook-id']));

describe('delivering webhooks', () => {
  it('tells thinly what happened, signed as the standard says', async () => {
    const { store, runAt, receiver, secret, subscription } = await openSubscription();
    const { id } = await putOne(store, { name: 'secret-words', title: 'Secret words' });
    expect(await runAt(0)).toBe(DELIVERY_RECHECK_MILLIS);
    expect(receiver.received).toHaveLength(1);
    const [{ method, url, headers, body } = { method: '', url: '', headers: {}, body: '' }] = receiver.received;
    expect([method, url, headers['content-type']]).toEqual(['POST', '/hook', 'application/json']);
    expect(JSON.parse(body)).toEqual({
      type: 'article.published',
      timestamp: NOW,
      data: {
        subscription: subscription.id,
        order: 1,
        change: 1,
        article: { id, edition: 1 },
        links: { article: `https://news.example/v1/articles/${id}` },
      },
    });
    expect(headers['webhook-id']).toMatch(/^msg_[\w-]{36}$/);
    expect(Number(headers['webhook-timestamp'])).toBe(Date.parse(NOW) / 1000);
    expect(`${body}${JSON.stringify(headers)}`.toLowerCase()).not.toContain('secret');
    expect(verified(secret, receiver.received[0])).toBe(true);
    expect(verified('whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDAjZFMGYvIdY=', receiver.received[0])).toBe(false);
  });

  it('tells of a lift at its instant, and of nothing that is not public', async () => {
    const { store, runAt, receiver } = await openSubscription();
    await put(store, { name: 'draft', publishAt: null }, { name: 'later', publishAt: shifted(NOW, 5_000) });
    await runAt(4_999);
    expect(receiver.received).toEqual([]);
    await store.articles.lift(shifted(NOW, 5_000));
    await runAt(5_000);
    expect(told(receiver)).toEqual([['article.published', 1, 1]]);
  });

  it('tells of every step of an article, in order', async () => {
    const { store, runAt, receiver } = await openSubscription();
    const { id } = await putOne(store, { name: 'a' });
    await put(store, { name: 'a', title: 'Second' });
    await decide(store, id, { withdraw: withdrawal('gone') });
    await decide(store, id, { reinstate: true });
    await decide(store, id, { withdraw: withdrawal('vanish') });
    await runAt(0);
    expect(told(receiver)).toEqual([
      ['article.published', 1, 1],
      ['article.updated', 2, 2],
      ['article.withdrawn', 3, 2],
      ['article.reinstated', 4, 2],
      ['article.vanished', 5, 2],
    ]);
  });

  it('begins with what comes after the subscription, and leaves no gap in the order numbers that a filter makes', async () => {
    const store = openTemporaryStore();
    const { deps, subscribe, runAt } = openDelivering(store);
    const receiver = await openSubscriber();
    onTestFinished(() => receiver.close());
    const { actor } = await openPartner(deps, ['fenwick']);
    await subscribe(actor, { url: `${receiver.origin}/first` });
    await put(store, { name: 'before', area: 'Fenwick' });
    await subscribe(actor, { url: `${receiver.origin}/hook` });
    receiver.received.length = 0;
    await put(store, { name: 'x', area: 'Harrowmere' }, { name: 'y', area: 'Fenwick' }, { name: 'z', area: 'Fenwick' });
    await runAt(0);
    const orders = (path: string) =>
      receiver.received.filter(({ url }) => url === path).map(({ body }) => JSON.parse(body).data.order);
    expect([orders('/first').sort(), orders('/hook').sort()]).toEqual([
      [1, 2, 3],
      [1, 2],
    ]);
  });

  it('tells that an article has moved away, and of its withdrawal even so', async () => {
    const { store, runAt, receiver } = await openSubscription({ areaKeys: ['fenwick'] });
    const { id } = await putOne(store, { name: 'a', area: 'Fenwick' });
    await put(store, { name: 'a', area: 'Harrowmere' });
    await put(store, { name: 'a', area: 'Harrowmere', title: 'Again' });
    await decide(store, id, { withdraw: withdrawal() });
    await runAt(0);
    expect(told(receiver)).toEqual([
      ['article.published', 1, 1],
      ['article.access_lost', 2, 2],
      ['article.withdrawn', 3, 3],
    ]);
  });

  it('tries again under the same id until it is taken, and holds back only what concerns the same article', async () => {
    const { store, runAt, receiver, list } = await openSubscription();
    const first = await putOne(store, { name: 'a' });
    receiver.answer = (received, response) => {
      response.writeHead(JSON.parse(received.body).data.article.id === first.id ? 500 : 204).end();
    };
    await runAt(0);
    await put(store, { name: 'a', title: 'Second' }, { name: 'b' });
    expect(await runAt(4_999)).toBe(1);
    expect(told(receiver)).toEqual([
      ['article.published', 1, 1],
      ['article.published', 3, 1],
    ]);
    receiver.answer = status(204);
    await runAt(5_000);
    expect(told(receiver)).toEqual([
      ['article.published', 1, 1],
      ['article.published', 3, 1],
      ['article.published', 1, 1],
      ['article.updated', 2, 2],
    ]);
    const [one, , two] = receiver.received;
    expect(one?.headers['webhook-id']).toBe(two?.headers['webhook-id']);
    expect(one?.body).toBe(two?.body);
    expect(one?.headers['webhook-timestamp']).not.toBe(two?.headers['webhook-timestamp']);
    expect((await list()).map(({ order, state, attempts }) => [order, state, attempts])).toEqual([
      [3, 'delivered', 1],
      [2, 'delivered', 1],
      [1, 'delivered', 2],
    ]);
  });

  it('asks one thing at a time of a receiver that fails, and tells it all at once when it is back', async () => {
    const { store, runAt, receiver } = await openSubscription();
    await put(store, { name: 'a' }, { name: 'b' }, { name: 'c' });
    receiver.answer = status(500);
    await runAt(0);
    await runAt(6_000);
    const before = receiver.received.length;
    receiver.answer = status(200);
    await runAt(6_000 + 600_000);
    expect(receiver.received.length - before).toBe(3);
  });

  it('leaves a receiver alone for as long as it asks for', async () => {
    const { store, runAt, receiver, subscription } = await openSubscription();
    await put(store, { name: 'a' });
    receiver.answer = status(429, { 'Retry-After': '3600' });
    await runAt(0);
    await put(store, { name: 'b' });
    receiver.answer = status(200);
    await runAt(HOUR - 1);
    expect(receiver.received).toHaveLength(1);
    expect(await store.subscriptions.find(subscription.id)).toMatchObject({ pausedUntil: shifted(NOW, HOUR) });
    await runAt(HOUR);
    expect(receiver.received).toHaveLength(3);
    expect(await store.subscriptions.find(subscription.id)).toMatchObject({ pausedUntil: null, failingSince: null });
  });

  it('ends a subscription whose receiver is gone, and writes that down', async () => {
    const { store, runAt, receiver, subscription, partnerId } = await openSubscription();
    await put(store, { name: 'a' }, { name: 'b' });
    receiver.answer = status(410);
    await runAt(0);
    const asked = receiver.received.length;
    await put(store, { name: 'c' });
    await runAt(100 * HOUR);
    expect(receiver.received).toHaveLength(asked);
    expect(await store.subscriptions.find(subscription.id)).toMatchObject({ disabledAt: NOW, disabledReason: 'gone' });
    const { rows } = await store.audit.list({ limit: 10, position: null, action: 'subscription.disabled' });
    expect(rows).toMatchObject([
      { at: NOW, actor: 'clock', subject: subscription.id, detail: { partner: partnerId, reason: 'gone' } },
    ]);
  });

  it('gives a delivery up after ten attempts, and a subscription after five days without a success', async () => {
    const { store, runAt, receiver, subscription, list } = await openSubscription();
    await put(store, { name: 'a' });
    receiver.answer = status(500);
    for (let hour = 0; hour < 80; hour += 1) await runAt(hour * HOUR + 360_000);
    expect((await list()).map(({ state, attempts }) => [state, attempts])).toEqual([['dead', 10]]);
    expect(await store.outbox.figures()).toMatchObject({ pending: 0, dead: 1, disabledSubscriptions: 0 });
    await put(store, { name: 'b' });
    await runAt(DISABLED_AFTER_MILLIS + HOUR);
    expect(await store.subscriptions.find(subscription.id)).toMatchObject({ disabledReason: 'failing' });
  });

  it('counts nothing as given up of a subscription that was ended', async () => {
    const { store, deps, actor, runAt, receiver, subscription, list } = await openSubscription();
    await put(store, { name: 'a' });
    receiver.answer = status(500);
    await runAt(0);
    await removeSubscription(deps, actor, subscription.id);
    expect((await list()).map(({ state }) => state)).toEqual(['dead']);
    expect(await store.outbox.figures()).toEqual({ pending: 0, dueSince: null, dead: 0, disabledSubscriptions: 0 });
  });

  it('makes dead deliveries, single ones and ranges again, under their old ids', async () => {
    const { store, runAt, receiver, subscription, list, now } = await openSubscription();
    await put(store, { name: 'a' }, { name: 'b' }, { name: 'c' });
    await runAt(0);
    const replay = store.subscriptions.replay.bind(store.subscriptions, subscription.id);
    const ids = idsOf(receiver.received).sort();
    const plainly = () => ({ ...PLAINLY, at: now() });
    expect(await replay({ from: 1, to: 3 }, { ...plainly(), dryRun: true })).toBe(3);
    expect(await replay({ from: 1, to: 3 }, plainly())).toBe(3);
    expect(await replay({ dead: true, limit: 10 }, plainly())).toBe(0);
    await runAt(1);
    expect(idsOf(receiver.received).slice(3).sort()).toEqual(ids);
    expect(await replay({ ids: [ids[0] ?? '', 'msg_unknown'], check: () => {} }, plainly())).toBe(1);
    await runAt(2);
    expect(idsOf(receiver.received).slice(6)).toEqual([ids[0]]);
    expect((await list({ state: 'delivered' })).length).toBe(3);
    const record = await store.subscriptions.delivery(subscription.id, ids[0] ?? '');
    expect(record?.log.map(({ number, status: code }) => [number, code])).toEqual([
      [1, 204],
      [2, 204],
      [3, 204],
    ]);
  });

  it('signs with two secrets while one replaces the other', async () => {
    const { deps, actor, store, runAt, receiver, subscription, secret } = await openSubscription();
    const fresh = carriedOut(await rotateSecret(deps, actor, { id: subscription.id, graceSeconds: 3600 }));
    await put(store, { name: 'a' });
    await runAt(HOUR - 1);
    await put(store, { name: 'b' });
    await runAt(HOUR);
    const [during, after] = receiver.received;
    expect([secret, fresh.secret].map((each) => verified(each, during))).toEqual([true, true]);
    expect([secret, fresh.secret].map((each) => verified(each, after))).toEqual([false, true]);
  });

  it('hands a delivery to one process at a time, and to another when that has died over it', async () => {
    const path = migratedDatabase();
    const [store, other] = [openTemporaryStore(path), openTemporaryStore(path)];
    const first = openDelivering(store, { send: () => new Promise(() => undefined) });
    const second = openDelivering(other);
    const receiver = await openSubscriber();
    onTestFinished(() => receiver.close());
    const { actor } = await openPartner(first.deps);
    const { subscription } = await second.subscribe(actor, { url: `${receiver.origin}/hook` });
    receiver.received.length = 0;
    await put(store, { name: 'a' });
    void first.runAt(0);
    while ((await store.outbox.figures()).pending === 0) await new Promise((resolve) => setImmediate(resolve));
    await second.runAt(LEASE_MILLIS - 1);
    expect(receiver.received).toHaveLength(0);
    await second.runAt(LEASE_MILLIS);
    expect(receiver.received).toHaveLength(1);
    const { rows } = await other.subscriptions.deliveries(subscription.id, { limit: 1, position: null });
    const record = await other.subscriptions.delivery(subscription.id, rows[0]?.id ?? '');
    expect(record?.log.map(({ number, status: code }) => [number, code])).toEqual([
      [1, null],
      [2, 204],
    ]);
    first.stop();
  });

  it('stops at once when it is told to, and takes nothing for a failure then', async () => {
    const { store, runAt, stop, receiver, list } = await openSubscription();
    await put(store, { name: 'a' });
    receiver.answer = () => stop();
    await runAt(0);
    expect(await list()).toMatchObject([{ state: 'pending', attempts: 1, nextAttemptAt: NOW }]);
  });

  it('forgets what was settled thirty days ago', async () => {
    const { store, runAt, list } = await openSubscription();
    await put(store, { name: 'a' });
    await runAt(0);
    await runAt(DELIVERY_RETENTION_MILLIS);
    expect(await list()).toHaveLength(1);
    await runAt(DELIVERY_RETENTION_MILLIS + 60_001);
    expect(await list()).toHaveLength(0);
  });
});

/** Whether the library of the standard takes a message for one that was signed with this secret. */
function verified(secret: string, received: Received | undefined): boolean {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(received?.headers ?? {})) headers[name] = String(value);
  // It refuses what is older than five minutes.
  vi.useFakeTimers({ toFake: ['Date'], now: Number(headers['webhook-timestamp']) * 1000 });
  try {
    new Webhook(secret).verify(received?.body ?? '', headers);
    return true;
  } catch {
    return false;
  } finally {
    vi.useRealTimers();
  }
}
