import { once } from '../once.ts';
import type { Weights } from './tagger.ts';
import trained from './weights.json' with { type: 'json' };

/** The weights that were learned from the marked attributions of `test/corpus`; `npm run train` makes them anew. */
export const trainedWeights = once((): Weights => {
  const { features, transitions } = trained;
  const rows = Object.entries(features).map(([feature, row]) => [Number(feature), Float64Array.from(row)] as const);
  return { features: new Map(rows), transitions: transitions.map((row) => Float64Array.from(row)) };
});
