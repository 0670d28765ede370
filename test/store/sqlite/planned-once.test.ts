import { expect, it } from 'vitest';
import { everyone } from '../../../src/domain/visibility.ts';
import { put } from '../../support/newsroom.ts';
import { statementsOf } from '../../support/prepared-statements.ts';
import { publicReads } from '../../support/public-reads.ts';
import { NOW } from '../../support/release.ts';
import { openTemporaryStore } from '../../support/sqlite-store.ts';

/** A parameter that the planner may look at; those of an insert are no part of a plan. */
const BARE_PARAMETER = /(?<!\+)\?/;

it('no statement of a read or a write has a parameter for which SQLite plans it anew at every run', async () => {
  const store = openTemporaryStore();
  const writes = [
    () => put(store, { name: 'r1', area: 'County', tags: ['all'], quotes: [{ by: 'Ann', of: 'Police' }] }),
    () => put(store, { name: 'r1', title: 'Another' }),
  ];
  const seen = new Set<string>();
  for (const run of [...writes, ...publicReads(store).map((read) => () => read(everyone(NOW)))]) {
    for (const { sql } of await statementsOf(run)) {
      if (!/^insert into/.test(sql)) seen.add(sql);
    }
  }
  expect(seen.size).toBeGreaterThan(100);
  expect([...seen].filter((sql) => BARE_PARAMETER.test(sql))).toEqual([]);
});
