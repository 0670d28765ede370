import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import { addressOf } from '../../support/address.ts';

// A process of its own for opening.test.ts: opens each database that it is told, and says when it is ready.
process.stdout.write('loaded\n');
for await (const path of createInterface({ input: process.stdin })) {
  const store = openSqliteStore({ path, newId: randomUUID, addressOf });
  await store.ready();
  await store.close();
  process.stdout.write('ready\n');
}
