import { expect, it } from 'vitest';
import { settle } from '../../src/domain/delivery.ts';
import type { Dispatch, SettledAttempt } from '../../src/domain/dispatch.ts';
import type { Send } from '../../src/domain/outbound.ts';
import { type Instant, shifted } from '../../src/domain/time.ts';
import type { OutboxStore, Turn } from '../../src/store/outbox.ts';
import { LEASE_MILLIS, openDeliveryDesk } from '../../src/usecases/delivery-desk.ts';
import { put, putOne } from '../support/newsroom.ts';
import { NOW } from '../support/release.ts';
import { openSubscription } from '../support/syndication.ts';

const LIMITS = { all: 10, perHost: 10, perSubscription: 4 };
const LATER = shifted(NOW, LEASE_MILLIS);

/** A delivery that one process took too long over, so that another one has begun it anew. */
async function openTakenOver() {
  const { store } = await openSubscription();
  const { outbox } = store;
  await putOne(store, { name: 'a' });
  const [slow] = await step(outbox, NOW);
  const [again] = await step(outbox, LATER);
  if (!slow || !again) throw new Error('nothing was handed out');
  expect([slow.attempt, again.attempt, again.delivery.id]).toEqual([1, 2, slow.delivery.id]);
  return { outbox, slow, again };
}

function step(outbox: OutboxStore, now: Instant, ...settled: SettledAttempt[]): Promise<readonly Dispatch[]> {
  return outbox.turn({ now, leasedUntil: shifted(now, LEASE_MILLIS), settled, running: [], limits: LIMITS });
}

function answered(dispatch: Dispatch, status: number, now: Instant): SettledAttempt {
  const result = { millis: 1, status, retryAfter: undefined, body: '' };
  return {
    dispatch,
    result: { millis: 1, status, failure: null },
    decide: (failures, subscription) => settle(result, failures, subscription, now, 0.5),
  };
}

it('what fails after another has begun it anew is left to that one', async () => {
  const { outbox, slow, again } = await openTakenOver();
  expect(await step(outbox, LATER, answered(slow, 500, LATER))).toEqual([]);
  const soon = shifted(LATER, LEASE_MILLIS - 1);
  expect(await step(outbox, soon)).toEqual([]);
  await step(outbox, soon, answered(again, 204, soon));
  expect(await outbox.figures()).toMatchObject({ pending: 0 });
});

it('what is taken after another has begun it anew is delivered, whatever becomes of that', async () => {
  const { outbox, slow, again } = await openTakenOver();
  await step(outbox, LATER, answered(slow, 204, LATER));
  expect(await outbox.figures()).toMatchObject({ pending: 0, dead: 0 });
  await step(outbox, LATER, answered(again, 500, LATER));
  expect(await outbox.figures()).toMatchObject({ pending: 0, dead: 0 });
});

it('a receiver that fails is tried with one thing at a time, however much there is', async () => {
  const { store } = await openSubscription();
  await put(store, { name: 'a' }, { name: 'b' }, { name: 'c' });
  const three = await step(store.outbox, NOW);
  expect(three).toHaveLength(3);
  await step(store.outbox, NOW, ...three.map((each) => answered(each, 500, NOW)));
  const [one, ...more] = await step(store.outbox, LATER);
  if (!one) throw new Error('nothing was handed out');
  expect(more).toEqual([]);
  expect(await step(store.outbox, LATER, answered(one, 204, LATER))).toHaveLength(2);
});

it('what ends while the step before it is written down is written down by the next', async () => {
  const { store, deps } = await openSubscription();
  await put(store, { name: 'a' }, { name: 'b' });
  const ends: (() => void)[] = [];
  const send: Send = () =>
    new Promise((resolve) => {
      ends.push(() => resolve({ millis: 1, status: 204, retryAfter: undefined, body: '' }));
    });
  const endOf = async (at: number) => {
    ends[at]?.();
    await new Promise((done) => setImmediate(done));
  };
  const meanwhile = [async () => undefined, () => endOf(1)];
  const turn = async (asked: Turn) => {
    const given = await store.outbox.turn(asked);
    await meanwhile.shift()?.();
    return given;
  };
  const outbox = { ...store.outbox, turn };
  const { signal } = new AbortController();
  const desk = openDeliveryDesk(
    { ...deps, send, store: { ...store, outbox } },
    { publicUrl: 'https://news.example', signal },
  );
  expect(await desk.turn(NOW)).toBe(2);
  await endOf(0);
  await desk.turn(NOW);
  expect([desk.hasNews(), desk.isAtWork()]).toEqual([true, false]);
  await desk.turn(NOW);
  expect(await store.outbox.figures()).toMatchObject({ pending: 0, dead: 0 });
});
