import { expect, it, onTestFinished } from 'vitest';
import type { Connection } from '../../../src/store/sqlite/engine/connection.ts';
import { openWriter } from '../../../src/store/sqlite/engine/connection.ts';
import { migrate } from '../../../src/store/sqlite/engine/migrate.ts';
import { createArrivals, openArrivals, prepareSettle } from '../../../src/store/sqlite/public/arrivals.ts';
import { openRenamed } from '../../../src/store/sqlite/public/renamed.ts';
import { createSearchIndex } from '../../../src/store/sqlite/public/search/search-index.ts';
import { checkDatabase } from '../../support/check-database.ts';
import { migrationsBefore } from '../../support/migrated-database.ts';
import { put, slugsOf } from '../../support/newsroom.ts';
import { openTemporaryStore, temporaryDatabase } from '../../support/sqlite-store.ts';

/** A writer within a transaction. */
function openTransaction(): Connection {
  const connection = openWriter(temporaryDatabase());
  onTestFinished(() => void connection.client.close());
  migrate(connection.client);
  openArrivals(connection);
  openRenamed(connection);
  connection.client.exec('begin');
  return connection;
}

/** The rows of an article that an index mirrors. */
function insertArticle({ client }: Connection, key: number): void {
  client
    .prepare(
      `insert into public_articles
       (key, id, slug, url, title, language, tags, published_at, published_at_precision, updated_at, edition)
       values (@key, @name, @name, @name, @name, 'en', '[]', '2020-10-29T00:00:00.000Z', 'day', '', 1)`,
    )
    .run({ key, name: `article${key}` });
  client
    .prepare("insert into public_bodies (key, html, markdown, text, officials) values (?, '', '', 'body', '')")
    .run(key);
}

function entries({ client }: Connection): unknown[] {
  return client
    .prepare(
      "select key from public_search join public_articles on place = public_search.rowid where public_search match 'body'",
    )
    .pluck()
    .all();
}

it('enters what has arrived when the transaction settles, and once', () => {
  const connection = openTransaction();
  const arrivals = createArrivals(connection);
  const settle = prepareSettle(connection);
  insertArticle(connection, 1);
  arrivals.add(1);
  expect(entries(connection)).toEqual([]);
  settle();
  settle();
  expect(entries(connection)).toEqual([1]);
  checkDatabase(connection.client);
});

it('lists every article that has arrived, however many and wherever their keys lie', () => {
  const connection = openTransaction();
  const arrivals = createArrivals(connection);
  const keys = [1, 128, 129, 130, ...Array.from({ length: 300 }, (_, at) => 1_000 + at)];
  for (const key of keys) {
    insertArticle(connection, key);
    arrivals.add(key);
  }
  prepareSettle(connection)();
  const listed = connection.client.prepare('select key from public_listings where facet = ? order by key').pluck();
  expect([listed.all('all'), listed.all('language:en')]).toEqual([keys, keys]);
  checkDatabase(connection.client);
});

it('never enters an article whose savepoint was undone', () => {
  const connection = openTransaction();
  const arrivals = createArrivals(connection);
  connection.client.exec('savepoint change');
  insertArticle(connection, 1);
  arrivals.add(1);
  connection.client.exec('rollback to change');
  insertArticle(connection, 2);
  arrivals.add(2);
  prepareSettle(connection)();
  expect(entries(connection)).toEqual([2]);
  checkDatabase(connection.client);
});

it('forgets an article that still waits, and one that does not', () => {
  const connection = openTransaction();
  const arrivals = createArrivals(connection);
  const settle = prepareSettle(connection);
  for (const key of [1, 2]) insertArticle(connection, key);
  arrivals.add(1);
  settle();
  arrivals.add(2);
  expect([1, 2].map(arrivals.leave)).toEqual([false, true]);
  createSearchIndex(connection).remove(1);
  settle();
  expect(entries(connection)).toEqual([]);
});

it('is made anew at an upgrade where what it holds has characters that nobody sees', () => {
  const { client } = openWriter(temporaryDatabase());
  onTestFinished(() => void client.close());
  migrate(client, migrationsBefore('0036'));
  const article = client.prepare(
    `insert into public_articles
     (key, id, slug, url, title, language, tags, published_at, published_at_precision, updated_at, edition)
     values (@key, @key, @key, @key, @title, 'en', '[]', '2020-10-29T00:00:00.000Z', 'day', '', 1)`,
  );
  for (const [key, title] of ['Vol\u00adunteers', 'Volunteers'].entries()) {
    article.run({ key: key + 1, title });
    client
      .prepare("insert into public_bodies (key, html, markdown, text, officials) values (?, '', '', '', '')")
      .run(key + 1);
  }
  client.exec(`insert into public_search (public_search) values ('rebuild')`);
  const found = client
    .prepare("select rowid & 0x3ffffff from public_search where public_search match 'volunteers'")
    .pluck();
  expect(found.all()).toEqual([2]);
  migrate(client);
  expect(found.all()).toEqual([1, 2]);
  for (const index of ['public_search', 'public_quote_search']) {
    client.exec(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`);
  }
});

it('finds the last words of an article that one batch publishes twice', async () => {
  const store = openTemporaryStore();
  await put(store, { name: 'flood', text: 'first' });
  await put(store, { name: 'flood', text: 'second' }, { name: 'flood', text: 'third' });
  const find = (word: string) => slugsOf(store, { search: [{ words: [word], prefix: false }] });
  expect([await find('first'), await find('second'), await find('third')]).toEqual([[], [], ['flood']]);
});
