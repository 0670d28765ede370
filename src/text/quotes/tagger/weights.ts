import { once } from '../once.ts';
import { LABEL_COUNT } from './labels.ts';
import type { Weights } from './tagger.ts';
import { TRAINED } from './trained.ts';

/** Digits of the numbers of features, as they are kept. */
export const RADIX = 36;

/** The weights that were learned from the marked attributions of `test/corpus/attributions`; `npm run train` makes them anew. */
export const trainedWeights = once(() => readWeights(TRAINED));

/**
 * Reads weights: a line for each label before another one and for the beginning, then one for each feature, its number in
 * front. A line ends behind its last number that is not 0.
 */
export function readWeights(source: string): Weights {
  const lines = source.trim().split('\n');
  const transitions = lines.slice(0, LABEL_COUNT + 1).map((line) => Float64Array.from(numbersIn(line)));
  const rows = lines.slice(LABEL_COUNT + 1);
  const table = createTable(rows.length);
  for (const row of rows) {
    const space = row.indexOf(' ');
    table.set(Number.parseInt(row.slice(0, space), RADIX), numbersIn(row.slice(space + 1)));
  }
  return { scores: table.scores, transitions };
}

function numbersIn(line: string): number[] {
  const numbers = line.split(' ').map(Number);
  return Array.from({ length: LABEL_COUNT }, (_, label) => numbers[label] ?? 0);
}

/** A hash table of rows in two arrays: a release looks some thousand features up, and each row of a Map is an object of its own. */
function createTable(count: number) {
  const size = 2 ** Math.ceil(Math.log2(2 * count + 2));
  const keys = new Int32Array(size);
  const rows = new Int16Array(size * LABEL_COUNT);
  /** Where a feature stands, or would stand; hashes that they are, they need no other. */
  const placeOf = (feature: number): number => {
    let place = feature & (size - 1);
    while (keys[place] !== 0 && keys[place] !== feature) place = (place + 1) & (size - 1);
    return place;
  };
  return {
    set(feature: number, numbers: readonly number[]): void {
      const place = placeOf(feature);
      keys[place] = feature;
      rows.set(numbers, place * LABEL_COUNT);
    },
    scores(features: readonly number[]): Float64Array<ArrayBuffer> {
      const scores = new Float64Array(LABEL_COUNT);
      for (const feature of features) {
        const from = placeOf(feature) * LABEL_COUNT;
        for (let label = 0; label < LABEL_COUNT; label += 1) {
          scores[label] = (scores[label] ?? 0) + (rows[from + label] ?? 0);
        }
      }
      return scores;
    },
  };
}
