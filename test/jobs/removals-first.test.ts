import { describe, expect, it, onTestFinished } from 'vitest';
import { OPERATOR } from '../../src/domain/actor.ts';
import { holdingState } from '../../src/domain/receipt.ts';
import { audienceOf } from '../../src/domain/visibility.ts';
import type { WithdrawalKind } from '../../src/domain/withdrawal.ts';
import { LEASE_MILLIS } from '../../src/usecases/delivery-desk.ts';
import { PLAINLY } from '../../src/usecases/write-wish.ts';
import { decide, put, putOne, withdrawal } from '../support/newsroom.ts';
import type { Receiver } from '../support/receiver.ts';
import { NOW } from '../support/release.ts';
import { migratedDatabase, openTemporaryStore } from '../support/sqlite-store.ts';
import { openDelivering, openPartner, openSubscriber, openSubscription, status, told } from '../support/syndication.ts';

type Open = Awaited<ReturnType<typeof openSubscription>>;

const withdraw = ({ store }: Pick<Open, 'store'>, id: string, kind: WithdrawalKind = 'gone') =>
  decide(store, id, { withdraw: withdrawal(kind) });

const standing = async ({ list }: Open) =>
  (await list()).map(({ order, state, supersededBy, attempts }) => [order, state, supersededBy, attempts]).reverse();

const supersededIn = ({ received }: Receiver) => received.map(({ body }) => JSON.parse(body).data.supersedes);

describe('a removal', () => {
  it('goes at once when what was told before it waits for its next attempt, and names that', async () => {
    const open = await openSubscription();
    const { store, runAt, receiver } = open;
    receiver.answer = status(500);
    const { id } = await putOne(store, { name: 'a' });
    await runAt(0);
    await put(store, { name: 'a', title: 'Second' });
    await runAt(1);
    await withdraw(open, id);
    receiver.answer = status(204);
    await runAt(2);
    expect(told(receiver)).toEqual([
      ['article.published', 1, 1],
      ['article.withdrawn', 3, 2],
    ]);
    expect(supersededIn(receiver)).toEqual([
      undefined,
      [
        { order: 1, change: 1 },
        { order: 2, change: 2 },
      ],
    ]);
    expect(await standing(open)).toEqual([
      [1, 'superseded', 3, 1],
      [2, 'superseded', 3, 0],
      [3, 'delivered', null, 1],
    ]);
    expect(await store.outbox.figures()).toMatchObject({ pending: 0, dead: 0 });
    expect(await store.outbox.next(NOW)).toBe(null);
  });

  it('lets everything be told that nobody has refused, and names nothing then', async () => {
    const open = await openSubscription();
    const { id } = await putOne(open.store, { name: 'a' });
    await open.runAt(0);
    await withdraw(open, id, 'vanish');
    await decide(open.store, id, { reinstate: true });
    await open.runAt(1);
    expect(told(open.receiver)).toEqual([
      ['article.published', 1, 1],
      ['article.vanished', 2, 1],
      ['article.reinstated', 3, 1],
    ]);
    expect(supersededIn(open.receiver)).toEqual([undefined, [], undefined]);
  });

  it('waits for what is on its way, and goes when that fails', async () => {
    const open = await openSubscription();
    const { store, run, runAt, receiver } = open;
    const { id } = await putOne(store, { name: 'a' });
    const asked = new Promise<() => void>((resolve) => {
      receiver.answer = (_received, response) => resolve(() => void response.writeHead(500).end());
    });
    const delivering = runAt(0);
    const fail = await asked;
    await withdraw(open, id);
    receiver.answer = status(204);
    await store.outbox.turn({ now: NOW, leasedUntil: NOW, settled: [], running: [], limits: NO_MORE });
    expect(await standing(open)).toEqual([
      [1, 'pending', null, 1],
      [2, 'pending', null, 0],
    ]);
    fail();
    await delivering;
    await run();
    expect(told(receiver)).toEqual([
      ['article.published', 1, 1],
      ['article.withdrawn', 2, 1],
    ]);
    expect(supersededIn(receiver)).toEqual([undefined, [{ order: 1, change: 1 }]]);
  });

  it('is handed out in place of what a process died over', async () => {
    const path = migratedDatabase();
    const [store, other] = [openTemporaryStore(path), openTemporaryStore(path)];
    const first = openDelivering(store, { send: () => new Promise(() => undefined) });
    const second = openDelivering(other);
    const receiver = await openSubscriber();
    onTestFinished(() => receiver.close());
    const { actor } = await openPartner(first.deps);
    await second.subscribe(actor, { url: `${receiver.origin}/hook` });
    receiver.received.length = 0;
    const { id } = await putOne(store, { name: 'a' });
    void first.runAt(0);
    while ((await store.outbox.figures()).pending === 0) await new Promise((resolve) => setImmediate(resolve));
    await withdraw({ store }, id);
    await second.runAt(LEASE_MILLIS - 1);
    expect(told(receiver)).toEqual([]);
    await second.runAt(LEASE_MILLIS);
    expect(told(receiver)).toEqual([['article.withdrawn', 2, 1]]);
    first.stop();
  });

  it('takes the place of another one, with all that this was told in place of', async () => {
    const open = await openSubscription();
    const { store, runAt, receiver } = open;
    receiver.answer = status(500);
    const { id } = await putOne(store, { name: 'a' });
    await runAt(0);
    await withdraw(open, id);
    await runAt(1);
    await decide(store, id, { reinstate: true });
    await withdraw(open, id, 'vanish');
    receiver.answer = status(204);
    await runAt(2);
    expect(told(receiver).at(-1)).toEqual(['article.vanished', 4, 1]);
    expect(supersededIn(receiver).at(-1)).toEqual([1, 2, 3].map((order) => ({ order, change: order })));
    expect(await standing(open)).toEqual([
      [1, 'superseded', 2, 1],
      [2, 'superseded', 4, 1],
      [3, 'superseded', 4, 0],
      [4, 'delivered', null, 1],
    ]);
  });

  it('tells those who had an article that it has left their areas, before they have taken anything else', async () => {
    const open = await openSubscription({ areaKeys: ['fenwick'] });
    open.receiver.answer = status(500);
    await put(open.store, { name: 'a', area: 'Fenwick' });
    await open.runAt(0);
    open.receiver.answer = status(204);
    await put(open.store, { name: 'a', area: 'Harrowmere' });
    await open.runAt(1);
    expect(told(open.receiver)).toEqual([
      ['article.published', 1, 1],
      ['article.access_lost', 2, 2],
    ]);
  });

  it('is a receipt for all that it was told in place of', async () => {
    const open = await openSubscription();
    const { store, runAt, receiver } = open;
    receiver.answer = status(500);
    const { id } = await putOne(store, { name: 'a' });
    await runAt(0);
    await withdraw(open, id);
    receiver.answer = status(204);
    await runAt(1);
    const { latest = null, holdings = [] } = (await store.receipts.ofArticle(id, audienceOf(OPERATOR, NOW))) ?? {};
    expect(holdings.map((holding) => holdingState(latest, holding))).toEqual(['taken-down']);
  });

  it('goes before all else that is due, to a receiver that fails and gets one message at a time', async () => {
    const open = await openSubscription();
    const { store, runAt, receiver } = open;
    const { id } = await putOne(store, { name: 'a' });
    await runAt(0);
    receiver.answer = status(500);
    await put(store, { name: 'b' });
    await runAt(1);
    await put(store, { name: 'c' }, { name: 'd' });
    await withdraw(open, id);
    await runAt(2);
    expect(told(receiver).slice(2)).toEqual([
      ['article.withdrawn', 5, 1],
      ['article.published', 3, 1],
      ['article.published', 4, 1],
    ]);
  });

  it('leaves other articles, and what comes after it, where they are', async () => {
    const open = await openSubscription();
    const { store, runAt, receiver } = open;
    receiver.answer = status(500);
    const [a, b] = await put(store, { name: 'a' }, { name: 'b' });
    await runAt(0);
    await withdraw(open, a?.id ?? '');
    await decide(store, a?.id ?? '', { reinstate: true });
    await runAt(1);
    const states = (await open.list()).map(({ articleId, order, state }) => [articleId === b?.id, order, state]);
    expect(states.reverse()).toEqual([
      [false, 1, 'superseded'],
      [true, 2, 'pending'],
      [false, 3, 'pending'],
      [false, 4, 'pending'],
    ]);
  });
});

