import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { everyone } from '../../src/domain/visibility.ts';
import { checkDatabase } from '../support/check-database.ts';
import { put, slugsOf } from '../support/newsroom.ts';
import { statementsOf } from '../support/prepared-statements.ts';
import { NOW, release, urlOf } from '../support/release.ts';
import { openTemporaryStore, temporaryDatabase } from '../support/sqlite-store.ts';

/** The store's own connection for writing, met at a change that does nothing. */
async function writerOf(store: ReturnType<typeof openTemporaryStore>): Promise<Database.Database> {
  const executed = await statementsOf(() => store.articles.change([]));
  const writer = executed.find(({ database }) => !database.readonly)?.database;
  if (!writer) throw new Error('no statement of the writer was heard');
  return writer;
}

it('a full disk refuses the whole batch, keeps nothing of it, and is forgotten when there is room again', async () => {
  const path = temporaryDatabase();
  const store = openTemporaryStore(path);
  await put(store, { name: 'before' });
  const newest = await store.changes.newest(everyone(NOW));
  const writer = await writerOf(store);
  // A page limit stands for the disk: SQLite takes the same way out of both, with the same code.
  const pages = Number(writer.pragma('page_count', { simple: true }));
  writer.pragma(`max_page_count = ${pages + 2}`);
  const text = 'A long story. '.repeat(5_000);
  const batch = [
    release({ name: 'small', publishAt: null }),
    release({ name: 'large', text }),
    release({ name: 'last' }),
  ];

  await expect(store.articles.change(batch)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  expect(await slugsOf(store)).toEqual(['before']);
  expect(await store.articles.saved(['small', 'large', 'last'].map(urlOf))).toEqual(new Map());
  expect(await store.changes.newest(everyone(NOW))).toEqual(newest);
  const second = new Database(path);
  checkDatabase(second);
  second.close();

  writer.pragma(`max_page_count = ${pages + 10_000}`);
  await expect(store.articles.change(batch)).resolves.toMatchObject([{ ok: true }, { ok: true }, { ok: true }]);
  expect((await slugsOf(store)).sort()).toEqual(['before', 'large', 'last']);
});
