import { expect, it } from 'vitest';
import { OPERATOR } from '../../src/domain/actor.ts';
import { audienceOf } from '../../src/domain/visibility.ts';
import { startChild } from '../support/child.ts';
import { putOne, WHOLE } from '../support/newsroom.ts';
import { NOW } from '../support/release.ts';
import { migratedDatabase, openTemporaryStore } from '../support/sqlite-store.ts';

const EDITOR = new URL('./editor.ts', import.meta.url);
/** Edits of each of two processes. */
const EDITS = 100;

it('two processes that race 200 edits on one article lose none of them', { timeout: 60_000 }, async () => {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  const { id } = await putOne(store, { name: 'a', publishAt: null });
  const names = ['left', 'right'];
  const children = names.map((name) => ({ name, child: startChild(EDITOR) }));
  await Promise.all(children.map(({ child }) => child.written(1)));
  for (const { name, child } of children) child.send(`${path} ${id} ${name} ${EDITS}`);
  await Promise.all(children.map(({ child }) => child.written(2)));

  const refused = children.reduce((sum, { child }) => sum + Number(child.lines[1]), 0);
  expect(refused).toBeGreaterThan(0);
  const audience = audienceOf(OPERATOR, NOW);
  const article = await store.newsroom.find(id, audience);
  const edits = names.flatMap((name) => Array.from({ length: EDITS }, (_, at) => `${name}-${at + 1}`));
  expect(article?.open?.content.tags.toSorted()).toEqual(edits.toSorted());
  expect(article?.version).toBe(1 + edits.length);
  expect(article?.open?.revision).toBe(1 + edits.length);
  expect((await store.newsroom.revisions(id, WHOLE, audience)).rows[0]?.number).toBe(1 + edits.length);
  expect(await store.audit.verify()).toMatchObject({ entries: edits.length, broken: null });
});
