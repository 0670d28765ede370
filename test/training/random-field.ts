import { BEGINNING, LABEL_COUNT, STATE_COUNT, stateBehind } from '../../src/text/quotes/tagger/labels.ts';
import { shuffled } from './order.ts';
import { openPosterior } from './posterior.ts';

/** A sentence to learn from: what is true of its tokens, and their labels; its key says when in a round it is learned. */
export interface Lesson {
  readonly key: number;
  readonly features: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** What was learned: for every feature, and for every state of a reading, a weight for each label. */
export interface Trained {
  readonly features: ReadonlyMap<number, Float64Array>;
  readonly transitions: Float64Array;
}

/** As in posterior.ts, for the innermost loops: what is imported is looked up each time. */
const labelCount = LABEL_COUNT;

/** Lessons in which a feature must be true of something, for there to be more to learn of it than those lessons by heart. */
const LEAST_LESSONS = 2;
/** How far the first step goes; the later rounds take shorter ones. */
const RATE = 0.1;
const SLOWING = 0.15;
/** What every weight is drawn towards 0 by, for its size. */
const DECAY = 1e-4;
/** A label that is off by less than this is learned. */
const SURE = 1e-3;
/** What the squares of the steps begin with: the first step of a weight is no longer than the rate. */
const FIRST_SQUARE = 1e-2;

/**
 * Trains a linear-chain conditional random field by gradient descent on the likelihood of one lesson at a time, with steps of
 * AdaGrad (J. Duchi, E. Hazan and Y. Singer, JMLR 12, 2011). The same lessons in the same order give the same weights.
 *
 * @param rounds how often every lesson is gone through
 */
export function train(given: readonly Lesson[], rounds: number): Trained {
  const numbers = numbersOf(given);
  const lessons = given.map(({ key, features, labels }) => ({
    key,
    rows: features.map((ofToken) => Int32Array.from(ofToken.flatMap((feature) => numbers.get(feature) ?? []))),
    labels,
  }));
  const features = learned(numbers.size * labelCount);
  const transitions = learned(STATE_COUNT * labelCount);
  const posterior = openPosterior(Math.max(0, ...lessons.map(({ rows }) => rows.length)));
  for (let round = 0; round < rounds; round += 1) {
    const rate = RATE / (1 + SLOWING * round);
    for (const { rows, labels } of shuffled(lessons, round)) {
      const expected = posterior(rows, { features: features.weights, transitions: transitions.weights });
      let state = BEGINNING;
      for (const [at, label] of labels.entries()) {
        take(expected.labels, at * labelCount + label);
        take(expected.steps, state * labelCount + label);
        state = stateBehind(state, label);
      }
      for (const [at, row] of rows.entries()) {
        for (let label = 0; label < labelCount; label += 1) {
          const surplus = expected.labels[at * labelCount + label] ?? 0;
          if (Math.abs(surplus) < SURE) continue;
          for (const feature of row) change(features, feature * labelCount + label, surplus, rate);
        }
      }
      for (let at = 0; at < expected.steps.length; at += 1) {
        const surplus = expected.steps[at] ?? 0;
        if (Math.abs(surplus) >= SURE) change(transitions, at, surplus, rate);
      }
    }
  }
  return {
    features: new Map(
      [...numbers].map(([name, row]) => [name, features.weights.subarray(row * labelCount, (row + 1) * labelCount)]),
    ),
    transitions: transitions.weights,
  };
}

/** Weights, and the sums of the squares of the steps that each has taken. */
interface Learned {
  readonly weights: Float64Array;
  readonly squares: Float64Array;
}

function learned(length: number): Learned {
  return { weights: new Float64Array(length), squares: new Float64Array(length).fill(FIRST_SQUARE) };
}

/** One step against what is expected too often, shorter the more a weight has moved already. */
function change({ weights, squares }: Learned, at: number, surplus: number, rate: number): void {
  const slope = surplus + DECAY * (weights[at] ?? 0);
  const square = (squares[at] ?? FIRST_SQUARE) + slope * slope;
  squares[at] = square;
  weights[at] = (weights[at] ?? 0) - (rate * slope) / Math.sqrt(square);
}

function take(values: Float64Array, at: number): void {
  values[at] = (values[at] ?? 0) - 1;
}

/** A number for each feature of which there is enough to learn, counted from 0. */
function numbersOf(lessons: readonly Lesson[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { features } of lessons) {
    for (const feature of new Set(features.flat())) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([, count]) => count >= LEAST_LESSONS);
  return new Map(frequent.map(([feature], number) => [feature, number]));
}
