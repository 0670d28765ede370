import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { Problem } from '../../../src/domain/problem.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import type { ChangeRequest } from '../../../src/store/article-change.ts';
import { statementsOf } from '../../support/prepared-statements.ts';
import { NOW, release } from '../../support/release.ts';
import { migratedDatabase, openTemporaryStore } from '../../support/sqlite-store.ts';

const named = (name: string) => release({ name });
const failing = (name: string, error: Error): ChangeRequest => ({
  ...named(name),
  decide: () => {
    throw error;
  },
});

function refusalOf(reason: unknown): string {
  return reason instanceof Problem ? `${reason.code}: ${reason.cause}` : String(reason);
}

/** Every change by itself, all in one turn of the event loop. */
async function changeTogether(requests: readonly ChangeRequest[]) {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  await store.articles.change([named('first')]);
  let outcomes: (boolean | string)[] = [];
  const executed = await statementsOf(async () => {
    const settled = await Promise.allSettled(requests.map((request) => store.articles.change([request])));
    outcomes = settled.map((one) =>
      one.status === 'fulfilled' ? one.value.length === 1 && one.value[0]?.ok === true : refusalOf(one.reason),
    );
  });
  const page = await store.articles.list({ limit: 100, position: null, sort: 'title', count: true }, everyone(NOW));
  return {
    outcomes,
    isPublic: page.rows.map(({ slug }) => slug),
    begun: executed.filter(({ sql }) => /^begin immediate/i.test(sql)).length,
  };
}

test('changes that come together are one transaction, and each gets what became of its own', async () => {
  const requests = [named('a'), failing('b', new Error('It is refused.')), named('c')];
  expect(await changeTogether(requests)).toEqual({
    outcomes: [true, false, true],
    isPublic: ['a', 'c', 'first'],
    begun: 1,
  });
});

test('one that the engine cannot carry out fails by itself, and the others are carried out', async () => {
  const full = new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
  expect(await changeTogether([named('a'), failing('b', full), named('c')])).toEqual({
    outcomes: [true, `unavailable: ${full}`, true],
    isPublic: ['a', 'c', 'first'],
    begun: 4,
  });
});

test('while another process writes, they wait for it together, and once', async () => {
  const busy = new Database.SqliteError('database is locked', 'SQLITE_BUSY');
  expect(await changeTogether([named('a'), failing('b', busy), named('c')])).toEqual({
    outcomes: Array.from({ length: 3 }, () => `unavailable: ${busy}`),
    isPublic: ['first'],
    begun: 1,
  });
});

test('fifteen at most are one transaction, and all keep their order', async () => {
  const names = Array.from({ length: 31 }, (_, at) => `n${String(at).padStart(2, '0')}`);
  const { outcomes, isPublic, begun } = await changeTogether(names.map(named));
  expect({ outcomes, isPublic, begun }).toEqual({
    outcomes: names.map(() => true),
    isPublic: ['first', ...names],
    begun: 3,
  });
});
