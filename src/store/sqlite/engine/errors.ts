import Database from 'better-sqlite3';

/**
 * Whether the engine itself failed (a full disk, a failing fsync, a lock that another process holds) rather than the
 * one change that it carried out, whose rows may break a constraint.
 */
export function isEngineFailure(error: unknown): boolean {
  return error instanceof Database.SqliteError && !error.code.startsWith('SQLITE_CONSTRAINT');
}

/** Whether another process is writing. */
export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/** Whether there was no room on the disk, for what the engine wrote or for a file beside it. */
export function isFull(error: unknown): boolean {
  if (error instanceof Database.SqliteError) return /^SQLITE_(?:FULL|IOERR_SHMSIZE)$/.test(error.code);
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}

/** What is wrong with a database file, for the operator. */
export function sentenceOf(error: unknown): string {
  const code = error instanceof Database.SqliteError ? error.code : undefined;
  if (code === undefined) return error instanceof Error ? error.message : String(error);
  const [primary = code] = /^SQLITE_[A-Z]+/.exec(code) ?? [];
  return SENTENCES.get(primary) ?? code;
}

const SENTENCES: ReadonlyMap<string, string> = new Map([
  ['SQLITE_NOTADB', 'it is not an SQLite database'],
  ['SQLITE_CORRUPT', 'it is damaged; restore a backup'],
  ['SQLITE_CANTOPEN', 'it is no file that this user may open'],
  ['SQLITE_READONLY', 'this user may not write it'],
  ['SQLITE_BUSY', 'another program holds it'],
  ['SQLITE_FULL', 'the disk is full'],
  ['SQLITE_IOERR', 'the disk does not do what it should'],
]);
