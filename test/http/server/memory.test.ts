import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPERATOR } from '../../../src/domain/actor.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { audienceOf } from '../../../src/domain/visibility.ts';
import type { Withdrawal } from '../../../src/domain/withdrawal.ts';
import { createApp } from '../../../src/http/app.ts';
import { openSqliteStore } from '../../../src/store/sqlite/open.ts';
import type { ArticleDecision, Store } from '../../../src/store/store.ts';
import { addressOf } from '../../support/address.ts';
import { release, urlOf } from '../../support/release.ts';
import { shifted } from '../../support/time.ts';
import { type Installation, NOW, OPTIONS, openInstallation } from '../installation.ts';

/* Whatever happens, a server that remembers answers says the same as one that does not, on the same database. */

const NAMES = ['a', 'b', 'c'] as const;
const PATHS = [
  '/v1/articles',
  '/v1/articles?limit=1',
  '/v1/articles?tag=x&area=fenwick',
  '/v1/articles?area=fenwick&tag=x',
  '/v1/articles?sort=title&unknown=1',
  ...NAMES.map((name) => `/v1/articles/${name}`),
  '/v1/areas',
  '/v1/areas/fenwick',
  '/v1/officials/ann',
  '/v1/quotes',
  '/v1/tags',
] as const;
const AHEAD = 50;

const arbitraryWrite = fc.record({
  write: fc.constantFrom('publish', 'draft', 'schedule', 'withdraw', 'reinstate', 'area', 'audit'),
  name: fc.constantFrom(...NAMES),
  text: fc.constantFrom('T1', 'T2', 'T3'),
  byAnother: fc.boolean(),
});
const arbitraryStep = fc.oneof(
  { weight: 3, arbitrary: arbitraryWrite },
  { weight: 1, arbitrary: fc.record({ millis: fc.constantFrom(1, AHEAD - 1, AHEAD, 1_000) }) },
  {
    weight: 6,
    arbitrary: fc.record({ path: fc.constantFrom(...PATHS), hold: fc.constantFrom('nothing', 'etag', 'date') }),
  },
);
type Step = typeof arbitraryStep extends fc.Arbitrary<infer Value> ? Value : never;
type Write = typeof arbitraryWrite extends fc.Arbitrary<infer Value> ? Value : never;

let api: Installation;
let another: Store;
let forgetful: Awaited<ReturnType<typeof createApp>>;
let now: Instant = NOW;
beforeAll(async () => {
  api = await openInstallation();
  another = openSqliteStore({ path: api.database, newId: randomUUID, addressOf });
  forgetful = await createApp(api.deps, { ...OPTIONS, memoryBytes: 0 });
  await forgetful.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await forgetful.close();
  await another.close();
  await api.close();
});

test('memory changes no byte of any answer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryStep, { minLength: 15, maxLength: 25 }), async (steps) => {
      for (const step of steps) await take(step);
    }),
    { numRuns: 12 },
  );
}, 30_000);

async function take(step: Step): Promise<void> {
  if ('write' in step) return write(step.byAnother ? another : api.store, step);
  if ('millis' in step) {
    now = shifted(now, step.millis);
    return api.setTime(now);
  }
  const asked = async (headers: Record<string, string>) => {
    const remembered = await ask(api.app.listeningOrigin, step.path, headers);
    const madeAnew = await ask(forgetful.listeningOrigin, step.path, headers);
    expect([step.path, remembered]).toEqual([step.path, madeAnew]);
    return madeAnew.headers;
  };
  const held = await asked({});
  await asked({});
  if (step.hold === 'etag') await asked({ 'If-None-Match': held['etag'] ?? '' });
  if (step.hold === 'date') await asked({ 'If-Modified-Since': held['last-modified'] ?? '' });
}

/** What the state of the article does not allow is refused, and changes nothing. */
async function write(store: Store, { write: kind, name, text }: Write): Promise<void> {
  const wish = { name, title: text, tags: ['x'], area: 'Fenwick', quotes: [{ by: 'Ann', rank: text }], now };
  const note = { actor: 'operator', actorTitle: 'operator', action: 'tried', subject: null, detail: {} };
  switch (kind) {
    case 'publish':
      return void (await store.articles.change([release(wish)]));
    case 'draft':
      return void (await store.articles.change([release({ ...wish, publishAt: null })]));
    case 'schedule':
      return void (await store.articles.change([release({ ...wish, publishAt: shifted(now, AHEAD) })]));
    case 'withdraw':
      return decide(store, name, { open: 'discarded' }, { withdraw: withdrawal() });
    case 'reinstate':
      return decide(store, name, { reinstate: true });
    case 'area':
      return store.areas.register([{ ...FENWICK, name: `Fenwick ${text}` }], now);
    case 'audit':
      return void (await store.audit.append({ ...note, at: now, outcome: 'refused' }));
    default:
      kind satisfies never;
  }
}

const FENWICK = { key: 'fenwick', nameCy: null, kind: null, gss: null, parentKey: null };

function withdrawal(): Withdrawal {
  return { kind: 'vanish', explanation: null, alternative: null, reason: 'A test.', by: 'operator', at: now };
}

async function decide(store: Store, name: string, ...decisions: readonly ArticleDecision[]): Promise<void> {
  const mentions = { areas: [], organisations: [], officials: [] };
  const request = { article: { url: urlOf(name) }, mentions, audience: audienceOf(OPERATOR, now), by: 'operator' };
  await store.articles.change(decisions.map((decision) => ({ ...request, decide: () => decision })));
}

/** A coding is made with the second answer, which would tell the two servers apart. */
function ofEveryRequest(headers: Record<string, string>) {
  return {
    'Accept-Encoding': 'identity',
    'X-Request-Id': 'the-same-one',
    ...headers,
  };
}

async function ask(origin: string, path: string, headers: Record<string, string>) {
  const response = await fetch(origin + path, { headers: ofEveryRequest(headers) });
  const kept = [...response.headers].filter(([name]) => name !== 'date');
  return { status: response.status, headers: Object.fromEntries(kept), body: await response.text() };
}
