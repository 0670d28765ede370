import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { systemClock } from '../../../src/domain/time.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import { addressOf } from '../../support/address.ts';

// A process of its own for audit.test.ts: appends 25 entries to the trail of each database that it is told.
process.stdout.write('loaded\n');
for await (const path of createInterface({ input: process.stdin })) {
  const store = openSqliteStore({ path, newId: randomUUID, addressOf });
  for (let number = 1; number <= 25; number += 1) {
    await store.audit.append({
      at: systemClock.now(),
      actor: `process:${process.pid}`,
      actorTitle: 'A writer',
      action: 'test.written',
      outcome: 'accepted',
      subject: null,
      detail: { number },
    });
  }
  await store.close();
  process.stdout.write('written\n');
}
