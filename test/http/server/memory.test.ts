import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shifted } from '../../../src/domain/time.ts';
import { createApp } from '../../../src/http/app.ts';
import { MAKER } from '../../../src/http/views/shown-article.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { keepShown } from '../../../src/usecases/show-articles.ts';
import { addressOf } from '../../support/address.ts';
import { ask, type Reply } from '../../support/ask.ts';
import { fc, patience, runs } from '../../support/property-tests.ts';
import { type Installation, NOW, OPTIONS, openInstallation } from '../installation.ts';
import { AHEAD_MILLIS, arbitraryChange, carryOut, NAMES, type PublicChange, registerAreas } from './public-changes.ts';

/*
 * Whatever happens, a server that remembers answers says the same as one that does not, on the same database, whether or not
 * it remembers what is asked.
 */

const PATHS = [
  '/v1/articles',
  '/v1/articles?limit=1',
  '/v1/articles?tag=T1&area=fenwick',
  '/v1/articles?area=fenwick&tag=T1',
  '/v1/articles?area=ouseshire',
  '/v1/articles?area=ouseshire&areaScope=exact&sort=title&count=exact',
  '/v1/articles?area=ouseshire&limit=1&page=2&include=officials,quotes',
  '/v1/articles?area=ouseshire&facets=official,area',
  '/v1/articles?area=ouseshire&q=body&sort=relevance',
  '/v1/articles?area=tarn&fields=title,area,officials',
  '/v1/articles?area=tarn&official=bob',
  '/v1/articles?area=fenwick-t1',
  '/v1/articles?official=ann&sort=-updatedAt',
  '/v1/articles?sort=title&unknown=1',
  ...NAMES.map((name) => `/v1/articles/${name}`),
  '/v1/articles/a-t1',
  '/v1/articles/a?fields=title,officials,area,body&bodyFormat=text',
  '/v1/articles/b?bodyFormat=all',
  '/v1/areas',
  '/v1/areas/fenwick',
  '/v1/officials/ann',
  '/v1/officials/bob',
  '/v1/quotes',
  '/v1/tags',
  '/v1/feeds/atom.xml',
] as const;

const arbitraryStep = fc.oneof(
  { weight: 4, arbitrary: arbitraryChange },
  {
    weight: 1,
    arbitrary: fc.record({ millis: fc.constantFrom(1, AHEAD_MILLIS - 1, AHEAD_MILLIS, 1_000), isKept: fc.boolean() }),
  },
);
type Step = typeof arbitraryStep extends fc.Arbitrary<infer Value> ? Value : never;

let api: Installation;
let another: Store;
let forgetful: Awaited<ReturnType<typeof createApp>>;
let now = NOW;
beforeEach(async () => {
  now = NOW;
  api = await openInstallation();
  another = openSqliteStore({ path: api.database, newId: randomUUID, addressOf });
  forgetful = await createApp(api.deps, { ...OPTIONS, memoryBytes: 0 });
  await forgetful.listen({ host: '127.0.0.1', port: 0 });
  await registerAreas(api.deps);
});
afterEach(async () => {
  await forgetful.close();
  await another.close();
  await api.close();
});

test(
  'after whatever change, every answer that is remembered is the one that would be made anew',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryStep, { minLength: 10, maxLength: 16 }), async (steps) => {
        for (const step of steps) {
          await take(step);
          await compareAll();
        }
      }),
      // Every run goes on with what the one before left, so that a shorter history would be another one.
      { numRuns: runs(8), endOnFailure: true },
    );
  },
  patience(600_000),
);

test('whoever holds an answer already is told so, remembered or not', async () => {
  const publish: PublicChange = { ...SOME_CHANGE, name: 'a' };
  await carryOut(api.deps, publish);
  await compareAll();
  await carryOut(api.deps, { ...publish, name: 'b', area: 'Tarn' });
  for (const path of PATHS) {
    const held = await compare(path, {});
    await compare(path, { 'If-None-Match': held['etag'] ?? '' });
    await compare(path, { 'If-Modified-Since': held['last-modified'] ?? '' });
  }
});

const SOME_CHANGE: PublicChange = {
  way: 'publish',
  name: 'a',
  title: 'T1',
  area: 'Fenwick',
  speaker: { by: 'Ann' },
  kind: 'notice',
  byAnother: false,
};

async function take(step: Step): Promise<void> {
  if ('way' in step) return carryOut(step.byAnother ? { ...api.deps, store: another } : api.deps, step);
  now = shifted(now, step.millis);
  api.setTime(now);
  if (step.isKept) await keepShown(api.deps, MAKER, 100);
}

async function compareAll(): Promise<void> {
  for (const path of PATHS) await compare(path, {});
}

async function compare(path: string, headers: Record<string, string>): Promise<Reply['headers']> {
  const remembered = await ask(api.app.listeningOrigin + path, ofEveryRequest(headers));
  const madeAnew = await ask(forgetful.listeningOrigin + path, ofEveryRequest(headers));
  const readAnew = await ask(forgetful.listeningOrigin + path, ofEveryRequest({ ...headers, ...OF_NO_PLAIN_READING }));
  expect([path, remembered, madeAnew]).toEqual([path, readAnew, readAnew]);
  return madeAnew.headers;
}

/** It is asked of Fastify, which makes nothing of it. */
const OF_NO_PLAIN_READING = { 'Content-Type': 'text/plain' };

/** A coding is made with the second answer, which would tell the two servers apart. */
function ofEveryRequest(headers: Record<string, string>) {
  return { 'Accept-Encoding': 'identity', 'X-Request-Id': 'the-same-one', ...headers };
}
