import {
  OPEN_STATES,
  PUBLIC_STATES,
  type Stage,
  stageAfter,
  type Transition,
  VERBS,
  type Verb,
  WORKFLOW,
} from '../../src/domain/workflow.ts';

/** docs/WORKFLOW.md, made from the table of the workflow. */
export function workflowPage(): string {
  return `# The life of a release

This page is made from the table in \`src/domain/workflow.ts\`; \`npx vitest run test/docs/workflow.test.ts --update\` writes it anew.

An article has two sides, and a verb changes one or both: the **open edition**, which somebody is writing or which waits for
its instant, and **what the public has**. What a verb does not name stays as it is.

## The open edition

${diagram('open', OPEN_STATES, [
  ['none', 'draft', 'save'],
  ['submitted', 'draft', 'save'],
  ['scheduled', 'none', 'its instant'],
])}

A save opens a draft where none is open, and makes a draft of what was submitted: an approval is of one text. A scheduled
edition is not saved; it is unscheduled first.

## What the public has

${diagram('public', PUBLIC_STATES, [
  ['none', 'live', 'its instant'],
  ['live', 'live', 'its instant'],
  ['withdrawn', 'live', 'its instant'],
])}

A scheduled edition is public from its instant on, by the clock, whether or not any job has run.

## The verbs

| Verb | What it does | From (open) | From (public) | Who |
|---|---|---|---|---|
${VERBS.map((verb) => rowOf(verb, WORKFLOW[verb])).join('\n')}

An author acts on their own articles only. Whoever submitted a draft may not approve it, with whatever key of theirs: this
two-person rule holds for the verbs that the installation names (\`DATELINE_TWO_PERSON_VERBS\`, by default \`publish\` and
\`schedule\`).
`;
}

function rowOf(verb: Verb, { summary, from, roles, unschedules }: Transition): string {
  const states = (some: readonly string[], all: readonly string[]) =>
    some.length === all.length ? 'any' : some.join(', ');
  const does = unschedules ? `${summary}; a schedule becomes a submitted draft again` : summary;
  const cells = [does, states(from.open, OPEN_STATES), states(from.public, PUBLIC_STATES), roles.join(', ')];
  return `| \`${verb}\` | ${cells.join(' | ')} |`;
}

type Edge = readonly [from: string, to: string, label: string];

/** One side of the stages as a Mermaid state diagram: the edges of every verb, and those that no verb makes. */
function diagram<Side extends keyof Stage>(side: Side, states: readonly string[], others: readonly Edge[]): string {
  const edges = [...VERBS.flatMap((verb) => edgesOf(verb, side)), ...others];
  const labels = Map.groupBy(edges, ([from, to]) => `${from} --> ${to}`);
  const lines = [...labels].map(([arrow, merged]) => `  ${arrow}: ${merged.map(([, , label]) => label).join(', ')}`);
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${states[0]}`, ...lines, '```'].join('\n');
}

/** Where a verb leads on one side, wherever it changes anything there or puts another edition there. */
function edgesOf(verb: Verb, side: keyof Stage): Edge[] {
  const { from, to } = WORKFLOW[verb];
  const publishes = to.open === 'none' && verb !== 'discard';
  const stages = from.open.flatMap((open) => from.public.map((shown): Stage => ({ open, public: shown })));
  const edges = stages.map((stage): Edge => [stage[side], stageAfter(verb, stage)[side], verb]);
  const restates = verb === 'withdraw';
  const moving = edges.filter(([before, after]) => before !== after || (side === 'public' && (publishes || restates)));
  return [...new Map(moving.map((edge) => [edge.join(' '), edge])).values()];
}
