import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { everyone } from '../../../src/domain/visibility.ts';
import type { Maker } from '../../../src/store/shown.ts';
import { put } from '../../support/newsroom.ts';
import { NOW } from '../../support/release.ts';
import { migratedDatabase, openTemporaryStore } from '../../support/sqlite-store.ts';

const maker: Maker = { id: 'test', listing: () => '{}', whole: () => '{}', digest: () => 'd' };
const KEY = `(select key from public_articles where slug = 'a')`;
const CORRECTION = `insert into public_corrections (key, edition, at, note) values (${KEY}, 2, '${NOW}', 'Wrong.')`;

const WRITES = [
  `update public_articles set title = 'Another' where slug = 'a'`,
  `update public_bodies set html = '<p>Another.</p>' where key = ${KEY}`,
  `update public_quotes set text = 'Another.' where article_key = ${KEY}`,
  CORRECTION,
  `${CORRECTION}; delete from unshown; update public_corrections set note = 'Put right.'`,
  `update public_officials set name = 'Another' where slug = 'ann'`,
  `update public_organisations set name = 'Another' where slug = 'water'`,
  `update public_areas set name = 'Another' where slug = 'fenwick'`,
];

test('whatever writes a row that an article shows something of, what is kept of the article is not shown any more', async () => {
  const path = migratedDatabase();
  const store = openTemporaryStore(path);
  await put(store, { name: 'a', area: 'Fenwick', quotes: [{ by: 'Ann', of: 'Water' }] }, { name: 'other' });
  while ((await store.articles.keepShown(maker, 10)) > 0);
  const database = new Database(path);
  const queued = database.prepare('select slug from unshown join public_articles using (key)').pluck();
  const unshown = WRITES.map((write) => {
    database.exec(`begin; ${write}`);
    const slugs = queued.all();
    database.exec('rollback');
    return [write, slugs];
  });
  database.close();
  expect(unshown).toEqual(WRITES.map((write) => [write, ['a']]));
});

test('an update of the program that is taken back leaves nothing that is made anew for every reader', async () => {
  const path = migratedDatabase();
  const made: string[] = [];
  const makerOf = (id: string): Maker => ({ ...maker, id, whole: () => `{${made.push(id)}}` });
  for (const id of ['old', 'new', 'old']) {
    const store = openTemporaryStore(path);
    if (made.length === 0) await put(store, { name: 'a' });
    while ((await store.articles.keepShown(makerOf(id), 10)) > 0);
    const before = made.length;
    await store.articles.show('a', everyone(NOW), makerOf(id));
    expect(made.length).toBe(before);
    await store.close();
  }
  expect(made).toEqual(['old', 'new', 'old']);
});
