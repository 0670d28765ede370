import { matchesOf } from '../../matches.ts';
import { once } from '../once.ts';
import { LABEL_COUNT, STATE_COUNT } from './labels.ts';
import type { Weights } from './tagger.ts';
import trained from './trained.json' with { type: 'json' };

/** Digits of the numbers of features, as they are kept. */
export const RADIX = 36;
/** A letter for each label: a row of weights holds only those that are not 0. */
export const LETTERS = 'abcdefghi';

/** The weights that were learned from the marked attributions of `test/corpus/attributions`; `npm run train` makes them anew. */
export const trainedWeights = once(() => readWeights(trained));

/**
 * Reads weights: a line for each state of a reading, then one for each feature, its number in front. `b-3h12` gives the second
 * label -3 and the eighth 12.
 */
export function readWeights(lines: readonly string[]): Weights {
  const transitions = new Float64Array(STATE_COUNT * LABEL_COUNT);
  for (const [state, line] of lines.slice(0, STATE_COUNT).entries()) {
    transitions.set(numbersIn(line), state * LABEL_COUNT);
  }
  return { addScores: createTable(lines.slice(STATE_COUNT)), transitions };
}

function numbersIn(line: string): number[] {
  const numbers = new Array<number>(LABEL_COUNT).fill(0);
  for (const [, letter = '', number] of matchesOf(line, /([a-i])(-?\d+)/g))
    numbers[LETTERS.indexOf(letter)] = Number(number);
  return numbers;
}

/**
 * A table of features in arrays of numbers: a release looks some thousand up, and each row of a Map is an object of its own. Hashes
 * that they are, features need no other: those whose last bits are the same stand in one bucket, and the rows of weights in the
 * order of the features, so that all of it is small and close together for the processor.
 */
function createTable(lines: readonly string[]): Weights['addScores'] {
  const buckets = 2 ** Math.ceil(Math.log2(lines.length + 1));
  const bucketOf = (feature: number): number => feature & (buckets - 1);
  const rows = lines
    .map((line) => {
      const space = line.indexOf(' ');
      return { feature: Number.parseInt(line.slice(0, space), RADIX) | 0, numbers: numbersIn(line.slice(space + 1)) };
    })
    .sort((one, other) => bucketOf(one.feature) - bucketOf(other.feature));
  const features = Int32Array.from(rows, ({ feature }) => feature);
  const weights = Int16Array.from(rows.flatMap(({ numbers }) => numbers));
  /** For every bucket its first row, and behind the last one the number of rows. */
  const starts = new Uint16Array(buckets + 1);
  for (const { feature } of rows) starts[bucketOf(feature) + 1] = (starts[bucketOf(feature) + 1] ?? 0) + 1;
  for (let bucket = 0; bucket < buckets; bucket += 1)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  return (asked, scores) => {
    for (const feature of asked) {
      const bucket = bucketOf(feature);
      let row = starts[bucket] ?? 0;
      const end = starts[bucket + 1] ?? 0;
      while (row < end && features[row] !== feature) row += 1;
      if (row === end) continue;
      for (let label = 0, from = row * LABEL_COUNT; label < LABEL_COUNT; label += 1) {
        scores[label] = (scores[label] ?? 0) + (weights[from + label] ?? 0);
      }
    }
  };
}
