import { expect, test } from 'vitest';
import { createAnswerCache, isFresh } from '../../../src/http/memory/answer-cache.ts';
import { type KeptAnswer, makeKeptAnswer } from '../../../src/http/memory/kept-answer.ts';
import { shifted } from '../../support/time.ts';
import { NOW } from '../installation.ts';

const state = { version: 1, changedAt: NOW };

function answer(address: string, { bytes = 1_000, until = undefined as KeptAnswer['madeAt'] | undefined } = {}) {
  const headers = { 'content-type': 'application/json' };
  const body = 'x'.repeat(bytes);
  return makeKeptAnswer({
    address,
    route: '/a',
    version: 1,
    madeAt: NOW,
    until,
    lastModified: undefined,
    body,
    headers,
  });
}

test('an answer is found under every spelling that was asked, and under its one address', () => {
  const cache = createAnswerCache(100_000);
  const kept = answer('/a?b=1&c=2');
  cache.keep(kept, '/a?b=1&c=2');
  cache.keep(kept, '/a?c=2&b=1');
  expect(['/a?b=1&c=2', '/a?c=2&b=1', '/a?c=2'].map(cache.find)).toEqual([kept, kept, undefined]);
  expect(cache.findByAddress('/a?b=1&c=2')).toBe(kept);
});

test('no number of spellings takes more than its share', () => {
  const cache = createAnswerCache(100_000);
  const kept = answer('/a');
  for (let at = 0; at < 1_000; at += 1) cache.keep(kept, `/a?${at}`);
  expect(Array.from({ length: 1_000 }, (_, at) => cache.find(`/a?${at}`)).filter(Boolean)).toHaveLength(8);
});

test('what was unasked for longest goes when there is no room, with all its spellings', () => {
  const cache = createAnswerCache(40_000);
  const keep = (name: string) => cache.keep(answer(`/${name}`, { bytes: 4_000 }), `/${name}?`);
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
    keep(name);
    if (name !== 'b') cache.find('/a?');
  }
  keep('g');
  expect([cache.find('/b?'), cache.findByAddress('/b')]).toEqual([undefined, undefined]);
  expect(['/a', '/c', '/g'].map((name) => cache.find(`${name}?`)?.address)).toEqual(['/a', '/c', '/g']);
});

test('an answer that is too large for the memory is not kept, and drives nothing out', () => {
  const cache = createAnswerCache(40_000);
  cache.keep(answer('/a'), '/a');
  cache.keep(answer('/large', { bytes: 6_000 }), '/large');
  expect([cache.find('/a')?.address, cache.find('/large')]).toEqual(['/a', undefined]);
  const none = createAnswerCache(0);
  none.keep(answer('/a'), '/a');
  expect(none.find('/a')).toBeUndefined();
});

test('another state of the public lets go of everything, the same one of nothing', () => {
  const cache = createAnswerCache(100_000);
  cache.renew(1);
  cache.keep(answer('/a'), '/a');
  cache.renew(1);
  expect(cache.find('/a')?.address).toBe('/a');
  cache.renew(2);
  expect([cache.find('/a'), cache.findByAddress('/a')]).toEqual([undefined, undefined]);
});

test('an answer is fresh in the state it was made of, from when it was made until it may be another one', () => {
  const until = shifted(NOW, 10);
  const kept = answer('/a', { until });
  const at = (millis: number) => isFresh(kept, state, shifted(NOW, millis));
  expect([at(-1), at(0), at(9), at(10)]).toEqual([false, true, true, false]);
  expect(isFresh(kept, { ...state, version: 2 }, NOW)).toBe(false);
});
