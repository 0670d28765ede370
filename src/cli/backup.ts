import { readConfig } from '../config.ts';
import { systemClock } from '../domain/time.ts';
import { takeBackup } from '../store/sqlite/record/backup.ts';
import { recordBeside } from '../store/sqlite/record/record-file.ts';
import type { Contents } from '../store/sqlite/record/snapshot.ts';

export interface BackupFlags {
  readonly force?: boolean;
}

/** The command `backup`: says what the backup holds, on standard output. */
export async function runBackup(to: string, { force = false }: BackupFlags): Promise<void> {
  const { database, removals = recordBeside(database) } = readConfig();
  const contents = await takeBackup({ database, removals, to, force, now: systemClock.now() });
  process.stdout.write(describeContents(to, contents));
}

/** What a database holds, in lines for people. */
export function describeContents(path: string, contents: Contents): string {
  const { articles, publicArticles, revisions, sequence, changedAt, bytes, auditHead } = contents;
  return [
    `${path}: ${articles} articles, ${publicArticles} of them public, ${revisions} revisions, ${(bytes / 1e6).toFixed(1)} MB`,
    sequence === 0 ? 'Nothing was ever public' : `Up to change ${sequence}, of ${changedAt}`,
    `Every page, reference and audit entry was read and is whole; the head of the trail is ${auditHead}`,
    '',
  ].join('\n');
}
