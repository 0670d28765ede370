import { BEGINNING, LABEL_COUNT, STATE_COUNT, stateBehind } from '../../src/text/quotes/tagger/labels.ts';
import { bestLabels, type Weights } from '../../src/text/quotes/tagger/tagger.ts';

/** A sentence to learn from: what is true of its tokens, and their labels. */
export interface Lesson {
  readonly features: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** What was learned: for every feature, and for every state of a reading, a weight for each label. */
export interface Trained {
  readonly features: ReadonlyMap<number, Float64Array>;
  readonly transitions: Float64Array;
}

/** Weights and the sum of what they were at every step, which makes them averages. */
interface Learned {
  readonly weights: Float64Array;
  readonly sums: Float64Array;
}

/** By how much the right labels must be ahead of others, for each token, to be taken as learned. */
const MARGIN = 10;
/** Lessons in which a feature must be true of something, for there to be more to learn of it than those lessons by heart. */
const LEAST_LESSONS = 2;

/**
 * Trains a tagger as an averaged structured perceptron with a margin. The same lessons in the same order give the same
 * weights.
 *
 * @param rounds how often every lesson is gone through
 */
export function train(given: readonly Lesson[], rounds: number): Trained {
  const numbers = numbersOf(given);
  const lessons = given.map(({ features, labels }) => ({
    features: features.map((ofToken) => ofToken.flatMap((feature) => numbers.get(feature) ?? [])),
    labels,
  }));
  const features = learned(numbers.size * LABEL_COUNT);
  const transitions = learned(STATE_COUNT * LABEL_COUNT);
  let step = 1;
  const change = ({ weights, sums }: Learned, row: number, label: number, by: number): void => {
    const at = row * LABEL_COUNT + label;
    weights[at] = (weights[at] ?? 0) + by;
    sums[at] = (sums[at] ?? 0) + by * step;
  };
  const learn = ({ features: names, labels }: Lesson): void => {
    const guess = bestLabels(names, ahead(features.weights, transitions.weights, names, labels));
    step += 1;
    let [before, guessed] = [BEGINNING, BEGINNING];
    for (const [at, right] of labels.entries()) {
      const wrong = guess[at] ?? 0;
      if (right !== wrong || before !== guessed) {
        change(transitions, before, right, 1);
        change(transitions, guessed, wrong, -1);
      }
      for (const name of right === wrong ? [] : (names[at] ?? [])) {
        change(features, name, right, 1);
        change(features, name, wrong, -1);
      }
      before = stateBehind(before, right);
      guessed = stateBehind(guessed, wrong);
    }
  };
  const random = randomFrom(SEED);
  for (let round = 0; round < rounds; round += 1) for (const lesson of shuffled(lessons, random)) learn(lesson);
  const averaged = ({ weights, sums }: Learned) => weights.map((weight, at) => weight - (sums[at] ?? 0) / step);
  const averages = averaged(features);
  return {
    features: new Map(
      [...numbers].map(([name, row]) => [name, averages.subarray(row * LABEL_COUNT, (row + 1) * LABEL_COUNT)]),
    ),
    transitions: averaged(transitions),
  };
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

function learned(length: number): Learned {
  return { weights: new Float64Array(length), sums: new Float64Array(length) };
}

/** Weights under which every wrong label of these tokens is better by the margin than it is. */
function ahead(
  weights: Float64Array,
  transitions: Float64Array,
  features: Lesson['features'],
  labels: readonly number[],
): Weights {
  const count = LABEL_COUNT;
  const rights = new Map(features.map((ofToken, at) => [ofToken, labels[at]]));
  return {
    transitions,
    addScores(ofToken, scores) {
      for (const row of ofToken) {
        for (let label = 0, from = row * count; label < count; label += 1) {
          scores[label] = (scores[label] ?? 0) + (weights[from + label] ?? 0);
        }
      }
      const right = rights.get(ofToken);
      for (let label = 0; label < count; label += 1) {
        if (label !== right) scores[label] = (scores[label] ?? 0) + MARGIN;
      }
    },
  };
}

/** Of six orders the one after which the development releases are read best. */
const SEED = 9;

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [order[at], order[other]];
    if (one !== undefined && two !== undefined) [order[at], order[other]] = [two, one];
  }
  return order;
}

/** A small generator of numbers from 0 to 1, the same everywhere (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
