import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { everyone } from '../../../src/domain/visibility.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import { addressOf } from '../../support/address.ts';
import { startChild } from '../../support/child.ts';
import { put, slugsOf } from '../../support/newsroom.ts';
import { NOW } from '../../support/release.ts';
import { openTemporaryStore, temporaryDatabase } from '../../support/sqlite-store.ts';

const OPENER = new URL('./opener.ts', import.meta.url);
const ROUNDS = 15;
const MIGRATIONS = readdirSync(new URL('../../../migrations', import.meta.url)).filter((name) =>
  name.endsWith('.sql'),
).length;

function opening(path: string): () => unknown {
  return () => openSqliteStore({ path, newId: randomUUID, addressOf });
}

/** A database of this program in which something is then changed by hand. */
async function databaseWith(sql: string): Promise<string> {
  const path = temporaryDatabase();
  await openSqliteStore({ path, newId: randomUUID, addressOf }).close();
  const database = new Database(path);
  database.exec(sql);
  database.close();
  return path;
}

describe('opening a database', () => {
  it('creates the file and its folder, and keeps what is in it', async () => {
    const path = join(temporaryDatabase(), 'deep', 'down.db');
    const first = openSqliteStore({ path, newId: randomUUID, addressOf });
    await first.ready();
    await put(first, { name: 'a' });
    await first.close();
    const second = openTemporaryStore(path);
    expect(await slugsOf(second)).toEqual(['a']);
  });

  it.each([
    ['that the system refuses', '/proc/nowhere/deep', 'cannot be opened: E'],
    ['below a file', import.meta.filename, 'cannot be opened: ENOTDIR: not a directory'],
  ])('ends at a folder %s', (_what, folder, told) => {
    expect(opening(join(folder, 'news', 'x.db'))).toThrow(told);
  });

  it('keeps what a part needs when the first use of it is refused', async () => {
    const store = openTemporaryStore();
    const refuse = () => {
      throw new Error('refused');
    };
    await expect(store.previews.change('a', everyone(NOW), refuse, { dryRun: false, once: null })).rejects.toThrow(
      'refused',
    );
    await put(store, { name: 'a' });
    expect(await slugsOf(store)).toEqual(['a']);
  });

  it('may be closed twice, and then reads and writes no more', async () => {
    const store = openTemporaryStore();
    await store.close();
    await store.close();
    await expect(store.ready()).rejects.toThrow('not open');
    await expect(async () => store.articles.find('a', everyone(NOW))).rejects.toThrow('not open');
    await expect(put(store, { name: 'a' })).rejects.toThrow('not open');
  });

  it('twice at once shows each what the other has written, and lifts what is due once', async () => {
    const path = temporaryDatabase();
    const [one, other] = [openTemporaryStore(path), openTemporaryStore(path)];
    await put(one, { name: 'a' }, { name: 'b', publishAt: shifted(NOW, 1) });
    expect(await slugsOf(other)).toEqual(['a']);
    await put(other, { name: 'a', title: 'Corrected' });
    expect(await one.articles.find('a', everyone(NOW))).toMatchObject({ title: 'Corrected', edition: 2 });
    expect((await slugsOf(other, {}, shifted(NOW, 1))).sort()).toEqual(['a', 'b']);
    expect((await slugsOf(one, {}, shifted(NOW, 1))).sort()).toEqual(['a', 'b']);
    expect(await one.changes.newest(everyone(NOW))).toMatchObject({ sequence: 3 });
  });

  it('refuses a newer database', async () => {
    const path = await databaseWith("insert into __drizzle_migrations (hash, created_at) values ('later', 1)");
    expect(opening(path)).toThrow(
      `the database ${path} cannot be opened: it is newer than this program (${MIGRATIONS + 1} migrations against ${MIGRATIONS}): ` +
        'start a newer Dateline, or restore the backup that was taken before the upgrade',
    );
  });

  it('refuses a database that other migrations have made', async () => {
    const path = await databaseWith("update __drizzle_migrations set hash = 'other' where id = 2");
    expect(opening(path)).toThrow(
      `the database ${path} cannot be opened: its migration 2 is not the one of this program: it has another history`,
    );
  });

  it('refuses the database of another program, and leaves it as it was', () => {
    const path = temporaryDatabase();
    const database = new Database(path);
    database.exec('create table orders (id integer primary key)');
    database.close();
    expect(opening(path)).toThrow(`the database ${path} cannot be opened: it belongs to another program`);
    const after = new Database(path);
    expect(after.prepare('select name from sqlite_schema').pluck().all()).toEqual(['orders']);
    after.close();
  });

  it('refuses a file that is no database, and leaves it as it was', () => {
    const path = temporaryDatabase();
    const text = 'Dear diary,\n'.repeat(100);
    writeFileSync(path, text);
    expect(opening(path)).toThrow(`the database ${path} cannot be opened: it is not an SQLite database`);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('refuses a folder', () => {
    const path = temporaryDatabase();
    mkdirSync(path);
    expect(opening(path)).toThrow(`the database ${path} cannot be opened: it is no file that this user may open`);
  });

  it('migrates once when two processes start at once', async () => {
    const children = [startChild(OPENER), startChild(OPENER)];
    await Promise.all(children.map((child) => child.written(1)));
    for (let round = 1; round <= ROUNDS; round += 1) {
      const path = temporaryDatabase();
      for (const child of children) child.send(path);
      await Promise.all(children.map((child) => child.written(1 + round)));
      const database = new Database(path, { readonly: true });
      expect(database.prepare('select count(*) from __drizzle_migrations').pluck().get()).toBe(MIGRATIONS);
      database.close();
    }
  });
});
