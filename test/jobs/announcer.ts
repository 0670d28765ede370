import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { sendNothing } from '../../src/domain/outbound.ts';
import { shifted } from '../../src/domain/time.ts';
import { announceDue } from '../../src/jobs/announce-due.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { DEFAULT_RULES } from '../../src/usecases/deps.ts';
import { addressOf } from '../support/address.ts';
import { instant } from '../support/time.ts';

// A process of its own for announce-due.test.ts: it is told a database, an instant and a number of milliseconds, runs
// the job at each of them, and reports every announcement.
process.stdout.write('loaded\n');
const [order]: string[] = await once(createInterface({ input: process.stdin }), 'line');
const [path = '', from = '', millis = ''] = order?.split(' ') ?? [];
const store = openSqliteStore({ path, newId: randomUUID, addressOf });
let now = instant(from);
const deps = { store, clock: { now: () => now }, newId: randomUUID, rules: DEFAULT_RULES, send: sendNothing };
const announce = announceDue(deps, { info: ({ article }) => void process.stdout.write(`${article}\n`) });
for (let passed = 0; passed < Number(millis); passed += 1) {
  await announce();
  now = shifted(now, 1);
}
await store.close();
process.stdout.write('finished\n');
