import { BEGINNING, LABEL_COUNT, STATE_COUNT, STEPS } from '../../src/text/quotes/tagger/labels.ts';

/** Weights that are being learned: a row of one for each label, for every feature and for every state of a reading. */
export interface Field {
  readonly features: Float64Array;
  readonly transitions: Float64Array;
}

/** How likely each label of each token is, and how often each label is expected in each state. */
export interface Posterior {
  readonly labels: Float64Array;
  readonly steps: Float64Array;
}

const { from: froms, label: ofSteps, to: tos } = STEPS;
const labelCount = LABEL_COUNT;
const stateCount = STATE_COUNT;

/**
 * What a linear-chain conditional random field expects of sentences of up to so many tokens, by the forward-backward algorithm
 * (J. Lafferty, A. McCallum and F. Pereira, Conditional Random Fields, ICML 2001). The next answer is written over the last.
 */
export function openPosterior(longest: number): (rows: readonly Int32Array[], field: Field) => Posterior {
  const labels = new Float64Array(longest * labelCount);
  const steps = new Float64Array(stateCount * labelCount);
  const emitted = new Float64Array(longest * labelCount);
  const moved = new Float64Array(stateCount * labelCount);
  const forward = new Float64Array((longest + 1) * stateCount);
  const backward = new Float64Array((longest + 1) * stateCount);
  const passed = new Float64Array(longest * froms.length);
  const ofStep = new Float64Array(froms.length);
  return (rows, { features, transitions }) => {
    for (let at = 0; at < moved.length; at += 1) moved[at] = Math.exp(transitions[at] ?? 0);
    for (const [at, row] of rows.entries()) emit(emitted, at, row, features);
    passForward(forward, passed, rows.length, emitted, moved);
    passBackward(backward, rows.length, emitted, moved);
    labels.fill(0, 0, rows.length * labelCount);
    steps.fill(0);
    for (let at = 0; at < rows.length; at += 1) {
      let sum = 0;
      for (let step = 0; step < froms.length; step += 1) {
        const behind = backward[(at + 1) * stateCount + (tos[step] ?? 0)] ?? 0;
        sum += ofStep[step] = (passed[at * froms.length + step] ?? 0) * behind;
      }
      for (let step = 0; step < froms.length; step += 1) {
        const share = (ofStep[step] ?? 0) / sum;
        if (share === 0) continue;
        const label = ofSteps[step] ?? 0;
        add(labels, at * labelCount + label, share);
        add(steps, (froms[step] ?? 0) * labelCount + label, share);
      }
    }
    return { labels, steps };
  };
}

/** What the features of a token say for each label, the best of them 1. */
function emit(emitted: Float64Array, at: number, row: Int32Array, features: Float64Array): void {
  const place = at * labelCount;
  emitted.fill(0, place, place + labelCount);
  for (const feature of row) {
    for (let label = 0, from = feature * labelCount; label < labelCount; label += 1)
      add(emitted, place + label, features[from + label] ?? 0);
  }
  const best = Math.max(...emitted.subarray(place, place + labelCount));
  for (let label = place; label < place + labelCount; label += 1)
    emitted[label] = Math.exp((emitted[label] ?? 0) - best);
}

/** Notes for every step of every token how likely it is that a reading gets there and takes it. */
function passForward(
  forward: Float64Array,
  passed: Float64Array,
  count: number,
  emitted: Float64Array,
  moved: Float64Array,
): void {
  forward.fill(0, 0, (count + 1) * stateCount);
  forward[BEGINNING] = 1;
  for (let at = 0; at < count; at += 1) {
    const next = (at + 1) * stateCount;
    for (let step = 0; step < froms.length; step += 1) {
      const before = forward[at * stateCount + (froms[step] ?? 0)] ?? 0;
      const taken = before > 0 ? before * weightOf(step, at, emitted, moved) : 0;
      passed[at * froms.length + step] = taken;
      add(forward, next + (tos[step] ?? 0), taken);
    }
    scale(forward, next);
  }
}

function passBackward(backward: Float64Array, count: number, emitted: Float64Array, moved: Float64Array): void {
  backward.fill(0, 0, count * stateCount);
  backward.fill(1, count * stateCount, (count + 1) * stateCount);
  for (let at = count - 1; at >= 0; at -= 1) {
    for (let step = 0; step < froms.length; step += 1) {
      const behind = backward[(at + 1) * stateCount + (tos[step] ?? 0)] ?? 0;
      add(backward, at * stateCount + (froms[step] ?? 0), behind * weightOf(step, at, emitted, moved));
    }
    scale(backward, at * stateCount);
  }
}

function weightOf(step: number, at: number, emitted: Float64Array, moved: Float64Array): number {
  const label = ofSteps[step] ?? 0;
  return (moved[(froms[step] ?? 0) * labelCount + label] ?? 0) * (emitted[at * labelCount + label] ?? 0);
}

/** Products of many likelihoods leave what a number can hold: the states of one token add up to 1. */
function scale(values: Float64Array, from: number): void {
  let sum = 0;
  for (let at = from; at < from + stateCount; at += 1) sum += values[at] ?? 0;
  for (let at = from; at < from + stateCount; at += 1) values[at] = (values[at] ?? 0) / sum;
}

function add(values: Float64Array, at: number, more: number): void {
  values[at] = (values[at] ?? 0) + more;
}
