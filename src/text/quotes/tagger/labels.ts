/** What a word of an attribution may say of the speaker. */
export const ASPECTS = ['name', 'rank', 'role', 'organisation'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** Labels of tokens: 0 says nothing of the speaker; the others come in pairs, the first token of an aspect and a later one. */
export const NOTHING = 0;
export const LABEL_COUNT = 1 + 2 * ASPECTS.length;

export function firstOf(aspect: Aspect): number {
  return 1 + 2 * ASPECTS.indexOf(aspect);
}

/** The aspect that a label speaks of; undefined for none. */
function aspectOf(label: number): Aspect | undefined {
  return label === NOTHING ? undefined : ASPECTS[(label - 1) >> 1];
}

function isFirst(label: number): boolean {
  return label % 2 === 1;
}

/** Whether a label may stand behind another one: an aspect goes on only where it has begun. */
function mayFollow(label: number, before: number): boolean {
  return label === NOTHING || isFirst(label) || before === label || before === label - 1;
}

/** What is remembered of the tokens before: whoever has a name and a body already hardly gets others. */
const REMEMBERED: readonly Aspect[] = ['name', 'role', 'organisation'];

/** States of a reading: the label of the last token with what has been said so far; the last one is the beginning. */
export const STATE_COUNT = LABEL_COUNT * 2 ** REMEMBERED.length + 1;
export const BEGINNING = STATE_COUNT - 1;

/** The state behind one more token. */
export function stateBehind(state: number, label: number): number {
  const said = state === BEGINNING ? 0 : Math.floor(state / LABEL_COUNT);
  const aspect = aspectOf(label);
  const bit = aspect === undefined ? -1 : REMEMBERED.indexOf(aspect);
  return (bit === -1 ? said : said | (1 << bit)) * LABEL_COUNT + label;
}

/** Every step that a reading can make by one token more, in the order of the states from which it is made. */
export interface Steps {
  readonly from: Uint8Array;
  readonly label: Uint8Array;
  readonly to: Uint8Array;
  /** For every state its first step, and behind the last state the number of steps. */
  readonly starts: Uint16Array;
}

export const STEPS: Steps = stepsFrom(BEGINNING);

function stepsFrom(beginning: number): Steps {
  const states = [beginning];
  const steps: { readonly from: number; readonly label: number; readonly to: number }[] = [];
  for (const from of states) {
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      if (!mayFollow(label, from === beginning ? NOTHING : from % LABEL_COUNT)) continue;
      const to = stateBehind(from, label);
      if (!states.includes(to)) states.push(to);
      steps.push({ from, label, to });
    }
  }
  steps.sort((one, other) => one.from - other.from);
  return {
    from: Uint8Array.from(steps, ({ from }) => from),
    label: Uint8Array.from(steps, ({ label }) => label),
    to: Uint8Array.from(steps, ({ to }) => to),
    starts: Uint16Array.from(
      { length: STATE_COUNT + 1 },
      (_, state) => steps.filter(({ from }) => from < state).length,
    ),
  };
}

/** A stretch of tokens that says one thing of the speaker; `to` is behind its last token. */
export interface Stretch {
  readonly aspect: Aspect;
  readonly from: number;
  readonly to: number;
}

export function stretchesOf(labels: readonly number[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at < labels.length; at += 1) {
    const label = labels[at] ?? NOTHING;
    const aspect = aspectOf(label);
    if (aspect === undefined) continue;
    let to = at + 1;
    while (labels[to] === firstOf(aspect) + 1) to += 1;
    stretches.push({ aspect, from: at, to });
    at = to - 1;
  }
  return stretches;
}
