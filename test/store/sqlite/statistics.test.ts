import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { everyone } from '../../../src/domain/visibility.ts';
import { fillWithArticles } from '../../support/many-articles.ts';
import { statementsOf } from '../../support/prepared-statements.ts';
import { publicReads } from '../../support/public-reads.ts';
import { NOW } from '../../support/release.ts';
import { openTemporaryStore, temporaryDatabase } from '../../support/sqlite-store.ts';

/** Rows that say how many there are of something, and samples of them. */
function statisticsOf(path: string): { readonly counts: unknown; readonly samples: unknown } {
  const database = new Database(path);
  const [counts, samples] = ['sqlite_stat1', 'sqlite_stat4'].map((table) =>
    database.prepare(`select count(*) from ${table}`).pluck().get(),
  );
  database.close();
  return { counts, samples };
}

it('a database that is closed knows how much there is, and has no samples for which statements are planned anew', async () => {
  const path = temporaryDatabase();
  const store = openTemporaryStore(path);
  await fillWithArticles(store, path, 2);
  for (const read of publicReads(store).slice(0, 40)) await read(everyone(NOW));
  await store.close();
  const other = new Database(path);
  other.exec('analyze');
  other.close();
  expect(statisticsOf(path)).toEqual({ counts: expect.any(Number), samples: expect.any(Number) });
  expect(statisticsOf(path).samples).toBeGreaterThan(0);
  await openTemporaryStore(path).close();
  const { counts, samples } = statisticsOf(path);
  expect(counts).toBeGreaterThan(10);
  expect(samples).toBe(0);
});

it('no limit is a value that the planner looks at', async () => {
  const store = openTemporaryStore();
  for (const read of publicReads(store)) {
    const executed = await statementsOf(() => read(everyone(NOW)));
    expect(executed.filter(({ sql }) => /\b(limit|offset) \?/.test(sql))).toEqual([]);
  }
});
