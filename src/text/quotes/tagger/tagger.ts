import { BEGINNING, LABEL_COUNT, NOTHING, STATE_COUNT, STEPS } from './labels.ts';

/**
 * A sequence tagger: a score for every feature with every label, and one for every label in every state of the reading. The
 * labels of a sentence are those with the greatest sum (Viterbi). It is trained as a linear-chain
 * conditional random field (J. Lafferty, A. McCallum and F. Pereira, ICML 2001).
 */
export interface Weights {
  /** Adds to the score of each label what these features of a token give it. */
  readonly addScores: (features: readonly number[], scores: Float64Array) => void;
  /** The score of each label in each state, `LABEL_COUNT` numbers for every one. */
  readonly transitions: Float64Array;
}

const UNREACHED = Number.NEGATIVE_INFINITY;
/**
 * How far a reading may be behind the best one and still be gone on with. It hardly ever catches up: by the scale of the weights it
 * is less likely by ten powers of e.
 */
const WITHIN_REACH = 200;

/** What every reading works with; none is begun before another one has ended. */
const SCORES = new Float64Array(LABEL_COUNT);
const SUMS = new Float64Array(STATE_COUNT);
const NEXT = new Float64Array(STATE_COUNT);

/** The best labels for tokens with these features. Linear in the tokens. */
export function bestLabels(features: readonly (readonly number[])[], { addScores, transitions }: Weights): number[] {
  const { label: ofSteps, to: tos, starts } = STEPS;
  const [states, count] = [STATE_COUNT, LABEL_COUNT];
  const cameFrom = new Int8Array(features.length * states);
  let [sums, next] = [SUMS, NEXT];
  const scores = SCORES;
  sums.fill(UNREACHED);
  sums[BEGINNING] = 0;
  let best = 0;
  for (const [at, ofToken] of features.entries()) {
    scores.fill(0);
    addScores(ofToken, scores);
    next.fill(UNREACHED);
    const row = at * states;
    const least = best - WITHIN_REACH;
    best = UNREACHED;
    for (let from = 0; from < states; from += 1) {
      const before = sums[from] ?? UNREACHED;
      if (before < least) continue;
      for (let step = starts[from] ?? 0, end = starts[from + 1] ?? 0; step < end; step += 1) {
        const label = ofSteps[step] ?? 0;
        const to = tos[step] ?? 0;
        const reached = before + (transitions[from * count + label] ?? 0) + (scores[label] ?? 0);
        if (reached <= (next[to] ?? UNREACHED)) continue;
        next[to] = reached;
        if (reached > best) best = reached;
        cameFrom[row + to] = from;
      }
    }
    [sums, next] = [next, sums];
  }
  const labels: number[] = [];
  for (let at = features.length - 1, state = greatest(sums); at >= 0; at -= 1) {
    labels.push(state % LABEL_COUNT);
    state = cameFrom[at * STATE_COUNT + state] ?? NOTHING;
  }
  return labels.reverse();
}

function greatest(sums: Float64Array): number {
  let best = 0;
  for (let state = 1; state < STATE_COUNT; state += 1) if ((sums[state] ?? 0) > (sums[best] ?? 0)) best = state;
  return best;
}
