import { expect, it } from 'vitest';
import { OPERATOR } from '../../src/domain/actor.ts';
import { shifted } from '../../src/domain/time.ts';
import { actOnPartner, type PartnerAct } from '../../src/usecases/partners.ts';
import { readFigures } from '../../src/usecases/read-figures.ts';
import { put } from '../support/newsroom.ts';
import { NOW } from '../support/release.ts';
import { openSubscription, status } from '../support/syndication.ts';

const HOUR = 3_600_000;

it('what waits for a partner that is told nothing is no delay', async () => {
  const { store, deps, runAt, setTime, receiver, partnerId } = await openSubscription();
  receiver.answer = status(500);
  await put(store, { name: 'a' });
  await runAt(0);
  setTime(shifted(NOW, HOUR));
  const seen = async () => {
    const { outbox, outboxLagMillis } = await readFigures(deps);
    return [outbox.pending, outbox.dueSince, outboxLagMillis];
  };
  const act = (does: PartnerAct, version: number) =>
    actOnPartner(deps, { id: partnerId, version }, does, { actor: OPERATOR, dryRun: false, once: null });

  const due = shifted(NOW, 5_000);
  expect(await seen()).toEqual([1, due, HOUR - 5_000]);
  await act('suspend', 1);
  expect(await seen()).toEqual([1, null, 0]);
  await act('resume', 2);
  expect(await seen()).toEqual([1, due, HOUR - 5_000]);
  await act('end', 3);
  expect(await seen()).toEqual([0, null, 0]);
});
