import { existsSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Instant } from '../../../domain/time.ts';
import { openWriter } from '../engine/connection.ts';
import { sentenceOf } from '../engine/errors.ts';
import { assertNotNewer } from '../engine/migrate.ts';
import { syncToDisk } from '../engine/sync-to-disk.ts';
import { openRecord } from './reconcile.ts';
import { giveSecondName } from './second-name.ts';
import { type Contents, type Growth, growthOf, inspectDatabase, takeSnapshot } from './snapshot.ts';

export interface BackupOptions {
  readonly database: string;
  /** Its record of removals. */
  readonly removals: string;
  readonly to: string;
  /** Whether it may take the place of a file. */
  readonly force: boolean;
  readonly now: Instant;
}

/**
 * Takes a backup of a database that others may be using, checks it, and only then gives it its name.
 * @throws Error with a sentence for the operator; then there is no new file
 */
export async function takeBackup({ database, removals, to, force, now }: BackupOptions): Promise<Contents> {
  const draft = join(dirname(to), `.${basename(to)}.${process.pid}`);
  try {
    if (!existsSync(database)) throw new Error(`there is no database ${database}`);
    if (!isFolder(dirname(to))) throw new Error(`there is no folder ${dirname(to)}`);
    if (isFolder(to)) throw new Error(`${to} is a folder: name the file too`);
    refuseTaken(to, { database, removals, force });
    const before = takeSnapshot(database, draft);
    const contents = await inspectDatabase(draft);
    refuseLess(contents, before, noteBackup({ database, removals, now }));
    if (force) renameSync(draft, to);
    else giveName(draft, to);
    syncToDisk(dirname(to));
    return contents;
  } catch (error) {
    throw new Error(`no backup was taken: ${sentenceOf(error)}`, { cause: error });
  } finally {
    if (isFolder(dirname(draft))) for (const end of ['', '-journal']) rmSync(draft + end, { force: true });
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function refuseTaken(
  to: string,
  { database, removals, force }: Pick<BackupOptions, 'database' | 'removals' | 'force'>,
) {
  if (!existsSync(to)) return;
  const own = [database, removals].filter((path) => existsSync(path)).map((path) => realpathSync(path));
  if (own.includes(realpathSync(to))) throw new Error(`${to} is in use: it cannot hold the backup`);
  if (!force) throw taken(to);
}

function taken(to: string): Error {
  return new Error(`${to} exists already; --force takes its place`);
}

function giveName(draft: string, to: string): void {
  try {
    giveSecondName(draft, to);
  } catch (error) {
    throw existsSync(to) ? taken(to) : error;
  }
}

/**
 * Writes into the database, and into its record, that there is a backup, which does not know of it: so it is known for a
 * backup when it is put back, whatever else has happened since. One that was made before there were records has none.
 * Gives what the database holds by then.
 */
function noteBackup({ database, removals, now }: Pick<BackupOptions, 'database' | 'removals' | 'now'>): Growth {
  const writer = openWriter(database);
  const { client } = writer;
  try {
    assertNotNewer(client);
    if (!client.prepare("select 1 from sqlite_schema where name = 'removals'").get()) return growthOf(client);
    const { recorder } = openRecord(writer, removals, () => {
      throw new Error('the database is older than its record of removals: start the server first');
    });
    client.prepare("insert into removals (event) values (json_object('event', 'backup', 'at', +?))").run(now);
    recorder.settle(0);
    return growthOf(client);
  } finally {
    client.close();
  }
}

function refuseLess(contents: Contents, before: Growth, after: Growth): void {
  for (const name of ['articles', 'revisions', 'sequence'] as const) {
    const isBetween = before[name] <= contents[name] && contents[name] <= after[name];
    if (!isBetween) throw new Error(`the copy does not hold what the database does (${name})`);
  }
}
