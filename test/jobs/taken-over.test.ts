import { expect, it } from 'vitest';
import { settle } from '../../src/domain/delivery.ts';
import type { Dispatch, SettledAttempt } from '../../src/domain/dispatch.ts';
import { type Instant, shifted } from '../../src/domain/time.ts';
import type { OutboxStore } from '../../src/store/outbox.ts';
import { LEASE_MILLIS } from '../../src/usecases/delivery-desk.ts';
import { putOne } from '../support/newsroom.ts';
import { NOW } from '../support/release.ts';
import { openSubscription } from '../support/syndication.ts';

const LIMITS = { all: 1, perHost: 1, perSubscription: 1 };
const LATER = shifted(NOW, LEASE_MILLIS);

/** A delivery that one process took too long over, so that another one has begun it anew. */
async function openTakenOver() {
  const open = await openSubscription();
  const { outbox } = open.store;
  await putOne(open.store, { name: 'a' });
  const [slow] = await step(outbox, NOW);
  const [again] = await step(outbox, LATER);
  if (!slow || !again) throw new Error('nothing was handed out');
  expect([slow.attempt, again.attempt, again.delivery.id]).toEqual([1, 2, slow.delivery.id]);
  return { ...open, outbox, slow, again };
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
