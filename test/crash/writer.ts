import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { addressOf } from '../support/address.ts';
import { put } from '../support/newsroom.ts';
import { pairOf } from './pair.ts';

// A process of its own for kill.test.ts: it is told a database and a prefix, writes pairs of releases until it is
// killed, the second version of each at once after the first, and reports every pair that the store acknowledged.
const [order]: string[] = await once(createInterface({ input: process.stdin }), 'line');
const [path = '', prefix = ''] = order?.split(' ') ?? [];
const store = openSqliteStore({ path, newId: randomUUID, addressOf });
for (let count = 1; ; count += 1) {
  for (const version of [1, 2]) {
    const name = `${prefix}x${count}`;
    await put(store, ...pairOf(name, version));
    process.stdout.write(`${name} ${version}\n`);
  }
}
