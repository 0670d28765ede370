import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { growTo } from '../../bench/bulk.ts';
import { areasDocument } from '../../bench/county.ts';
import { madeRelease } from '../../bench/releases.ts';
import { OPERATOR } from '../../src/domain/actor.ts';
import { sendNothing } from '../../src/domain/outbound.ts';
import type { Slice } from '../../src/domain/query.ts';
import { systemClock } from '../../src/domain/time.ts';
import { everyone } from '../../src/domain/visibility.ts';
import { DEFAULT_RULES } from '../../src/usecases/deps.ts';
import { type ImportInput, importReleases } from '../../src/usecases/import-releases.ts';
import { registerAreas } from '../../src/usecases/register-areas.ts';
import { checkDatabase } from '../support/check-database.ts';
import { openTemporaryStore, temporaryDatabase } from '../support/sqlite-store.ts';

const COUNT = 12;
const TIMES = 3;

async function* inputs(): AsyncGenerator<ImportInput> {
  for (let at = 0; at < COUNT; at += 1) {
    const { slug, bytes } = madeRelease(1, at);
    yield { name: slug, kind: 'markdown', bytes };
  }
}

it('a database that has grown holds for readers what an import leaves, but for shorter bodies and fewer quotes', async () => {
  const path = temporaryDatabase();
  const first = openTemporaryStore(path);
  const deps = { store: first, clock: systemClock, newId: randomUUID, rules: DEFAULT_RULES, send: sendNothing };
  await registerAreas(deps, areasDocument(), { actor: OPERATOR, dryRun: false });
  for await (const { outcome } of importReleases(deps, inputs(), { actor: OPERATOR, publish: true, dryRun: false })) {
    expect(outcome).toBe('published');
  }
  await first.close();
  const database = new Database(path);
  database.exec(`update public_state set kept_from = ${COUNT * 2}`);
  growTo(path, TIMES);
  checkDatabase(database);
  const counted = (sql: string) => database.prepare(sql).all();
  expect(
    counted(`select key % ${COUNT} as made, count(*) as articles, count(distinct entries) as kinds from (
      select key, (select count(*) from public_listings where key = article.key) as entries from public_articles article)
      group by made having articles <> ${TIMES} or kinds <> 1`),
  ).toEqual([]);
  database.close();

  const store = openTemporaryStore(path);
  const now = everyone(systemClock.now());
  const { slug } = madeRelease(1, 3);
  const original = await store.articles.find(slug, now);
  const copy = await store.articles.find(`${slug}-2`, now);
  expect(copy).toMatchObject({
    title: original?.title,
    area: original?.area,
    tags: original?.tags,
    officials: original?.officials.slice(0, 1),
  });
  const all: Slice<unknown> = await store.articles.list({ sort: '-publishedAt', limit: 100, position: null }, now);
  expect(all.rows).toHaveLength(COUNT * TIMES);
  const word = [{ words: [original?.title.split(' ')[0]?.toLowerCase() ?? ''], prefix: false }];
  const found = await store.articles.list({ sort: '-publishedAt', limit: 100, position: null, search: word }, now);
  expect(found.rows.filter((row) => row.title === original?.title)).toHaveLength(TIMES);
});
