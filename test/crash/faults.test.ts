import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { REMOVALS, SYNDICATION_EVENTS, type SyndicationEventType } from '../../src/domain/syndication-event.ts';
import { type Instant, millisOf, shifted } from '../../src/domain/time.ts';
import { checkDatabase } from '../support/check-database.ts';
import { type Child, startChild } from '../support/child.ts';
import { listAreas } from '../support/known-areas.ts';
import type { Receiver } from '../support/receiver.ts';
import { NOW } from '../support/release.ts';
import { migratedDatabase, openTemporaryStore } from '../support/sqlite-store.ts';
import { openDelivering, openPartner, openSubscriber, status } from '../support/syndication.ts';
import { type Copy, createCopy } from './copy.ts';

/*
 * A press office works for days (of a simulated clock), its partners' receivers behave as receivers do, and the server is
 * killed again and again. With FAULT_KILLS=50 it is killed so often, and the counts are printed.
 */
const KILLS = Number(process.env['FAULT_KILLS'] ?? 2);
const STEPS_OF_A_LIFE = 5;
const DAY = 86_400_000;
/** So many days pass while the server is killed. */
const STEP_MILLIS = Math.round((2.5 * DAY) / (KILLS * STEPS_OF_A_LIFE));
const AWAY = { from: 0.2 * DAY, to: 2.2 * DAY };
/** A receiver that asks for a pause gets few messages in a step; twenty days of them are enough for every backlog. */
const REST_MILLIS = DAY / 48;
const REST_STEPS = 1_000;
/** A message that met a failure at each of its ten attempts would be dead, as it should; but then nobody would be live. */
const BAD_LUCK = 5;
/** The longest that a server lives after its first report. */
const LIFE_MILLIS = 120;
const DELIVERER = new URL('./deliverer.ts', import.meta.url);

let now: Instant = NOW;

/**
 * How a receiver answers its n-th request; undefined for one that takes it.
 * @param before how often the same message has come before
 */
type Behaviour = (count: number, before: number) => Receiver['answer'] | undefined;

const cut: Receiver['answer'] = (_received, response) =>
  void response.writeHead(200, { 'Content-Length': '10' }).write('half', () => response.destroy());
const slow: Receiver['answer'] = (_received, response) => void setTimeout(() => response.writeHead(200).end(), 20);
const refuse: Receiver['answer'] = (_received, response) => void response.destroy();
const hang: Receiver['answer'] = () => undefined;
const isAway = () => millisOf(now) - millisOf(NOW) >= AWAY.from && millisOf(now) - millisOf(NOW) < AWAY.to;
const every =
  (times: number, answer: Receiver['answer']): Behaviour =>
  (count, before) =>
    count % times === 0 && before < BAD_LUCK ? answer : undefined;

interface Character {
  readonly behaviour: Behaviour;
  readonly areaKeys?: string[];
  readonly events?: SyndicationEventType[];
}

const LIVE: Record<string, Character> = {
  fast: { behaviour: () => undefined },
  'only Fenwick': { behaviour: () => undefined, areaKeys: ['fenwick'] },
  'no removals wanted': {
    behaviour: () => undefined,
    events: SYNDICATION_EVENTS.filter((event) => !REMOVALS.has(event)),
  },
  slow: { behaviour: (count) => (count % 2 === 0 ? slow : undefined) },
  'hangs at times': { behaviour: every(7, hang) },
  '500 at times': { behaviour: every(2, status(500)) },
  '429 at times': { behaviour: every(3, status(429, { 'Retry-After': '120' })) },
  'cut at times': { behaviour: every(3, cut) },
  'away for two days': { behaviour: () => (isAway() ? refuse : undefined) },
};
const LOST: Record<string, Character> = {
  'always 301': { behaviour: () => status(301, { Location: 'http://127.0.0.1:1/' }) },
  'always 410': { behaviour: () => status(410) },
  'always hangs': { behaviour: () => hang },
};

it('every live partner holds what is public, whatever its receiver and the server go through', async () => {
  const path = migratedDatabase();
  const partners = await openPartners(path);
  let next = startChild(DELIVERER);
  for (let round = 1; round <= KILLS; round += 1) {
    const child = next;
    next = startChild(DELIVERER);
    await child.written(1);
    child.send(path);
    for (let step = 0; step < STEPS_OF_A_LIFE; step += 1) {
      now = shifted(now, STEP_MILLIS);
      child.send(`${now} ${step === 0 ? 'begin' : 'work'}`);
      if (step === 0) await child.written(2);
    }
    await wait(Math.random() * LIFE_MILLIS);
    await child.kill();
  }
  await settle(next, path, partners.isAnyWaiting);
  await next.kill();
  const expected = publicState(path);
  for (const [name, { copy }] of partners.live) {
    const isNarrow = name === 'only Fenwick';
    const changes = copy.changesInOrder();
    expect([name, copy.faults]).toEqual([name, []]);
    // What is superseded before anybody is told changes nothing for a copy: only this shows that it was lost.
    if (!isNarrow) expect([name, changes]).toEqual([name, expected.changes]);
    expect([name, new Map([...copy.held].sort())]).toEqual([name, isNarrow ? expected.fenwick : expected.all]);
  }
  expect(triedBeforeRemovals(path)).toEqual([]);
  report(partners, expected.all.size);
});

