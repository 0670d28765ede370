import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { put } from '../../support/newsroom.ts';
import { statementsOf } from '../../support/prepared-statements.ts';
import { NOW } from '../../support/release.ts';
import { openTemporaryStore } from '../../support/sqlite-store.ts';

let store: Store;
beforeEach(async () => {
  store = openTemporaryStore();
  const bare = { nameCy: null, kind: null, gss: null };
  await store.areas.register(
    [
      { ...bare, key: 'county', name: 'County', parentKey: null },
      { ...bare, key: 'town', name: 'Town', parentKey: 'county' },
    ],
    NOW,
  );
  await put(store, { name: 'a', area: 'Town', quotes: [{ by: 'Ann Lee', of: 'Tarn', text: 'Words.' }] });
});

async function readsOf(ask: () => Promise<unknown>) {
  return (await statementsOf(ask)).filter(({ sql }) => /^select/i.test(sql) || /^with/i.test(sql));
}

describe.each(['areas', 'organisations', 'officials'] as const)('the register of %s', (register) => {
  const whole = { limit: 100, position: null };

  it('reads a page, and each entry, in one state', async () => {
    const { rows } = await store.names[register].list(whole);
    const [first] = rows;
    for (const ask of [
      () => store.names[register].list(whole),
      () => store.names[register].find(first?.key ?? 'none'),
    ]) {
      const reads = await readsOf(ask);
      expect(reads.length).toBeGreaterThan(1);
      expect(reads.filter(({ isInTransaction }) => !isInTransaction)).toEqual([]);
    }
  });
});

it('what lies in an area is not walked through for an entry', async () => {
  const reads = await readsOf(() => store.names.areas.list({ limit: 100, position: null }));
  expect(reads.filter(({ sql }) => /recursive/i.test(sql))).toEqual([]);
});
