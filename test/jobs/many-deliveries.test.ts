import { expect, test } from 'vitest';
import { put } from '../support/newsroom.ts';
import { openSubscription, status, told } from '../support/syndication.ts';

/** More than wait for one subscription at a time. */
const RELEASES = 520;
const HOUR = 3_600_000;

test('a receiver that is down for long has five hundred deliveries waiting at most, and is told the rest behind them', async () => {
  const { store, runAt, receiver, subscription } = await openSubscription();
  receiver.answer = status(500);
  const releases = Array.from({ length: RELEASES }, (_, at) => ({ name: `r${at}` }));
  // What is waiting already leaves room for a part of what the next steps look at.
  await put(store, ...releases.slice(0, 30));
  await runAt(0);
  await put(store, ...releases.slice(30));
  for (let run = 1; run < 8; run += 1) await runAt(run);
  expect(await store.subscriptions.figures(subscription.id)).toMatchObject({ pending: 500, dead: 0 });

  receiver.received.length = 0;
  receiver.answer = status(204);
  for (let run = 0; run < 20; run += 1) await runAt(HOUR + run);
  expect(await store.subscriptions.figures(subscription.id)).toMatchObject({ pending: 0, dead: 0 });
  const orders = told(receiver).map(([, order]) => order);
  expect(orders.sort((one, other) => one - other)).toEqual(Array.from({ length: RELEASES }, (_, at) => at + 1));
});
