import { expect, test } from 'vitest';
import type { PublicState, Touched } from '../../../src/domain/change.ts';
import { type Instant, shifted } from '../../../src/domain/time.ts';
import { type AnswerCache, createAnswerCache } from '../../../src/http/memory/answer-cache.ts';
import { dated, type KeptAnswer, makeKeptAnswer } from '../../../src/http/memory/kept-answer.ts';
import type { Topic } from '../../../src/http/memory/topic.ts';
import { NOW } from '../installation.ts';

const FIRST: PublicState = { version: 1, changedAt: shifted(NOW, -60_000), names: 0, sequence: 1 };
const SECOND: PublicState = { version: 2, changedAt: shifted(NOW, -30_000), names: 0, sequence: 2 };

interface Facts {
  readonly bytes?: number;
  readonly until?: Instant;
  readonly topic?: Topic;
  readonly version?: 1 | 2;
}

function answer(address: string, { bytes = 1_000, until, topic, version = 1 }: Facts = {}) {
  const parts = { mediaType: 'application/json', headers: [], body: 'x'.repeat(bytes) };
  const dates = { madeAt: NOW, until, lastModified: FIRST.changedAt ?? undefined };
  return makeKeptAnswer({ address, route: '/a', state: version === 1 ? FIRST : SECOND, topic, ...dates, ...parts });
}

/** A memory of so many bytes, in the first state; `touched` is what lies between that and the second. */
async function openCache(maxBytes: number, touched?: Touched): Promise<AnswerCache> {
  const cache = createAnswerCache(maxBytes, async () => touched);
  await cache.renew(FIRST);
  return cache;
}

/** Keeps what has been asked for before. */
function keep(cache: AnswerCache, kept: KeptAnswer, url: string = kept.address): void {
  cache.keep(kept, url);
  cache.keep(kept, url);
}

const found = (cache: AnswerCache, ...urls: readonly string[]) => urls.map((url) => cache.find(url, NOW)?.address);

test('an answer is found under every spelling that was asked, and under its one address', async () => {
  const cache = await openCache(100_000);
  const kept = answer('/a?b=1&c=2');
  keep(cache, kept);
  cache.keep(kept, '/a?c=2&b=1');
  expect(['/a?b=1&c=2', '/a?c=2&b=1', '/a?c=2'].map((url) => cache.find(url, NOW))).toEqual([kept, kept, undefined]);
  expect(cache.findByAddress('/a?b=1&c=2', NOW)).toBe(kept);
});

test('an answer is kept when it is asked for again, and at once where it was kept before', async () => {
  const cache = await openCache(100_000);
  expect([1, 2].map(() => cache.keep(answer('/a'), '/a'))).toEqual([false, true]);
  await cache.renew(SECOND);
  expect([cache.has('/a'), cache.keep(answer('/a', { version: 2 }), '/a')]).toEqual([false, true]);
});

test('what only tells of the program stays, with its date, whatever becomes of the public', async () => {
  for (const touched of [undefined, { articles: new Set<string>(), areas: null }]) {
    const cache = await openCache(100_000, touched);
    const kept = answer('/openapi.json', { topic: 'program' });
    keep(cache, kept);
    keep(cache, answer('/a'));
    await cache.renew(SECOND);
    expect([cache.find('/openapi.json', NOW), cache.has('/a')]).toEqual([kept, false]);
  }
});

test('whoever reads everything once drives nothing out, and is not remembered for ever', async () => {
  const cache = await openCache(100_000);
  keep(cache, answer('/a'));
  for (let at = 0; at < 8_192; at += 1) cache.keep(answer(`/${at}`, { bytes: 1 }), `/${at}`);
  expect([cache.figures().answers, cache.has('/a')]).toEqual([1, true]);
  expect(['/8191', '/0'].map((url) => cache.keep(answer(url), url))).toEqual([true, false]);
});

test('no number of spellings takes more than its share', async () => {
  const cache = await openCache(100_000);
  const kept = answer('/a');
  for (let at = 0; at < 1_000; at += 1) cache.keep(kept, `/a?${at}`);
  expect(Array.from({ length: 1_000 }, (_, at) => cache.has(`/a?${at}`)).filter(Boolean)).toHaveLength(8);
});

