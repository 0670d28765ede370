import { expect, it, onTestFinished } from 'vitest';
import type { ArticleListing } from '../../../src/domain/article.ts';
import type { ArticleQuery, Slice } from '../../../src/domain/query.ts';
import { foldedText, titleKey } from '../../../src/domain/search.ts';
import { shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import { openWriter } from '../../../src/store/sqlite/engine/connection.ts';
import { migrate } from '../../../src/store/sqlite/engine/migrate.ts';
import { MAX_SORTED } from '../../../src/store/sqlite/public/page-entries.ts';
import type { Store } from '../../../src/store/store.ts';
import { fillWithArticles, SAVED } from '../../support/many-articles.ts';
import { migrationsBefore } from '../../support/migrated-database.ts';
import { statementsOf } from '../../support/prepared-statements.ts';
import { NOW } from '../../support/release.ts';
import { migratedDatabase, openTemporaryStore, temporaryDatabase } from '../../support/sqlite-store.ts';

const TIMES = Math.ceil(MAX_SORTED / SAVED) + 1;

type Filters = Pick<ArticleQuery, 'tag' | 'area' | 'from' | 'language'>;

async function titlesOf(store: Store, filters: Filters): Promise<{ titles: string[]; walks: boolean }> {
  const titles: string[] = [];
  const executed = await statementsOf(async () => {
    let position: ArticleQuery['position'] = null;
    do {
      const page: Slice<ArticleListing> = await store.articles.list(
        { sort: 'title', limit: 100, position, ...filters },
        everyone(NOW),
      );
      titles.push(...page.rows.map(({ title, id }) => `${title} ${id}`));
      position = page.next;
    } while (position !== null);
  });
  return { titles, walks: executed.some(({ sql }) => /from "public_articles" (where|order by) /.test(sql)) };
}

it('a list of many by title is that of all titles, one of few is sorted, and both are in one order', async () => {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  await fillWithArticles(store, path, TIMES);
  const all = await titlesOf(store, {});
  expect(all).toMatchObject({ walks: true, titles: { length: TIMES * SAVED } });
  const ordered = all.titles.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  expect(all.titles.map((title) => title.split(' ')[2])).toEqual(ordered.map((title) => title.split(' ')[2]));

  expect(await titlesOf(store, { tag: 'all', language: 'en-GB' })).toEqual(all);
  const town = await titlesOf(store, { area: 'town' });
  expect(town).toMatchObject({ walks: false, titles: { length: (TIMES * SAVED) / 4 } });
  expect(town.titles).toEqual(all.titles.filter((title) => town.titles.includes(title)));
  const latest = await titlesOf(store, { tag: 'all', from: shifted(NOW, -10 * 60_000) });
  expect(latest).toMatchObject({ walks: false, titles: { length: TIMES * 11 } });
  expect(latest.titles).toEqual(all.titles.filter((title) => latest.titles.includes(title)));
});

it('are in the order of their first letters after an upgrade, and the others stay untouched', () => {
  const { client } = openWriter(temporaryDatabase());
  onTestFinished(() => void client.close());
  migrate(client, migrationsBefore('0043'));
  const insert = client.prepare(
    `insert into public_articles
     (key, id, slug, url, title, title_key, language, tags, published_at, published_at_precision, updated_at, edition)
     values (@key, @key, @key, @key, @title, @titleKey, 'en', '[]', '2020-10-29T00:00:00.000Z', 'day', '', 1)`,
  );
  const titles = ['“Ôl-troed” found', 'Arson', 'Zebra', '‘Ŵyl’', '"Bees"'];
  for (const [key, title] of titles.entries()) insert.run({ key, title, titleKey: foldedText(title) });
  client.exec('delete from unshown');
  const keys = client.prepare('select title_key from public_articles order by key').pluck();
  const ordered = client.prepare('select title from public_articles order by title_key, id').pluck();
  expect(ordered.all()).toEqual(['"Bees"', 'Arson', 'Zebra', '‘Ŵyl’', '“Ôl-troed” found']);
  migrate(client);
  expect(ordered.all()).toEqual(['Arson', '"Bees"', '“Ôl-troed” found', '‘Ŵyl’', 'Zebra']);
  expect(keys.all()).toEqual(titles.map(titleKey));
  expect(client.prepare('select key from unshown order by key').pluck().all()).toEqual([0, 3, 4]);
});
