import { LABEL_COUNT, NOTHING } from './labels.ts';

/**
 * A sequence tagger: a score for every feature with every label, and one for every label behind another one. The labels of
 * a sentence are those with the greatest sum (Viterbi). It is trained as a structured perceptron with averaged weights
 * (M. Collins, Discriminative Training Methods for Hidden Markov Models, EMNLP 2002).
 */
export interface Weights {
  /** The score of each label for a token of which these features are true. */
  readonly scores: (features: readonly number[]) => Float64Array<ArrayBuffer>;
  /** For a label, or the beginning as the last row, the score of each label behind it; minus infinity for one that cannot follow. */
  readonly transitions: readonly Float64Array[];
}

/** The best labels for tokens with these features. Linear in the tokens. */
export function bestLabels(features: readonly (readonly number[])[], weights: Weights): number[] {
  const cameFrom: Int8Array[] = [];
  let sums = new Float64Array(LABEL_COUNT);
  for (const ofToken of features) {
    const from = new Int8Array(LABEL_COUNT);
    const next = weights.scores(ofToken);
    if (cameFrom.length === 0) add(next, weights.transitions[BEGINNING]);
    else addBest(next, from, sums, weights);
    cameFrom.push(from);
    sums = next;
  }
  const labels: number[] = [];
  for (let label = greatest(sums); labels.length < features.length; ) {
    labels.push(label);
    label = cameFrom[features.length - labels.length]?.[label] ?? NOTHING;
  }
  return labels.reverse();
}

function greatest(sums: Float64Array): number {
  let best = NOTHING;
  for (let label = 1; label < LABEL_COUNT; label += 1) if ((sums[label] ?? 0) > (sums[best] ?? 0)) best = label;
  return best;
}

/** The row of transitions from the beginning. */
export const BEGINNING = LABEL_COUNT;

function add(scores: Float64Array, more: Float64Array | undefined): void {
  for (let label = 0; label < LABEL_COUNT; label += 1) scores[label] = (scores[label] ?? 0) + (more?.[label] ?? 0);
}

/** Adds to each label the best sum that leads to it, and notes from which label it comes. */
function addBest(next: Float64Array, from: Int8Array, sums: Float64Array, { transitions }: Weights): void {
  const best = new Float64Array(LABEL_COUNT).fill(Number.NEGATIVE_INFINITY);
  for (let before = 0; before < LABEL_COUNT; before += 1) {
    const row = transitions[before];
    const sum = sums[before] ?? 0;
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      const reached = sum + (row?.[label] ?? 0);
      if (reached <= (best[label] ?? 0)) continue;
      best[label] = reached;
      from[label] = before;
    }
  }
  add(next, best);
}
