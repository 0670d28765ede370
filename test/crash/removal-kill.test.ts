import { cpSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openDesk } from '../store/sqlite/record/desk.ts';
import { startChild } from '../support/child.ts';
import { put, putOne, slugsOf } from '../support/newsroom.ts';

const WITHDRAWER = new URL('./withdrawer.ts', import.meta.url);

/*
 * A process dies at each step of a withdrawal. The record never says what did not happen; what happened it says when
 * somebody has opened the database again, or puts a backup in its place; and what was acknowledged, whatever happens.
 */
it.each([
  { step: 'decided', isWithdrawn: false, isRecorded: false },
  { step: 'committed', isWithdrawn: true, isRecorded: false },
  { step: 'half-written', isWithdrawn: true, isRecorded: false },
  { step: 'written', isWithdrawn: true, isRecorded: true },
  { step: 'on-the-disk', isWithdrawn: true, isRecorded: true },
  { step: 'acknowledged', isWithdrawn: true, isRecorded: true },
])('kill -9 when a withdrawal is $step', { timeout: 60_000 }, async ({ step, isWithdrawn, isRecorded }) => {
  const left = await dieAt(step);
  expect(left.events()).toHaveLength(isRecorded ? 1 : 0);
  for (const next of ['open', 'restore', 'lose'] as const) {
    const desk = openDesk();
    for (const end of FILES) cpSync(left.path + end, desk.path + end);
    if (next === 'open') {
      const again = desk.open();
      expect((await slugsOf(again)).toSorted()).toEqual(isWithdrawn ? ['b'] : ['a', 'b']);
      expect(desk.events()).toHaveLength(isWithdrawn ? 1 : 0);
      await again.close();
    }
    if (next === 'lose') desk.lose();
    const { store: restored } = await desk.restore();
    // What nobody was told, and stood in the lost database alone, is lost with it.
    const isKept = next === 'lose' ? isRecorded : isWithdrawn;
    expect([next, (await slugsOf(restored)).toSorted()]).toEqual([next, isKept ? ['b'] : ['a', 'b']]);
  }
});

/** What a process leaves that dies there; the index of the write-ahead log is no file of the database. */
const FILES = ['', '-wal', '.removals', '.backup'];

async function dieAt(step: string): Promise<ReturnType<typeof openDesk>> {
  const desk = openDesk();
  const store = desk.open();
  const { id } = await putOne(store, { name: 'a' });
  await put(store, { name: 'b' });
  await desk.takeBackup();
  await store.close();
  const child = startChild(WITHDRAWER);
  child.send(`${desk.path} ${id} ${step}`);
  if (step === 'acknowledged') await child.written(1);
  else await child.ended();
  await child.kill();
  expect(child.lines).toEqual(step === 'acknowledged' ? ['acknowledged'] : []);
  return desk;
}
