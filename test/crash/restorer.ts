import { once } from 'node:events';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { createInterface } from 'node:readline';
import { putBack } from '../../src/store/sqlite/record/restore.ts';
import { NOW } from '../support/release.ts';

// A process of its own for restore-kill.test.ts: it is told a database, its record, a backup, and before which naming of a
// file it dies while it puts the backup in place. It reports what it brought to its end.
const [order]: string[] = await once(createInterface({ input: process.stdin }), 'line');
const [database = '', removals = '', backup = '', last = ''] = order?.split(' ') ?? [];

let namings = 0;
const counted =
  (name: (from: fs.PathLike, to: fs.PathLike) => void) =>
  (from: fs.PathLike, to: fs.PathLike): void => {
    namings += 1;
    if (namings === Number(last)) {
      process.kill(process.pid, 'SIGKILL');
      // The signal needs a moment, in which nothing more may be done.
      for (;;);
    }
    name(from, to);
  };
fs.linkSync = counted(fs.linkSync);
fs.renameSync = counted(fs.renameSync);
syncBuiltinESMExports();

await putBack({ database, removals, backup, withoutRecord: false, now: NOW });
process.stdout.write('restored\n');
