import { LABEL_COUNT, mayFollow, NOTHING } from './labels.ts';

/**
 * A sequence tagger: a score for every feature with every label, and one for every label behind another one. The labels of
 * a sentence are those with the greatest sum (Viterbi). It is trained as a structured perceptron with averaged weights
 * (M. Collins, Discriminative Training Methods for Hidden Markov Models, EMNLP 2002).
 */
export interface Weights {
  /** For a feature, the score of each label. */
  readonly features: { get(feature: number): Float64Array | undefined };
  /** For a label, or the beginning as the last row, the score of each label behind it. */
  readonly transitions: readonly Float64Array[];
}

/** The best labels for tokens with these features. Linear in the tokens. */
export function bestLabels(features: readonly (readonly number[])[], weights: Weights): number[] {
  const cameFrom: Int8Array[] = [];
  let sums: Float64Array = new Float64Array(LABEL_COUNT);
  for (const [at, names] of features.entries()) {
    const next = scoresOf(names, weights);
    const from = new Int8Array(LABEL_COUNT);
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      const before = at === 0 ? BEGINNING : bestBefore(label, sums, weights);
      from[label] = before;
      next[label] = (next[label] ?? 0) + reached(label, before, sums, weights);
    }
    cameFrom.push(from);
    sums = next;
  }
  let best = sums.reduce((winner, sum, label) => (sum > (sums[winner] ?? 0) ? label : winner), NOTHING);
  const labels = features.map(() => NOTHING);
  for (let at = features.length - 1; at >= 0; at -= 1) {
    labels[at] = best;
    best = cameFrom[at]?.[best] ?? NOTHING;
  }
  return labels;
}

/** Stands for the label before the first token. */
const BEGINNING = LABEL_COUNT;

function bestBefore(label: number, sums: Float64Array, weights: Weights): number {
  let best = NOTHING;
  let most = Number.NEGATIVE_INFINITY;
  for (let before = 0; before < LABEL_COUNT; before += 1) {
    const sum = reached(label, before, sums, weights);
    if (sum > most) [best, most] = [before, sum];
  }
  return best;
}

/** The score of a label behind another one and all before it. */
function reached(label: number, before: number, sums: Float64Array, { transitions }: Weights): number {
  if (!mayFollow(label, before)) return Number.NEGATIVE_INFINITY;
  return (sums[before] ?? 0) + (transitions[before]?.[label] ?? 0);
}

function scoresOf(names: readonly number[], { features }: Weights): Float64Array {
  const scores = new Float64Array(LABEL_COUNT);
  for (const name of names) {
    const known = features.get(name);
    if (!known) continue;
    for (let label = 0; label < LABEL_COUNT; label += 1) scores[label] = (scores[label] ?? 0) + (known[label] ?? 0);
  }
  return scores;
}
