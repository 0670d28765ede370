import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { LISTING } from '../../../src/domain/article.ts';
import { MAX_EMBARGO_NEWS } from '../../../src/domain/embargo.ts';
import { audienceOf } from '../../../src/domain/visibility.ts';
import { followAsPartner } from '../../../src/usecases/follow-as-partner.ts';
import { putOne } from '../../support/newsroom.ts';
import { NOW } from '../../support/release.ts';
import { migratedDatabase, openTemporaryStore } from '../../support/sqlite-store.ts';
import { openDelivering, openPartner } from '../../support/syndication.ts';

it('what became of embargoes is told in parts, and all of it', async () => {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  await putOne(store, { name: 'a' });
  const { deps } = openDelivering(store);
  const { id, actor } = await openPartner(deps);
  const count = 2 * MAX_EMBARGO_NEWS;
  const file = new Database(path);
  file.pragma('foreign_keys = off');
  file.exec(`with recursive row (n) as (select 1 union all select n + 1 from row where n < ${count + 1})
    insert into partner_changes (number, partner_id, article_id, at) select n, '${id}', 'article-' || n, '${NOW}' from row`);
  file.close();
  const audience = audienceOf(actor, NOW);
  expect(await store.syndication.news(null, audience)).toEqual({ changes: [], sequence: count + 1, more: false });
  const told: string[] = [];
  const parts: [number, number, boolean][] = [];
  for (let after = 1; ; ) {
    const news = await store.syndication.news(after, audience);
    if (!news) throw new Error('the place is lost');
    told.push(...news.changes.map(({ articleId }) => articleId));
    parts.push([news.changes.length, news.sequence, news.more]);
    after = news.sequence;
    if (!news.more) break;
  }
  expect(parts).toEqual([
    [MAX_EMBARGO_NEWS, MAX_EMBARGO_NEWS + 1, true],
    [MAX_EMBARGO_NEWS, count + 1, true],
    [0, count + 1, false],
  ]);
  const asked = { follower: null, limit: 5, wish: LISTING };
  const start = await followAsPartner(deps, asked, audience, String);
  const behind = { ...start.follower, own: { sequence: 1, areas: 'null' } };
  const followed = await followAsPartner(deps, { ...asked, follower: behind }, audience, String);
  expect([start.more, followed.more]).toEqual([false, true]);
  expect(told).toEqual(Array.from({ length: count }, (_, at) => `article-${at + 2}`));
});
