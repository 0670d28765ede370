import { expect, it, onTestFinished } from 'vitest';
import { OPERATOR } from '../../src/domain/actor.ts';
import { holdingState } from '../../src/domain/receipt.ts';
import { audienceOf } from '../../src/domain/visibility.ts';
import { decide, put, putOne, withdrawal } from '../support/newsroom.ts';
import { NOW } from '../support/release.ts';
import { openTemporaryStore } from '../support/sqlite-store.ts';
import { openDelivering, openPartner, openSubscriber } from '../support/syndication.ts';

it('a webhook that is taken is a receipt, and one that is not is none', async () => {
  const store = openTemporaryStore();
  const { deps, subscribe, runAt } = openDelivering(store);
  const receiver = await openSubscriber();
  onTestFinished(() => receiver.close());
  const { actor } = await openPartner(deps);
  await subscribe(actor, { url: `${receiver.origin}/hook` });
  const { id } = await putOne(store, { name: 'a' });
  const held = async () => {
    const { latest = null, holdings = [] } = (await store.receipts.ofArticle(id, audienceOf(OPERATOR, NOW))) ?? {};
    return holdings.map((holding) => [
      holdingState(latest, holding),
      holding.receipt?.edition,
      holding.receipt?.through,
    ]);
  };
  expect(await held()).toEqual([['unconfirmed', undefined, undefined]]);
  await runAt(0);
  expect(await held()).toEqual([['current', 1, 'webhook']]);
  await put(store, { name: 'a', title: 'Second' });
  await decide(store, id, { withdraw: withdrawal() });
  receiver.answer = (_received, response) => void response.writeHead(500).end();
  await runAt(0);
  expect(await held()).toEqual([['not-taken-down', 1, 'webhook']]);
  receiver.answer = (_received, response) => void response.writeHead(204).end();
  await runAt(60_000);
  await runAt(60_000);
  expect(await held()).toEqual([['taken-down', 2, 'webhook']]);
});
