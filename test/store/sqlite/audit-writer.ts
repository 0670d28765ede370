import { randomUUID } from 'node:crypto';
import { systemClock } from '../../src/domain/time.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';

/** A process of its own that appends 25 entries to the trail of the database it is given. */
const [, , path = ''] = process.argv;
const store = openSqliteStore({ path, newId: randomUUID });
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