/** Lets the clock run until nothing is left to tell to those who listen. */
async function settle(child: Child, path: string, waiting: () => boolean): Promise<void> {
  await child.written(1);
  child.send(path);
  for (let steps = 1; steps <= REST_STEPS && (steps === 1 || waiting()); steps += 1) {
    now = shifted(now, REST_MILLIS);
    child.send(`${now} rest`);
    await child.written(1 + 2 * steps);
  }
}

interface Told {
  readonly subscriptionId: string;
  readonly copy: Copy;
  readonly receiver: Receiver;
  count: number;
  /** How often each message has come. */
  readonly came: Map<string, number>;
}

interface Partners {
  readonly live: Map<string, Told>;
  readonly lost: Map<string, Told>;
  isAnyWaiting(): boolean;
}

async function openPartners(path: string): Promise<Partners> {
  const store = openTemporaryStore(path);
  const { deps, subscribe } = openDelivering(store);
  await listAreas(store, ['fenwick']);
  const open = async ([name, { behaviour, ...filters }]: [string, Character]): Promise<[string, Told]> => {
    const receiver = await openSubscriber();
    onTestFinished(() => receiver.close());
    const { actor } = await openPartner(deps);
    const { subscription } = await subscribe(actor, { url: `${receiver.origin}/`, ...filters });
    const told: Told = { subscriptionId: subscription.id, copy: createCopy(), receiver, count: 0, came: new Map() };
    receiver.answer = (received, response) => {
      told.count += 1;
      const id = String(received.headers['webhook-id']);
      const before = told.came.get(id) ?? 0;
      told.came.set(id, before + 1);
      const answer = behaviour(told.count, before);
      // One whose answer breaks off has understood the message all the same: it must recognise the duplicate.
      if (!answer || answer === slow || answer === cut) told.copy.take(received);
      if (answer) answer(received, response);
      else response.writeHead(204).end();
    };
    return [name, told];
  };
  const live = new Map(await Promise.all(Object.entries(LIVE).map(open)));
  const ids = JSON.stringify([...live.values()].map(({ subscriptionId }) => subscriptionId));
  const database = new Database(path);
  onTestFinished(() => void database.close());
  const waiting = database.prepare(`select 1 from subscriptions where id in (select value from json_each(?))
    and (pending > 0 or cursor < (select max(sequence) from outbox))`);
  return {
    live,
    lost: new Map(await Promise.all(Object.entries(LOST).map(open))),
    isAnyWaiting: () => waiting.get(ids) !== undefined,
  };
}

interface PublicState {
  /** Every change there ever was. */
  readonly changes: readonly number[];
  /** Editions by article. */
  readonly all: ReadonlyMap<string, number>;
  readonly fenwick: ReadonlyMap<string, number>;
}

function publicState(path: string): PublicState {
  const database = new Database(path);
  checkDatabase(database);
  const rows = (where: string) =>
    database
      .prepare<[], { id: string; edition: number }>(
        `select article.id, article.edition from public_articles article
         left join public_areas area on area.id = article.area_id where ${where} order by article.id`,
      )
      .all();
  const toMap = (where: string) => new Map(rows(where).map(({ id, edition }) => [id, edition]));
  const changes = database.prepare<[], number>('select sequence from public_changes order by sequence').pluck().all();
  const state = { changes, all: toMap('true'), fenwick: toMap("area.slug = 'fenwick'") };
  database.close();
  return state;
}

/** What was tried again although a removal of the same article waited behind it. */
function triedBeforeRemovals(path: string): readonly unknown[] {
  const database = new Database(path);
  const removals = JSON.stringify([...REMOVALS]);
  const rows = database
    .prepare(
      `select earlier.id, removal.order_number from deliveries removal join deliveries earlier
        on earlier.subscription_id = removal.subscription_id and earlier.article_id = removal.article_id
          and earlier.order_number < removal.order_number
        join delivery_attempts attempt on attempt.delivery_key = earlier.key and attempt.number > 1 and attempt.at > removal.at
        where removal.type in (select value from json_each(?))`,
    )
    .all(removals);
  database.close();
  return rows;
}

function report(partners: Partners, articles: number): void {
  if (process.env['FAULT_KILLS'] === undefined) return;
  const rows = [...partners.live, ...partners.lost].map(([name, { copy, count }]) => {
    const { messages, duplicates, held } = copy;
    return `${name.padEnd(20)} ${[count, messages.size, duplicates, held.size].map((each) => String(each).padStart(10)).join('')}`;
  });
  const head = `${'receiver'.padEnd(20)}   requests  messages duplicates      held`;
  process.stdout.write(`\n${KILLS} kills, ${articles} articles public at the end\n${[head, ...rows].join('\n')}\n`);
}
