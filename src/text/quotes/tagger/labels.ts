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
export function mayFollow(label: number, before: number): boolean {
  return label === NOTHING || isFirst(label) || before === label || before === label - 1;
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
