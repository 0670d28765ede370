import { expect, test } from 'vitest';
import { everyone } from '../../src/domain/visibility.ts';
import { keepArticlesShown, LOOK_MILLIS, PAUSE_MILLIS } from '../../src/jobs/keep-shown.ts';
import { put } from '../support/newsroom.ts';
import { NOW } from '../support/release.ts';
import { openTemporaryStore } from '../support/sqlite-store.ts';

test('all articles are kept as they are shown, a few at a time, and then it only looks now and then', async () => {
  const store = openTemporaryStore();
  await put(store, { name: 'a' }, { name: 'b' }, { name: 'c' });
  let made = 0;
  const make = ({ slug }: { readonly slug: string }) => {
    made += 1;
    return slug;
  };
  const maker = { id: 'one', listing: make, whole: make, digest: (text: string) => text };
  const job = keepArticlesShown({ store }, maker, 2);
  const pauses = [];
  do pauses.push(await job());
  while (pauses.at(-1) !== LOOK_MILLIS);
  expect([pauses.slice(0, -1).every((pause) => pause === PAUSE_MILLIS), pauses.length > 2, made]).toEqual([
    true,
    true,
    6,
  ]);
  expect(await job()).toBe(LOOK_MILLIS);
  const { text } = await store.articles.listShown({ limit: 5, position: null, sort: 'title' }, everyone(NOW), maker);
  expect([String(text), made]).toEqual(['a,b,c', 6]);
});
