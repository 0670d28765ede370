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
  const rows = lines.slice(STATE_COUNT);
  const table = createTable(rows.length);
  for (const row of rows) {
    const space = row.indexOf(' ');
    table.set(Number.parseInt(row.slice(0, space), RADIX), numbersIn(row.slice(space + 1)));
  }
  return { addScores: table.addScores, transitions };
}

function numbersIn(line: string): number[] {
  const numbers = new Array<number>(LABEL_COUNT).fill(0);
  for (const [, letter = '', number] of line.matchAll(/([a-i])(-?\d+)/g))
    numbers[LETTERS.indexOf(letter)] = Number(number);
  return numbers;
}

/** A hash table in arrays of numbers: a release looks some thousand features up, and each row of a Map is an object of its own. */
function createTable(count: number) {
  const size = 2 ** Math.ceil(Math.log2(2 * count + 2));
  const keys = new Int32Array(size);
  /** Which row of weights a place of the table has: the rows stand close together, so that the processor has them at hand. */
  const rowOf = new Uint16Array(size);
  const weights = new Int16Array((count + 1) * LABEL_COUNT);
  let rows = 0;
  const labels = LABEL_COUNT;
  /** Where a feature stands, or would stand; hashes that they are, they need no other. */
  const placeOf = (feature: number): number => {
    let place = feature & (size - 1);
    while (keys[place] !== 0 && keys[place] !== feature) place = (place + 1) & (size - 1);
    return place;
  };
  return {
    set(feature: number, numbers: readonly number[]): void {
      const place = placeOf(feature);
      rows += 1;
      keys[place] = feature;
      rowOf[place] = rows;
      weights.set(numbers, rows * LABEL_COUNT);
    },
    addScores(features: readonly number[], scores: Float64Array): void {
      for (const feature of features) {
        const row = rowOf[placeOf(feature)] ?? 0;
        if (row === 0) continue;
        for (let label = 0, from = row * labels; label < labels; label += 1) {
          scores[label] = (scores[label] ?? 0) + (weights[from + label] ?? 0);
        }
      }
    },
  };
}
