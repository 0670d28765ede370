import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { Instant } from '../../../domain/time.ts';
import { openWriter } from '../engine/connection.ts';
import { isBusy, sentenceOf } from '../engine/errors.ts';
import { makeFolder } from '../engine/make-folder.ts';
import { migrate } from '../engine/migrate.ts';
import { syncToDisk } from '../engine/sync-to-disk.ts';
import { isRecordOf } from './reconcile.ts';
import { type Continuation, continueRecord } from './record-continuation.ts';
import { readRecordFile } from './record-file.ts';
import { createRecorder } from './recorder.ts';
import { giveSecondName } from './second-name.ts';
import { type Contents, inspectDatabase, takeSnapshot } from './snapshot.ts';

export interface RestoreOptions {
  readonly database: string;
  /** Its record of removals. */
  readonly removals: string;
  readonly backup: string;
  /** Whether to go on where the record is missing, damaged, or that of another database. */
  readonly withoutRecord: boolean;
  readonly now: Instant;
}

export interface Restored {
  readonly contents: Contents;
  /** Where what stood there before lies now; null where nothing did. */
  readonly aside: string | null;
  readonly record: Continuation;
}

/**
 * Puts a backup in the place of the database. Whoever opens it next finds that the record knows more, and does again what
 * was taken away since. The record is told just before the last step, so that no backup stands there which it does not know
 * of; until then nothing has changed. What stood there is kept.
 * @throws Error with a sentence for the operator
 */
export async function putBack({ database, removals, backup, withoutRecord, now }: RestoreOptions): Promise<Restored> {
  const stamp = now.replaceAll(/[:.]/g, '-');
  const staged = `${database}.${stamp}.new`;
  let letGo = (): void => undefined;
  try {
    if (!existsSync(backup)) throw new Error(`there is no file ${backup}`);
    if (statSync(backup).isDirectory()) throw new Error(`${backup} is a folder, not a file`);
    const contents = await inspectDatabase(backup);
    makeFolder(dirname(database));
    letGo = holdAlone(database, removals);
    takeSnapshot(backup, staged);
    const record = stage(staged, { removals, withoutRecord, now, aside: `${removals}.${stamp}` });
    const aside = existsSync(database) ? `${database}.${stamp}` : null;
    keepAside(database, `${database}.${stamp}`);
    renameSync(staged, database);
    syncToDisk(dirname(database));
    return { contents, aside, record };
  } catch (error) {
    throw new Error(`nothing was restored: ${sentenceOf(error)}`, { cause: error });
  } finally {
    letGo();
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(staged + end, { force: true });
  }
}

/** Keeps what stands there under another name, and leaves the database its own: at no moment is there none. */
function keepAside(database: string, aside: string): void {
  for (const end of ['-wal', '-shm']) if (existsSync(database + end)) renameSync(database + end, aside + end);
  if (existsSync(database)) giveSecondName(database, aside);
}

/**
 * Keeps everybody else from a database until it is let go of, and writes down first what it knows and its record does not:
 * a process may have died before it did.
 * @throws Error when somebody has it open
 */
function holdAlone(database: string, removals: string): () => void {
  if (!existsSync(database)) return () => undefined;
  const client = new Database(database, { timeout: 0 });
  try {
    // Leaving the write-ahead log takes that nobody else is connected, even without doing anything.
    client.pragma('journal_mode = delete');
    client.exec('begin exclusive');
    writeDown(client, removals);
    return () => void client.close();
  } catch (error) {
    client.close();
    if (isBusy(error)) {
      throw new Error(`${database} is in use: stop the server, and whatever else has it open, first`, { cause: error });
    }
    throw new Error(
      `${database} cannot be opened (${sentenceOf(error)}), so nothing here can tell whether a server has it open: make ` +
        'sure that none has, move the file away, and ask again',
      { cause: error },
    );
  }
}

function writeDown(client: Database.Database, removals: string): void {
  const text = readRecordFile(removals);
  const hasTable = client.prepare("select 1 from sqlite_schema where name = 'removals'").get() !== undefined;
  if (text && !text.damaged && hasTable && isRecordOf({ client }, text)) createRecorder({ client }, removals).write();
}

/** Makes of the copy a database of this program, and has the record know more than it does. */
function stage(staged: string, continuing: Parameters<typeof continueRecord>[1]): Continuation {
  const writer = openWriter(staged);
  try {
    migrate(writer.client);
    return continueRecord(writer, continuing);
  } finally {
    writer.client.close();
  }
}
