import { expect, it } from 'vitest';
import type { ArticleWish, BodyFormat } from '../../../src/domain/article.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import { put, WHOLE } from '../../support/newsroom.ts';
import { statementsOf } from '../../support/prepared-statements.ts';
import { tablesOf } from '../../support/query-plan.ts';
import { NOW } from '../../support/release.ts';
import { openTemporaryStore } from '../../support/sqlite-store.ts';

type Wish = ArticleWish<'title' | 'area' | 'body' | 'officials' | 'quotes'>;

/** What finds the article, and what tells in which state of the public a list was read. */
const ALWAYS = ['public_listings', 'public_articles', 'json_each', 'public_latest', 'public_state'];

/** The other tables that are opened, and the columns of bodies that are read. */
async function readFor(wish: Wish) {
  const store = openTemporaryStore();
  await put(store, { name: 'r1', quotes: [{ by: 'Ann', of: 'Police' }], area: 'County', tags: ['all'] });
  const list = () => store.articles.list({ ...WHOLE, sort: 'title' }, everyone(NOW), wish);
  const one = () => store.articles.find('r1', everyone(NOW), wish);
  const [listed = [], found = []] = await Promise.all(
    [await statementsOf(list), await statementsOf(one)].map((run) => {
      const reads = run.filter(({ sql }) => /^select .* from "?(public_|\()/s.test(sql));
      const tables = new Set(reads.flatMap(tablesOf));
      for (const table of ALWAYS) tables.delete(table);
      const formats = ['html', 'markdown', 'text'].filter((format) =>
        reads.some(
          ({ sql }) => sql.includes(`"public_bodies"."${format}"`) || sql.startsWith(`select "key", "${format}"`),
        ),
      );
      return [...tables, ...formats].sort();
    }),
  );
  expect(found).toEqual(listed);
  return listed;
}

it.each<[Wish['parts'], readonly BodyFormat[], readonly string[]]>([
  [['title'], [], []],
  [['title', 'area'], [], ['public_areas']],
  [['body'], ['text'], ['public_bodies', 'text']],
  [['officials'], [], ['public_officials', 'public_quotes']],
  [['quotes'], [], ['public_officials', 'public_organisations', 'public_quotes']],
])('%j with the formats %j is read from these tables alone', async (parts, formats, expected) => {
  expect(await readFor({ parts, formats })).toEqual(expected);
});
