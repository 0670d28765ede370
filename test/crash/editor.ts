import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { OPERATOR } from '../../src/domain/actor.ts';
import { newestEdition } from '../../src/domain/article.ts';
import { sendNothing } from '../../src/domain/outbound.ts';
import { Problem } from '../../src/domain/problem.ts';
import { systemClock } from '../../src/domain/time.ts';
import { audienceOf } from '../../src/domain/visibility.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { DEFAULT_RULES } from '../../src/usecases/deps.ts';
import { patchArticle } from '../../src/usecases/write-article.ts';
import { addressOf } from '../support/address.ts';

// A process of its own for racing-edits.test.ts: it is told a database, an article, its own name and a number of edits,
// adds a tag with each of them to what it has read, and reads again whenever somebody else was faster.
process.stdout.write('loaded\n');
const [order]: string[] = await once(createInterface({ input: process.stdin }), 'line');
const [path = '', id = '', name = '', edits = ''] = order?.split(' ') ?? [];
const store = openSqliteStore({ path, newId: randomUUID, addressOf });
const deps = { store, clock: systemClock, newId: randomUUID, rules: DEFAULT_RULES, send: sendNothing };
let refused = 0;
for (let edit = 1; edit <= Number(edits); ) {
  try {
    await addTag(`${name}-${edit}`);
    edit += 1;
  } catch (error) {
    if (!(error instanceof Problem && error.code === 'stale_edition')) throw error;
    refused += 1;
  }
}
await store.close();
process.stdout.write(`${refused}\n`);

async function addTag(tag: string): Promise<void> {
  const read = await store.newsroom.find(id, audienceOf(OPERATOR, systemClock.now()));
  const tags = read && newestEdition(read)?.content.tags;
  if (!tags) throw new Error('the article is lost');
  // Gives the other process its chance between the reading and the writing.
  await new Promise((resolve) => setImmediate(resolve));
  const options = { actor: OPERATOR, version: read.version, dryRun: false, once: null };
  await patchArticle(deps, id, { tags: [...tags, tag] }, options);
}
