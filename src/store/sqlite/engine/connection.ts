import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { openDrizzle } from './compiled-queries.ts';
import { makeFolder } from './make-folder.ts';
import { makeOwnFile } from './own-files.ts';
import type { Reserve } from './reserve.ts';

/** One connection: the driver for pragmas, transactions and full text, Drizzle for everything else. */
export interface Connection {
  readonly client: Database.Database;
  readonly db: BetterSQLite3Database;
  /** Room for what cannot wait; a writer's, where somebody keeps one. */
  readonly reserve?: Reserve;
}

/** The one that writes, and the one that readers are served from: every other statement is of one of them. */
export interface Connections {
  readonly reader: Connection;
  readonly writer: Connection;
}

/** Milliseconds that a connection waits for another process's write. */
const BUSY_TIMEOUT_MILLIS = 5_000;
/** Milliseconds between two attempts to switch the write-ahead log on. */
const WAL_PAUSE_MILLIS = 20;
/** Kibibytes of pages that a reader keeps in memory. */
const READER_CACHE_KIBIBYTES = 8_000;
/** Of a writer no more: nearly every commit walks through all of them, because SQLite looks for pages that are no more. */
const WRITER_CACHE_KIBIBYTES = 4_000;
/** An import writes to some forty pages for each article, all over the lists. */
const BULK_CACHE_KIBIBYTES = 40_000;
/** Changes of one transaction that make it a bulk of them. */
export const BULK_CHANGES = 16;
/**
 * Pages of 4 kB in the write-ahead log before a commit copies them into the database, which keeps its process for another ten
 * milliseconds or more. A publication writes some sixty, many of them the same ones each time; with SQLite's thousand, one
 * publication in fifteen waits for that, and all who read beside it.
 */
const CHECKPOINT_PAGES = 8_000;
/** Bytes that the write-ahead log keeps on disk after a checkpoint. */
const WAL_LIMIT_BYTES = 64 * 1024 * 1024;
/** Older ones can corrupt a write-ahead log. */
const OLDEST_SQLITE = [3, 51, 3] as const;

/**
 * Opens the one connection that writes, creating the file and its folder where they are missing. A commit is on the
 * disk before it returns: the driver lowers `synchronous` when it switches the write-ahead log on, so it is set after
 * it and read back.
 * @throws Error when SQLite is too old or does not take a setting
 */
export function openWriter(path: string): Connection {
  makeFolder(dirname(path));
  makeOwnFile(path);
  const client = new Database(path, { timeout: BUSY_TIMEOUT_MILLIS });
  try {
    assertSqlite(client);
    switchToWal(client);
    client.pragma('synchronous = FULL');
    client.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    client.pragma(`journal_size_limit = ${WAL_LIMIT_BYTES}`);
    setCommon(client, WRITER_CACHE_KIBIBYTES);
    assertPragma(client, 'journal_mode', 'wal');
    assertPragma(client, 'synchronous', 2);
    return { client, db: openDrizzle(client) };
  } catch (error) {
    client.close();
    throw error;
  }
}

/** Opens a connection that can only read, beside an open writer. */
export function openReader(path: string): Connection {
  const client = new Database(path, { timeout: BUSY_TIMEOUT_MILLIS, readonly: true, fileMustExist: true });
  try {
    setCommon(client, READER_CACHE_KIBIBYTES);
    return { client, db: openDrizzle(client) };
  } catch (error) {
    client.close();
    throw error;
  }
}

/**
 * Lets a writer hold in memory what a savepoint or a statement may have to undo, which SQLite writes to a temporary file
 * otherwise: every page that a change touches, once more. Not for migrations, which sort whole tables.
 */
export function undoInMemory({ client }: Connection): void {
  client.pragma('temp_store = MEMORY');
  assertPragma(client, 'temp_store', 2);
}

/** Gives a writer room in memory for a transaction of so many changes; it keeps the room until there are fewer in one. */
export function createRoom({ client }: Connection): (changes: number) => void {
  let kibibytes = WRITER_CACHE_KIBIBYTES;
  return (changes) => {
    const wanted = changes >= BULK_CHANGES ? BULK_CACHE_KIBIBYTES : WRITER_CACHE_KIBIBYTES;
    if (wanted === kibibytes) return;
    client.pragma(`cache_size = -${wanted}`);
    kibibytes = wanted;
  };
}

/** SQLite does not wait by itself when two processes switch a new database at once. */
function switchToWal(client: Database.Database): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; ; waited += WAL_PAUSE_MILLIS) {
    try {
      client.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      const isBusy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (!isBusy || waited >= BUSY_TIMEOUT_MILLIS) throw error;
      Atomics.wait(pause, 0, 0, WAL_PAUSE_MILLIS);
    }
  }
}

function setCommon(client: Database.Database, cacheKibibytes: number): void {
  client.pragma(`busy_timeout = ${BUSY_TIMEOUT_MILLIS}`);
  client.pragma('foreign_keys = ON');
  client.pragma(`cache_size = -${cacheKibibytes}`);
  client.pragma('trusted_schema = OFF');
  assertPragma(client, 'foreign_keys', 1);
}

function assertPragma(client: Database.Database, name: string, expected: string | number): void {
  const found = client.pragma(name, { simple: true });
  if (found !== expected) throw new Error(`SQLite did not take ${name} = ${expected}: it is ${found}`);
}

function assertSqlite(client: Database.Database): void {
  const version = String(client.prepare('select sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  const difference = OLDEST_SQLITE.map((part, at) => (parts[at] ?? 0) - part).find((delta) => delta !== 0) ?? 0;
  if (difference < 0) throw new Error(`SQLite ${OLDEST_SQLITE.join('.')} or newer is needed, this is ${version}`);
}
