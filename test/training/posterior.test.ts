import { expect, it } from 'vitest';
import { BEGINNING, LABEL_COUNT, STATE_COUNT, STEPS, stateBehind } from '../../src/text/quotes/tagger/labels.ts';
import { bestLabels } from '../../src/text/quotes/tagger/tagger.ts';
import { fc, runs } from '../support/property-tests.ts';
import { type Field, openPosterior } from './posterior.ts';

const TOKENS = 3;

const weights = (count: number) =>
  fc
    .array(fc.float({ min: -4, max: 4, noNaN: true }), { minLength: count, maxLength: count })
    .map((values) => Float64Array.from(values));
const fields = fc.record({ features: weights(TOKENS * LABEL_COUNT), transitions: weights(STATE_COUNT * LABEL_COUNT) });
/** Sentences of three tokens with a feature each. */
const rows = Array.from({ length: TOKENS }, (_, at) => Int32Array.of(at));

/** Every reading that three tokens can have. */
function readings(before: readonly number[] = [], state = BEGINNING): number[][] {
  if (before.length === TOKENS) return [[...before]];
  return [...STEPS.from.keys()]
    .filter((step) => STEPS.from[step] === state)
    .flatMap((step) => readings([...before, STEPS.label[step] ?? 0], STEPS.to[step] ?? 0));
}

function likelihood(labels: readonly number[], { features, transitions }: Field): number {
  let [sum, state] = [0, BEGINNING];
  for (const [at, label] of labels.entries()) {
    sum += (features[at * LABEL_COUNT + label] ?? 0) + (transitions[state * LABEL_COUNT + label] ?? 0);
    state = stateBehind(state, label);
  }
  return Math.exp(sum);
}

it('expects of every token what all its readings together say', () => {
  const all = readings();
  fc.assert(
    fc.property(fields, (field) => {
      const likelihoods = all.map((labels) => likelihood(labels, field));
      const total = likelihoods.reduce((sum, each) => sum + each, 0);
      const expected = new Float64Array(TOKENS * LABEL_COUNT);
      for (const [index, labels] of all.entries()) {
        for (const [at, label] of labels.entries()) {
          const place = at * LABEL_COUNT + label;
          expected[place] = (expected[place] ?? 0) + (likelihoods[index] ?? 0) / total;
        }
      }
      const { labels, steps } = openPosterior(TOKENS)(rows, field);
      for (const [place, share] of expected.entries()) expect(labels[place]).toBeCloseTo(share, 9);
      expect(steps.reduce((sum, share) => sum + share, 0)).toBeCloseTo(TOKENS, 9);
    }),
    { numRuns: runs(20) },
  );
});

it('has the tagger find the reading that is likelier than all others', () => {
  const all = readings();
  fc.assert(
    fc.property(fields, (field) => {
      const addScores = ([row = 0]: readonly number[], scores: Float64Array): void => {
        for (let label = 0; label < LABEL_COUNT; label += 1)
          scores[label] = field.features[row * LABEL_COUNT + label] ?? 0;
      };
      const found = bestLabels([[0], [1], [2]], { addScores, transitions: field.transitions });
      expect(likelihood(found, field)).toBeCloseTo(Math.max(...all.map((labels) => likelihood(labels, field))), 6);
    }),
    { numRuns: runs(20) },
  );
});

it('forgets the sentence before', () => {
  fc.assert(
    fc.property(fields, (field) => {
      const posterior = openPosterior(TOKENS);
      const ofTwo = () => [...posterior(rows.slice(0, 2), field).labels.subarray(0, 2 * LABEL_COUNT)];
      const first = ofTwo();
      posterior(rows, field);
      expect(ofTwo()).toEqual(first);
    }),
    { numRuns: runs(20) },
  );
});
