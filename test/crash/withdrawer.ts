import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { createInterface } from 'node:readline';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { addressOf } from '../support/address.ts';
import { deciding, withdrawal } from '../support/newsroom.ts';

// A process of its own for removal-kill.test.ts: it is told a database, an article, and the step at which it dies while it
// withdraws the article. It would report the acknowledgement.
const [order]: string[] = await once(createInterface({ input: process.stdin }), 'line');
const [path = '', id = '', step = ''] = order?.split(' ') ?? [];

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  // The signal needs a moment, in which nothing more may be done.
  for (;;);
};
const { writeSync, fsyncSync } = fs;
const store = openSqliteStore({ path, newId: randomUUID, addressOf });

if (step === 'committed') fs.openSync = die;
if (step === 'half-written') {
  fs.writeSync = (file: number, bytes: string | NodeJS.ArrayBufferView, ...rest: unknown[]) => {
    const [offset, length, position] = rest.map(Number);
    if (typeof bytes !== 'string') writeSync(file, bytes, offset, Math.floor((length ?? 0) / 2), position);
    return die();
  };
}
if (step === 'written') fs.fsyncSync = die;
if (step === 'on-the-disk') {
  fs.fsyncSync = (file) => {
    fsyncSync(file);
    die();
  };
}
syncBuiltinESMExports();

const withdraw = withdrawal('gone', { explanation: 'A mistake.' });
const decide = () => (step === 'decided' ? die() : { withdraw });
await store.articles.change([deciding(id, {}, { decide })]);
process.stdout.write('acknowledged\n');
