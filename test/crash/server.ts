import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { sendNothing } from '../../src/domain/outbound.ts';
import { systemClock } from '../../src/domain/time.ts';
import { createApp } from '../../src/http/app.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { DEFAULT_RULES } from '../../src/usecases/deps.ts';
import { OPTIONS } from '../http/installation.ts';
import { addressOf } from '../support/address.ts';

// A process of its own for claimed-import.test.ts: it is told a database, serves the API on it, and says where.
const [path = '']: string[] = await once(createInterface({ input: process.stdin }), 'line');
const store = openSqliteStore({ path, newId: randomUUID, addressOf });
const deps = { store, clock: systemClock, newId: randomUUID, rules: DEFAULT_RULES, send: sendNothing };
const app = await createApp(deps, OPTIONS);
await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${app.listeningOrigin}\n`);
