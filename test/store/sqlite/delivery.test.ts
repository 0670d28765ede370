import { expect, it } from 'vitest';
import { everyone } from '../../../src/domain/visibility.ts';
import { put } from '../../support/newsroom.ts';
import { type Executed, statementsOf } from '../../support/prepared-statements.ts';
import { publicReads } from '../../support/public-reads.ts';
import { tablesOf } from '../../support/query-plan.ts';
import { NOW } from '../../support/release.ts';
import { openTemporaryStore } from '../../support/sqlite-store.ts';

/** What is public, what is made of nothing else, and tables that only one statement has: `wanted` are numbers that it is given. */
const PUBLIC = /^(?:public_\w+|shown_\w+|unshown|json_each|wanted|page)$/;

it('delivery reads nothing but public tables, and looks for due editions', async () => {
  const store = openTemporaryStore();
  await put(store, { name: 'r1', quotes: [{ by: 'Ann', of: 'Police' }], area: 'County', tags: ['all'] });
  const read = new Set<string>();
  const lookups = new Set<string>();
  for (const run of publicReads(store)) {
    const executed = await statementsOf(() => run(everyone(NOW)));
    expect(executed.every(({ database }) => database.readonly)).toBe(true);
    expect([executed[0]?.sql, executed.at(-1)?.sql]).toEqual(['begin', 'commit']);
    for (const statement of executed.slice(1, -1)) {
      const tables = tablesOf(statement);
      if (tables.join() === 'editions') lookups.add(statement.sql);
      else for (const table of tables) read.add(table);
    }
  }
  expect([...lookups]).toEqual([expect.stringContaining('scheduled')]);
  expect([...read].filter((table) => !PUBLIC.test(table))).toEqual([]);
  expect(read).toContain('public_search');
  expect(read.size).toBeGreaterThan(9);
});

it('sources are the one read of newsroom tables', async () => {
  const store = openTemporaryStore();
  const reads = await statementsOf(() => store.articles.source('r1', everyone(NOW)));
  expect([reads[0]?.sql, reads.at(-1)?.sql]).toEqual(['begin', 'commit']);
  expect(reads.flatMap((read) => [tablesOf(read)]).filter((tables) => tables.length > 0)).toEqual([
    ['public_latest', 'public_state'],
    ['editions'],
    ['articles', 'editions', 'revisions'],
  ]);
});

it('sees the tables of a statement, so that the tests above can fail', () => {
  const store = openTemporaryStore();
  return statementsOf(() => store.ready()).then(([ready]) => {
    const planted = (sql: string): Executed[] => (ready ? [{ ...ready, sql }] : []);
    expect(planted('select slug from public_articles where key in (select 1 from articles)').flatMap(tablesOf)).toEqual(
      ['articles', 'public_articles'],
    );
    expect(planted('select body from public_search_source').flatMap(tablesOf)).toEqual([
      'public_articles',
      'public_bodies',
    ]);
  });
});
