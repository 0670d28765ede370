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
  const transitions = lines.slice(0, LABEL_COUNT + 1).map((line) => rowOf(line.split(' ')));
  const features = new Map<number, Float64Array>();
  for (const line of lines.slice(LABEL_COUNT + 1)) {
    const [feature = '', ...numbers] = line.split(' ');
    features.set(Number.parseInt(feature, RADIX), rowOf(numbers));
  }
  return { features, transitions };
}

function rowOf(numbers: readonly string[]): Float64Array {
  const row = new Float64Array(LABEL_COUNT);
  for (const [label, number] of numbers.entries()) row[label] = Number(number);
  return row;
}
