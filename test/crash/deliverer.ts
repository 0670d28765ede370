import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { OPERATOR } from '../../src/domain/actor.ts';
import type { Article } from '../../src/domain/article.ts';
import { type Instant, shifted } from '../../src/domain/time.ts';
import { audienceOf } from '../../src/domain/visibility.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import type { Store } from '../../src/store/store.ts';
import { addressOf } from '../support/address.ts';
import { decide, put, WHOLE, withdrawal } from '../support/newsroom.ts';
import { createLocalSender, openDelivering } from '../support/syndication.ts';
import { instant } from '../support/time.ts';

// A process of its own for faults.test.ts, in which a press office works and its partners are told of it, until it is
// killed. It is told a database, then one instant after the other, with what to do there; at each it does that, delivers
// what is due, and reports both.
const HALF_AN_HOUR = 1_800_000;
const WORKS_AT_ONCE = 3;
const AREAS = ['Fenwick', 'Harrowmere'];

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
process.stdout.write('loaded\n');
const { value: path = '' } = await lines.next();
const store = openSqliteStore({ path, newId: randomUUID, addressOf });
const delivering = openDelivering(store, { send: createLocalSender(100) });
for await (const line of lines) {
  const [first = '', order] = line.split(' ');
  const at = instant(first);
  delivering.setTime(at);
  await store.articles.lift(at);
  if (order === 'begin') await liveQuickly(store, at);
  for (let works = 0; order !== 'rest' && works < WORKS_AT_ONCE; works += 1) await work(store, at);
  process.stdout.write('worked\n');
  await delivering.run();
  process.stdout.write('delivered\n');
}

/** Changes of one article that wait behind each other, with all that chance might leave out. */
async function liveQuickly(open: Store, at: Instant): Promise<void> {
  const name = randomUUID();
  for (const area of ['Fenwick', 'Harrowmere', 'Fenwick', 'Fenwick']) await put(open, { name, area, now: at });
  const [article] = await put(open, { name, area: 'Harrowmere', title: 'At last', now: at });
  if (article) await withdraw(open, article, at);
}

/** Publishes something new or something later, or changes, moves, withdraws or reinstates what there is. */
async function work(open: Store, at: Instant): Promise<void> {
  const audience = audienceOf(OPERATOR, at);
  const { rows } = await open.newsroom.list(WHOLE, audience);
  const known = Math.random() < 0.7 ? pick(rows) : undefined;
  const area = pick(AREAS) ?? null;
  if (!known) {
    const publishAt = Math.random() < 0.2 ? shifted(at, HALF_AN_HOUR) : at;
    await put(open, { name: randomUUID(), area, now: at, publishAt });
  } else if (known.withdrawn) await decide(open, known.id, { reinstate: true }, { audience });
  else if (known.live && !known.open && Math.random() < 0.3) await withdraw(open, known, at);
  else if (known.live) await put(open, { name: nameOf(known), area, title: `At ${at}`, now: at });
}

async function withdraw(open: Store, { id }: Article, at: Instant): Promise<void> {
  const kind = Math.random() < 0.5 ? 'gone' : 'vanish';
  await decide(open, id, { withdraw: withdrawal(kind, { at }) }, { audience: audienceOf(OPERATOR, at) });
}

function nameOf({ url }: Article): string {
  return url?.split('/').at(-1) ?? '';
}

function pick<Value>(values: readonly Value[]): Value | undefined {
  return values[Math.floor(Math.random() * values.length)];
}
