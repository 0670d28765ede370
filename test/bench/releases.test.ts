import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { areasDocument, PLACES, SPEAKERS } from '../../bench/county.ts';
import { madeRelease } from '../../bench/releases.ts';
import { OPERATOR } from '../../src/domain/actor.ts';
import { sendNothing } from '../../src/domain/outbound.ts';
import { systemClock } from '../../src/domain/time.ts';
import { everyone } from '../../src/domain/visibility.ts';
import { DEFAULT_RULES } from '../../src/usecases/deps.ts';
import { importReleases } from '../../src/usecases/import-releases.ts';
import { registerAreas } from '../../src/usecases/register-areas.ts';
import { openTemporaryStore } from '../support/sqlite-store.ts';

const SEED = 1;
const COUNT = 60;
const INDEXES = Array.from({ length: COUNT }, (_, index) => index);

const OPTIONS = { actor: OPERATOR, publish: true, dryRun: false } as const;

test('a seed and an index always make the same release, in whatever order they are asked for', () => {
  const forwards = INDEXES.map((index) => madeRelease(SEED, index));
  const backwards = INDEXES.toReversed().map((index) => madeRelease(SEED, index));
  expect(backwards.toReversed()).toEqual(forwards);
});

test('another index or another seed makes another release', () => {
  const texts = [...INDEXES.map((index) => textOf(SEED, index)), ...INDEXES.map((index) => textOf(SEED + 1, index))];
  const bodies = texts.map((text) => text.slice(text.indexOf('###')));
  expect(new Set(bodies).size).toBe(2 * COUNT);
});

test('releases are about 3 kB and their commonest word is as common as in English', () => {
  const texts = INDEXES.map((index) => textOf(SEED, index));
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  expect(bytes / COUNT).toBeGreaterThan(2_700);
  expect(bytes / COUNT).toBeLessThan(3_600);

  const words = texts.flatMap((text) => text.toLowerCase().match(/[a-z]+/g) ?? []);
  const share = words.filter((word) => word === 'the').length / words.length;
  expect(share).toBeGreaterThan(0.04);
  expect(share).toBeLessThan(0.08);
});

test('there are 60 places in three levels and 300 people, each with a name of their own', () => {
  expect(new Set(PLACES.map(({ name }) => name)).size).toBe(60);
  expect(new Set(PLACES.map(({ kind }) => kind))).toEqual(new Set(['county', 'borough', 'ward']));
  expect(new Set(SPEAKERS.map(({ name }) => name)).size).toBe(300);
});

test('every release can be imported and published, with two or three statements of known people', async () => {
  const store = openTemporaryStore();
  const deps = { store, clock: systemClock, newId: randomUUID, rules: DEFAULT_RULES, send: sendNothing };
  await registerAreas(deps, areasDocument(), { actor: OPERATOR, dryRun: false });
  const outcomes: string[] = [];
  for await (const { outcome } of importReleases(deps, madeInputs(), OPTIONS)) outcomes.push(outcome);
  expect(outcomes).toEqual(INDEXES.map(() => 'published'));

  const articles = await Promise.all(
    INDEXES.map((index) => store.articles.find(madeRelease(SEED, index).slug, everyone(systemClock.now()))),
  );
  const quotes = articles.map((article) => article?.quotes.filter(({ official }) => official !== null).length);
  expect(new Set(quotes)).toEqual(new Set([2, 3]));
  const names = articles.flatMap((article) => article?.officials.map(({ name }) => name) ?? []);
  expect(names.filter((name) => !SPEAKERS.some((speaker) => speaker.name.endsWith(name)))).toEqual([]);
});

async function* madeInputs() {
  for (const index of INDEXES) {
    const { slug, bytes } = madeRelease(SEED, index);
    yield { name: slug, kind: 'markdown' as const, bytes };
  }
}

function textOf(seed: number, index: number): string {
  return new TextDecoder().decode(madeRelease(seed, index).bytes);
}
