import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { everyone } from '../../src/domain/visibility.ts';
import { createLog } from '../../src/log.ts';
import type { Store } from '../../src/store/store.ts';
import { openPressOffice } from '../http/press-office.ts';
import { checkDatabase } from '../support/check-database.ts';
import { put, slugsOf } from '../support/newsroom.ts';
import { statementsOf } from '../support/prepared-statements.ts';
import { NOW, release, urlOf } from '../support/release.ts';
import { openTemporaryStore, temporaryDatabase } from '../support/sqlite-store.ts';

/** The store's own connection for writing, met at a change that does nothing. */
async function writerOf(store: Store): Promise<Database.Database> {
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

  await expect(store.articles.change(batch)).rejects.toMatchObject({
    code: 'unavailable',
    retryAfterSeconds: 10,
    cause: { code: 'SQLITE_FULL' },
  });
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

it('over HTTP a full disk is 503, with when to come again, and the reason in the log alone; readers notice nothing', async () => {
  const logged: string[] = [];
  const logger = createLog('error', { write: (line) => logged.push(line) });
  const office = await openPressOffice({ logger });
  const editor = await office.desk('editor', { name: 'Sam Hunt' });
  await office.publish({ slug: 'before' });
  const writer = await writerOf(office.store);
  const pages = Number(writer.pragma('page_count', { simple: true }));
  writer.pragma(`max_page_count = ${pages}`);
  const draft = { title: 'A long story', body: { markdown: 'A long story. '.repeat(5_000) } };

  const refused = await editor.create(draft);
  expect([refused.status, refused.headers['retry-after'], refused.body]).toEqual([
    503,
    '10',
    expect.objectContaining({
      code: 'unavailable',
      detail: 'The server cannot use its database now. Try again, and tell the operator if that does not help.',
    }),
  ]);
  expect(logged.map((line) => JSON.parse(line).err.cause.code)).toEqual(['SQLITE_FULL']);
  expect((await office.get('/v1/articles/before')).status).toBe(200);

  writer.pragma(`max_page_count = ${pages + 10_000}`);
  expect((await editor.create(draft)).status).toBe(201);
  await office.close();
});
