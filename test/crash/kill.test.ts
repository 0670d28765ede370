import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { OPERATOR } from '../../src/domain/actor.ts';
import { audienceOf, everyone } from '../../src/domain/visibility.ts';
import type { Store } from '../../src/store/store.ts';
import { checkDatabase } from '../support/check-database.ts';
import { type Child, startChild } from '../support/child.ts';
import { slugsOf, WHOLE } from '../support/newsroom.ts';
import { NOW, urlOf } from '../support/release.ts';
import { migratedDatabase, openTemporaryStore } from '../support/sqlite-store.ts';
import { wordOf } from './pair.ts';

const KILLS = 20;
/** A slow machine kills fewer of them. */
const BUDGET_MILLIS = 15_000;
/** The longest that a writer lives after its first acknowledgement. */
const LIFE_MILLIS = 80;
const WRITER = new URL('./writer.ts', import.meta.url);

it('kill -9 loses nothing that was acknowledged, and leaves nothing half', { timeout: 120_000 }, async () => {
  const path = migratedDatabase();
  const deadline = performance.now() + BUDGET_MILLIS;
  const acknowledged = new Map<string, number>();
  // The next process starts while the present one works: loading the program takes longer than its life.
  let next = startChild(WRITER);
  for (let round = 1; round <= KILLS && performance.now() < deadline; round += 1) {
    const child = next;
    next = startChild(WRITER);
    const fresh = await killedWhileWriting(child, path, `r${round}`);
    for (const [name, version] of fresh) acknowledged.set(name, version);
    checkWhole(path);
    const store = openTemporaryStore(path);
    for (const [name, version] of fresh) await checkPair(store, name, version);
    await store.close();
  }
  await next.kill();
  const store = openTemporaryStore(path);
  for (const [name, version] of acknowledged) await checkPair(store, name, version);
  expect(acknowledged.size).toBeGreaterThan(3);
});

/** The version of each pair that the process reported before it died. */
async function killedWhileWriting(child: Child, path: string, prefix: string): Promise<Map<string, number>> {
  child.send(`${path} ${prefix}`);
  await child.written(1);
  await wait(Math.random() * LIFE_MILLIS);
  await child.kill();
  return new Map(
    child.lines.map((line): [string, number] => {
      const [name = '', version] = line.split(' ');
      return [name, Number(version)];
    }),
  );
}

/** No article is without its edition, no edition without its revision and its text, and pairs are whole. */
function checkWhole(path: string): void {
  const database = new Database(path);
  checkDatabase(database);
  const halves = `
    select 'article without edition', id from articles where id not in (select article_id from editions)
    union all select 'edition without revision', id from editions where not exists (
      select 1 from revisions where edition_id = editions.id and number = editions.revision)
    union all select 'open edition without rendering', id from editions
      where state in ('draft', 'scheduled') and id not in (select edition_id from renderings)
    union all select 'rendering that was moved and stayed', id from editions
      where state in ('live', 'superseded') and id in (select edition_id from renderings)
    union all select 'live edition that is not public', article_id from editions
      where state = 'live' and article_id not in (select id from public_articles)
    union all select 'public article without body', id from public_articles where key not in (select key from public_bodies)
    union all select 'public article with half its listings', id from public_articles
      where (select count(*) from public_listings where key = public_articles.key) <> 11
    union all select 'public article with half its quotes', id from public_articles
      where (select count(*) from public_quotes where article_key = public_articles.key) <> 2
    union all select 'half a pair', url from articles where not exists (
      select 1 from articles other where other.url = replace(articles.url, '-public', '-draft'))`;
  expect(database.prepare(halves).all()).toEqual([]);
  database.close();
}

/** What was acknowledged stands whole; the version after it may have been kept without the report getting out. */
async function checkPair(store: Store, name: string, version: number): Promise<void> {
  const slug = `${name}-public`;
  const found = await store.articles.find(slug, everyone(NOW));
  const kept = found?.title === `Title ${wordOf(name, version)}` ? version : version + 1;
  const word = wordOf(name, kept);
  expect(found).toMatchObject({
    title: `Title ${word}`,
    body: { html: `<p>Body ${word}</p>` },
    tags: [name, word],
    edition: kept,
    quotes: [{ text: `First ${word}` }, { text: `Second ${word}` }],
  });
  const search = [{ words: [word], prefix: false }];
  expect(await slugsOf(store, { search })).toEqual([slug]);
  expect(await slugsOf(store, { tag: word, area: 'fenwick', official: 'ann-lee' })).toEqual([slug]);
  expect((await store.quotes.list({ ...WHOLE, search }, everyone(NOW))).rows).toHaveLength(2);
  const newsroom = audienceOf(OPERATOR, NOW);
  expect(await sourceOf(store, slug, newsroom)).toBe(`Source ${word}`);
  expect(await sourceOf(store, `${name}-draft`, newsroom)).toBe(`Draft ${word}`);
}

async function sourceOf(
  store: Store,
  name: string,
  audience: ReturnType<typeof everyone>,
): Promise<string | undefined> {
  const source = await store.articles.source(urlOf(name), audience);
  return source && 'bytes' in source ? new TextDecoder().decode(source.bytes) : undefined;
}
