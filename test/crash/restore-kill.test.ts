import { expect, it } from 'vitest';
import { openDesk, withdrawing } from '../store/sqlite/record/desk.ts';
import { startChild } from '../support/child.ts';
import { decide, put, putOne, slugsOf } from '../support/newsroom.ts';

const RESTORER = new URL('./restorer.ts', import.meta.url);

/*
 * A process dies while it puts a backup in the place of a database. Under the name of the database there is always one of
 * the two, and what was withdrawn stays so; whoever asks again is given the backup.
 */
it.each([
  { step: 'before the old one has a second name', dies: 1, shown: ['b', 'later'] },
  { step: 'before the new one has its name', dies: 2, shown: ['b', 'later'] },
  { step: 'never', dies: 3, shown: ['b'] },
])('a restore that is killed $step', { timeout: 60_000 }, async ({ dies, shown }) => {
  const desk = openDesk();
  const store = desk.open();
  const { id } = await putOne(store, { name: 'a' });
  await put(store, { name: 'b' });
  await desk.takeBackup();
  await decide(store, id, withdrawing());
  await put(store, { name: 'later' });
  await store.close();
  const child = startChild(RESTORER);
  child.send(`${desk.path} ${desk.removals} ${desk.backup} ${dies}`);
  if (dies === 3) await child.written(1);
  else await child.ended();
  await child.kill();

  const told: unknown[] = [];
  const next = desk.open((restoration) => told.push(restoration));
  expect((await slugsOf(next)).toSorted()).toEqual(shown);
  expect(told).toHaveLength(1);
  await next.close();
  const { store: again } = await desk.restore();
  expect(await slugsOf(again)).toEqual(['b']);
});
