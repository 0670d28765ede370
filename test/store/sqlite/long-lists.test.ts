import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { FACET_KINDS, MAX_FACETED } from '../../../src/domain/query.ts';
import { shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import { checkDatabase } from '../../support/check-database.ts';
import { fillWithArticles, SAVED } from '../../support/many-articles.ts';
import { put, WHOLE } from '../../support/newsroom.ts';
import { statementsOf } from '../../support/prepared-statements.ts';
import { planOf } from '../../support/query-plan.ts';
import { NOW } from '../../support/release.ts';
import { migratedDatabase, openTemporaryStore } from '../../support/sqlite-store.ts';
import { keepAll } from '../conformance/breakdown.ts';

/** What fills a database makes so many of each. */

it('a list of many articles is broken down whole where that is kept, and else by the newest of them', async () => {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  const times = MAX_FACETED / SAVED + 1;
  await fillWithArticles(store, path, times);
  const breakdown = async (filters: object) => {
    const { facets } = await store.articles.list(
      { ...WHOLE, limit: 1, sort: '-publishedAt', ...filters, facets: ['tag'] },
      everyone(NOW),
    );
    const [{ articles: first = 0 } = {}, { articles: second = 0 } = {}] = facets?.tag ?? [];
    return [facets?.isComplete, first, second];
  };
  const tagged = (times * SAVED) / 20;
  const before = shifted(NOW, 1);
  expect(await breakdown({})).toEqual([false, MAX_FACETED + 1, expect.any(Number)]);
  await keepAll(store);
  expect(await breakdown({})).toEqual([true, times * SAVED, tagged]);
  expect(await breakdown({ tag: 'all' })).toEqual([true, times * SAVED, tagged]);
  expect(await breakdown({ tag: 'all', before })).toEqual([false, MAX_FACETED + 1, expect.any(Number)]);
  expect(await breakdown({ area: 'town', before })).toEqual([true, (times * SAVED) / 4, expect.any(Number)]);
  await put(store, { name: 'one-more', tags: ['all', 'tag-1'] });
  expect(await breakdown({})).toEqual([true, times * SAVED + 1, tagged + 1]);
}, 120_000);

it('what is kept of long lists is found by indexes, and counted in one go when it is much', async () => {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  const database = new Database(path);
  database.exec('update public_state set kept_from = 3');
  await put(store, ...['a', 'b', 'c', 'd'].map((name) => ({ name, tags: ['x', name] })));
  const list = () =>
    store.articles.list({ ...WHOLE, sort: '-publishedAt', tag: 'x', facets: FACET_KINDS }, everyone(NOW));
  const executed = [...(await statementsOf(() => keepAll(store))), ...(await statementsOf(list))];
  const plans = executed.filter(({ sql }) => /^(select|with)/.test(sql)).flatMap((each) => planOf(each));
  expect(plans.filter((step) => /public_facet/.test(step)).length).toBeGreaterThan(5);
  expect(plans.filter((step) => /SCAN public_facet(s|_counts|_sets)\b/.test(step))).toEqual([]);

  const noted = database.prepare('select count(*) from public_facet_notes').pluck();
  await put(store, { name: 'one' });
  expect(noted.get()).toBe(1);
  await put(store, ...Array.from({ length: 70 }, (_, at) => ({ name: `many-${at}`, tags: ['x'] })));
  expect(noted.get()).toBe(0);
  checkDatabase(database);
  database.close();
});