test('what was unasked for longest goes when there is no room, with all its spellings', async () => {
  const cache = await openCache(40_000);
  const keepNamed = (name: string) => keep(cache, answer(`/${name}`, { bytes: 4_000 }), `/${name}?`);
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
    keepNamed(name);
    if (name !== 'b') cache.find('/a?', NOW);
  }
  keepNamed('g');
  expect([cache.has('/b?'), cache.findByAddress('/b', NOW)]).toEqual([false, undefined]);
  expect(found(cache, '/a?', '/c?', '/g?')).toEqual(['/a', '/c', '/g']);
});

test('an answer that is too large for the memory is not kept, and drives nothing out', async () => {
  const cache = await openCache(40_000);
  keep(cache, answer('/a'));
  keep(cache, answer('/large', { bytes: 6_000 }));
  expect(found(cache, '/a', '/large')).toEqual(['/a', undefined]);
  const none = await openCache(0);
  keep(none, answer('/a'));
  expect(none.has('/a')).toBe(false);
});

test('an answer of another state than the present one is not kept', async () => {
  const cache = await openCache(100_000);
  keep(cache, answer('/a', { version: 2 }));
  await cache.renew(SECOND);
  keep(cache, answer('/b', { version: 1 }));
  expect([cache.has('/a'), cache.has('/b')]).toEqual([false, false]);
});

test('a change that cannot be told lets go of everything, the same state of nothing', async () => {
  const cache = await openCache(100_000);
  keep(cache, answer('/a', { topic: { article: '1' } }));
  await cache.renew({ ...FIRST });
  expect(found(cache, '/a')).toEqual(['/a']);
  await cache.renew(SECOND);
  expect([cache.has('/a'), cache.findByAddress('/a', NOW)]).toEqual([false, undefined]);
  expect(cache.figures()).toMatchObject({ answers: 0, bytes: 0 });
});

test.each<[string, Touched, readonly string[]]>([
  ['a new article in an area', { articles: new Set(['1']), areas: new Set(['north']) }, ['/2', '/south']],
  ['one that was somewhere before', { articles: new Set(['1']), areas: null }, ['/2']],
  ['nothing', { articles: new Set(), areas: new Set() }, ['/1', '/2', '/north', '/south']],
])('a change of %s lets go of what it touches alone, and moves the date of the rest', async (_, touched, left) => {
  const cache = await openCache(100_000, touched);
  keep(cache, answer('/all'));
  for (const article of ['1', '2']) keep(cache, answer(`/${article}`, { topic: { article } }));
  for (const area of ['north', 'south']) keep(cache, answer(`/${area}`, { topic: { area } }));
  await cache.renew(SECOND);
  expect(found(cache, '/all', '/1', '/2', '/north', '/south').filter(Boolean)).toEqual(left);
  const dates = left.map((url) => cache.find(url, NOW)?.lastModified);
  expect(new Set(dates)).toEqual(new Set([SECOND.changedAt]));
});

test('of two who find another state at once, neither undoes what the other has done', async () => {
  const asked: [number, number][] = [];
  const cache = createAnswerCache(100_000, async (before, now) => {
    asked.push([before.version, now.version]);
    return { articles: new Set(), areas: new Set() };
  });
  await cache.renew(FIRST);
  keep(cache, answer('/a', { topic: { article: '1' } }));
  await Promise.all([cache.renew(SECOND), cache.renew({ ...SECOND })]);
  expect([asked.length, found(cache, '/a')]).toEqual([2, ['/a']]);
});

test('an answer is fresh from when it was made until it may be another one', async () => {
  const cache = await openCache(100_000);
  keep(cache, answer('/a', { until: shifted(NOW, 10) }));
  const isFound = (millis: number) => cache.find('/a', shifted(NOW, millis)) !== undefined;
  expect([isFound(-1), isFound(0), isFound(9), isFound(10)]).toEqual([false, true, true, false]);
});

test('a date of the second that is not over is moved when it is, and the content stays', async () => {
  const cache = await openCache(100_000);
  keep(cache, dated(answer('/a'), NOW, NOW));
  const dateAt = (millis: number) => {
    const headers = cache.find('/a', shifted(NOW, millis))?.dates ?? [];
    return headers[headers.indexOf('last-modified') + 1];
  };
  expect([dateAt(0), dateAt(999), dateAt(1_000)]).toEqual([
    'Mon, 02 Nov 2020 11:59:59 GMT',
    'Mon, 02 Nov 2020 11:59:59 GMT',
    'Mon, 02 Nov 2020 12:00:00 GMT',
  ]);
});
