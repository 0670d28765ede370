import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { createRoom, openReader, openWriter } from '../../../src/store/sqlite/engine/connection.ts';
import { openTemporaryStore, temporaryDatabase } from '../../support/sqlite-store.ts';

function openedDatabase(): Database.Database {
  const path = temporaryDatabase();
  openTemporaryStore(path);
  return new Database(path, { readonly: true });
}

it('a commit is on the disk before it returns, and foreign keys hold', () => {
  const path = temporaryDatabase();
  // SQLite has another default for a file that is in WAL mode already.
  for (const _opening of ['new', 'known']) {
    const { client } = openWriter(path);
    client.exec('create table if not exists written (id integer) strict; insert into written values (1)');
    expect(client.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(client.pragma('synchronous', { simple: true })).toBe(2);
    expect(client.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(client.pragma('busy_timeout', { simple: true })).toBe(5_000);
    expect(client.pragma('trusted_schema', { simple: true })).toBe(0);
    client.close();
  }
});

it('a writer has much room in memory for a transaction of many changes only', () => {
  const writer = openWriter(temporaryDatabase());
  const makeRoom = createRoom(writer);
  const room = () => writer.client.pragma('cache_size', { simple: true });
  const rooms = [1, 15, 16, 512, 1].map((changes) => {
    makeRoom(changes);
    return room();
  });
  writer.client.close();
  expect(rooms).toEqual([-4_000, -4_000, -40_000, -40_000, -4_000]);
});

it('the connection that reads cannot write', () => {
  const path = temporaryDatabase();
  const writer = openWriter(path);
  const reader = openReader(path);
  expect(() => reader.client.exec('create table x (y integer) strict')).toThrow('readonly');
  reader.client.close();
  writer.client.close();
});

it('no foreign key deletes or empties what refers to it', () => {
  const database = openedDatabase();
  const actions = database
    .prepare<[], { readonly on_delete: string; readonly on_update: string }>(
      'select on_delete, on_update from pragma_table_list tables, pragma_foreign_key_list(tables.name)',
    )
    .all();
  database.close();
  expect(actions.length).toBeGreaterThan(10);
  expect(new Set(actions.map((action) => `${action.on_delete}/${action.on_update}`))).toEqual(
    new Set(['RESTRICT/NO ACTION']),
  );
});

it('every foreign key has an index on its side, so that a deletion scans nothing', () => {
  const database = openedDatabase();
  const unindexed = database
    .prepare(
      `select tables.name || '.' || keys."from" from pragma_table_list tables, pragma_foreign_key_list(tables.name) keys
       where tables.name like 'public_%' and not exists (
         select 1 from pragma_index_list(tables.name) indexes, pragma_index_info(indexes.name) columns
         where columns.seqno = 0 and columns.name = keys."from")
       and not exists (select 1 from pragma_table_info(tables.name) own where own.name = keys."from" and own.pk = 1)`,
    )
    .pluck()
    .all();
  database.close();
  expect(unindexed).toEqual([]);
});
