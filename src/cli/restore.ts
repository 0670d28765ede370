import { readConfig } from '../config.ts';
import { systemClock } from '../domain/time.ts';
import { recordBeside } from '../store/sqlite/record/record-file.ts';
import { putBack } from '../store/sqlite/record/restore.ts';
import { describeContents } from './backup.ts';
import { withDeps } from './open.ts';
import { describeRestoration } from './restoration.ts';

export interface RestoreFlags {
  /** Go on where the record of removals is missing, damaged, or that of another database. */
  readonly withoutRecord?: boolean;
}

/** The command `restore`: puts a backup in place, takes away again what was taken away since, and says what it did. */
export async function runRestore(backup: string, { withoutRecord = false }: RestoreFlags): Promise<void> {
  const config = readConfig();
  const { database, removals = recordBeside(database) } = config;
  const now = systemClock.now();
  const { contents, aside, record } = await putBack({ database, removals, backup, withoutRecord, now });
  print(describeContents(backup, contents));
  if (aside) print(`What stood there before is kept as ${aside}: delete it when you do not need it any more.\n`);
  if (record.aside) print(`The record that could not be gone on with is kept as ${record.aside}.\n`);
  if (record.fault) print(NOT_KNOWN);
  await withDeps(config, async () => undefined, {
    onRestored: (restoration) => print(describeRestoration(restoration)),
  });
  print(`${database} is restored: start the server, and empty the caches in front of it.\n`);
}

const NOT_KNOWN =
  'The record of removals was not whole: what was withdrawn, revoked or taken out of the schedule since the backup may be as ' +
  'if it had not been. Look through it before you start the server.\n';

function print(text: string): void {
  process.stdout.write(text);
}
