import { expect, test } from 'vitest';
import { shifted } from '../../src/domain/time.ts';
import { everyone } from '../../src/domain/visibility.ts';
import { compactChangeLog, PAUSE_MILLIS, ROUND_MILLIS } from '../../src/jobs/compact-log.ts';
import { SUPERSEDED_DAYS } from '../../src/usecases/compact-log.ts';
import { put } from '../support/newsroom.ts';
import { NOW } from '../support/release.ts';
import { openTemporaryStore } from '../support/sqlite-store.ts';

const DAY_MILLIS = 24 * 60 * 60 * 1000;

test('what was superseded long ago is forgotten, a bounded number at a time', async () => {
  const store = openTemporaryStore();
  await put(store, ...['One', 'Two', 'Three', 'Four'].map((title) => ({ name: 'a', title })));
  let now = shifted(NOW, SUPERSEDED_DAYS * DAY_MILLIS);
  const job = compactChangeLog({ store, clock: { now: () => now } }, 2);
  expect(await job()).toBe(ROUND_MILLIS);
  expect(await store.changes.compact(shifted(NOW, 1), 1)).toBe(1);
  now = shifted(now, 1);
  expect([await job(), await job()]).toEqual([PAUSE_MILLIS, ROUND_MILLIS]);
  expect(await store.changes.compact(shifted(NOW, 1), 1)).toBe(0);
  expect(await store.changes.newest(everyone(now))).toMatchObject({ sequence: 4 });
});
