import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LABEL_COUNT, STATE_COUNT, stretchesOf } from '../../src/text/quotes/tagger/labels.ts';
import { bestLabels, type Weights } from '../../src/text/quotes/tagger/tagger.ts';
import { RADIX, readWeights, trainedWeights } from '../../src/text/quotes/tagger/weights.ts';
import { LEAST_WEIGHT, lessonOf, readCorpus, serialised, weightsFrom } from './lessons.ts';
import { readPhrases } from './phrases.ts';
import { TRAINED_FILE } from './trained-file.ts';

describe('a marked attribution', () => {
  it('says of every token what it says of the speaker', () => {
    const [phrase] = readPhrases("# Made up\n\n{o:Marl Council}'s {r:head of training}, {k:Cllr} {n:Jo Bell}, 41\n");
    expect(phrase?.text).toBe("Marl Council's head of training, Cllr Jo Bell, 41");
    const told = stretchesOf(phrase?.labels ?? []).map(({ aspect, from, to }) => [
      aspect,
      phrase?.tokens.slice(from, to).map(({ text }) => text),
    ]);
    expect(told).toEqual([
      ['organisation', ['Marl', 'Council']],
      ['role', ['head', 'of', 'training']],
      ['rank', ['Cllr']],
      ['name', ['Jo', 'Bell']],
    ]);
  });

  it('is refused with a brace that marks nothing', () => {
    expect(() => readPhrases('{n:Jo Bell')).toThrow('a brace marks nothing: {n:Jo Bell');
  });
});

describe('training', () => {
  const phrases = readCorpus().slice(0, 400);

  it('learns what it is shown, and keeps it in a file', () => {
    const weights = readWeights(serialised(weightsFrom(phrases)));
    const learned = phrases.map(lessonOf).filter(({ features, labels }) => {
      return bestLabels(features, weights).join() === labels.join();
    });
    expect(learned.length / phrases.length).toBeGreaterThan(0.9);
  });

  it('gives the same weights for the same phrases', () => {
    const few = phrases.slice(0, 40);
    expect(serialised(weightsFrom(few))).toEqual(serialised(weightsFrom(few)));
  });
});

it('has made the program read the forms that were asked for as they are marked, but for a few', () => {
  const asked = readPhrases(readFileSync(new URL('../corpus/attributions/forms.txt', import.meta.url), 'utf8'));
  const misread = asked.filter((phrase) => {
    const { features, labels } = lessonOf(phrase);
    return bestLabels(features, trainedWeights()).join() !== labels.join();
  });
  expect(misread.map(({ text }) => text).slice(MOST_MISREAD)).toEqual([]);
  expect(asked.length).toBeGreaterThan(250);
});

/** As many as were when this was written, and no more. */
const MOST_MISREAD = 16;

it('has made the weights that the program reads with from the corpus as it stands', () => {
  const lines = serialised(weightsFrom(readCorpus()));
  const kept: readonly string[] = JSON.parse(readFileSync(TRAINED_FILE, 'utf8'));
  const [made, read] = [readWeights(lines), readWeights(kept)];
  const names = [lines, kept].flatMap((rows) => rows.slice(STATE_COUNT).map((row) => Number.parseInt(row, RADIX)));
  const apart = names.filter((name) => !isAlike(scoresOf(made, name), scoresOf(read, name)));
  expect(apart, '`npm run train` makes them anew').toEqual([]);
  expect(distance(made.transitions, read.transitions)).toBeLessThanOrEqual(1);
}, 300_000);

function scoresOf({ addScores }: Weights, feature: number): Float64Array {
  const scores = new Float64Array(LABEL_COUNT);
  addScores([feature], scores);
  return scores;
}

/** Whether two rows are the same: processors may round the last digit of an exponential otherwise, and a row that weighs little is left out. */
function isAlike(one: Float64Array, other: Float64Array): boolean {
  const isLeftOut = [one, other].some((row) => row.every((weight) => weight === 0));
  return distance(one, other) <= (isLeftOut ? LEAST_WEIGHT : 1);
}

function distance(one: Float64Array, other: Float64Array): number {
  return one.reduce((farthest, weight, at) => Math.max(farthest, Math.abs(weight - (other[at] ?? 0))), 0);
}