describe('a replay', () => {
  it('tells what was superseded in its old words, and the removal after it in its own', async () => {
    const open = await openSubscription();
    const { store, runAt, receiver, subscription } = open;
    receiver.answer = status(500);
    const { id } = await putOne(store, { name: 'a' });
    await runAt(0);
    await withdraw(open, id);
    receiver.answer = status(204);
    await runAt(1);
    const before = receiver.received.map(({ body }) => body);
    expect(await store.subscriptions.replay(subscription.id, { from: 1, to: 2 }, { ...PLAINLY, at: open.now() })).toBe(
      2,
    );
    await runAt(2);
    expect(receiver.received.slice(2).map(({ body }) => body)).toEqual(before);
    expect(await standing(open)).toEqual([
      [1, 'delivered', null, 2],
      [2, 'delivered', null, 2],
    ]);
  });

  it('tells a removal in its old words, though what was taken before it is refused now', async () => {
    const open = await openSubscription();
    const { store, runAt, receiver, subscription } = open;
    const { id } = await putOne(store, { name: 'a' });
    await runAt(0);
    await withdraw(open, id);
    await runAt(1);
    const [, removal] = receiver.received.map(({ body }) => body);
    await store.subscriptions.replay(subscription.id, { from: 1, to: 2 }, { ...PLAINLY, at: open.now() });
    receiver.answer = ({ body }, response) => void response.writeHead(body === removal ? 204 : 500).end();
    await runAt(2);
    expect(receiver.received.slice(3).map(({ body }) => body)).toEqual([removal]);
    expect(await standing(open)).toEqual([
      [1, 'superseded', 2, 2],
      [2, 'delivered', null, 2],
    ]);
  });

  it('of what waits behind another message has that tried at once', async () => {
    const open = await openSubscription();
    const { store, runAt, receiver, subscription } = open;
    receiver.answer = status(500);
    await put(store, { name: 'a' });
    await runAt(0);
    await put(store, { name: 'a', title: 'Second' });
    await runAt(1);
    receiver.answer = status(204);
    expect(await store.subscriptions.replay(subscription.id, { from: 2, to: 2 }, { ...PLAINLY, at: open.now() })).toBe(
      1,
    );
    await runAt(2);
    expect(told(receiver).slice(1)).toEqual([
      ['article.published', 1, 1],
      ['article.updated', 2, 2],
    ]);
  });
});

const NO_MORE = { all: 0, perHost: 0, perSubscription: 0 };
