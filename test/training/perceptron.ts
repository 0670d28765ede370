import { LABEL_COUNT, mayFollow } from '../../src/text/quotes/tagger/labels.ts';
import { BEGINNING, bestLabels, type Weights } from '../../src/text/quotes/tagger/tagger.ts';

/** A sentence to learn from: what is true of its tokens, and their labels. */
export interface Lesson {
  readonly features: readonly (readonly number[])[];
  readonly labels: readonly number[];
}

/** What was learned: for every feature, and for every label before another one and the beginning, a weight for each label. */
export interface Trained {
  readonly features: ReadonlyMap<number, Float64Array>;
  readonly transitions: readonly Float64Array[];
}

/** Weights and the sum of what they were at every step, which makes them averages. */
interface Row {
  readonly weights: Float64Array;
  readonly sums: Float64Array;
}

/** By how much the right labels must be ahead of others, for each token, to be taken as learned. */
const MARGIN = 10;

/**
 * Trains a tagger as an averaged structured perceptron with a margin. The same lessons in the same order give the same
 * weights.
 *
 * @param rounds how often every lesson is gone through
 */
export function train(lessons: readonly Lesson[], rounds: number): Trained {
  const features = new Map<number, Row>();
  const transitions = Array.from({ length: LABEL_COUNT + 1 }, (_, before) => transitionsFrom(before));
  const weights: Weights = {
    scores(ofToken) {
      const scores = new Float64Array(LABEL_COUNT);
      for (const feature of ofToken) {
        const known = features.get(feature)?.weights;
        for (let label = 0; known && label < LABEL_COUNT; label += 1) {
          scores[label] = (scores[label] ?? 0) + (known[label] ?? 0);
        }
      }
      return scores;
    },
    transitions: transitions.map((row) => row.weights),
  };
  let step = 1;
  const learn = ({ features: names, labels }: Lesson): void => {
    const guess = bestLabels(names, ahead(weights, names, labels));
    step += 1;
    const change = (row: Row, label: number, by: number): void => {
      row.weights[label] = (row.weights[label] ?? 0) + by;
      row.sums[label] = (row.sums[label] ?? 0) + by * step;
    };
    for (const [at, right] of labels.entries()) {
      const wrong = guess[at] ?? 0;
      const [before, guessed] = at === 0 ? [BEGINNING, BEGINNING] : [labels[at - 1] ?? 0, guess[at - 1] ?? 0];
      if (right === wrong && before === guessed) continue;
      change(transitions[before] ?? newRow(), right, 1);
      change(transitions[guessed] ?? newRow(), wrong, -1);
      if (right === wrong) continue;
      for (const name of names[at] ?? []) {
        const row = features.get(name) ?? newRow();
        features.set(name, row);
        change(row, right, 1);
        change(row, wrong, -1);
      }
    }
  };
  const random = randomFrom(SEED);
  for (let round = 0; round < rounds; round += 1) for (const lesson of shuffled(lessons, random)) learn(lesson);
  const averaged = ({ weights: last, sums }: Row) => last.map((weight, label) => weight - (sums[label] ?? 0) / step);
  return {
    features: new Map([...features].map(([name, row]) => [name, averaged(row)])),
    transitions: transitions.map(averaged),
  };
}

/** Weights under which every wrong label of these tokens is better by the margin than it is. */
function ahead(weights: Weights, features: Lesson['features'], labels: readonly number[]): Weights {
  const firsts = new Map(features.map((ofToken, at) => [ofToken, labels[at]]));
  return {
    ...weights,
    scores(ofToken) {
      const scores = weights.scores(ofToken);
      const right = firsts.get(ofToken);
      return scores.map((score, label) => (label === right ? score : score + MARGIN));
    },
  };
}

const SEED = 7;

/** What cannot follow never does. */
function transitionsFrom(before: number): Row {
  const { weights, sums } = newRow();
  return { weights: weights.map((_, label) => (mayFollow(label, before) ? 0 : Number.NEGATIVE_INFINITY)), sums };
}

function newRow(): Row {
  return { weights: new Float64Array(LABEL_COUNT), sums: new Float64Array(LABEL_COUNT) };
}

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
