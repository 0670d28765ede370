import type { Role } from './actor.ts';

/** Where the edition that is being worked on stands; `none` when there is none. */
export const OPEN_STATES = ['none', 'draft', 'submitted', 'scheduled'] as const;
export type OpenState = (typeof OPEN_STATES)[number];

/** What the public has of an article. */
export const PUBLIC_STATES = ['none', 'live', 'withdrawn'] as const;
export type Publicity = (typeof PUBLIC_STATES)[number];

export interface Stage {
  readonly open: OpenState;
  readonly public: Publicity;
}

/** The verbs of the newsroom, in the order of an article's life. */
export const VERBS = [
  'submit',
  'return',
  'schedule',
  'unschedule',
  'publish',
  'force-publish',
  'correct',
  'amend',
  'withdraw',
  'reinstate',
  'discard',
] as const;
export type Verb = (typeof VERBS)[number];

/** Those that let out what was submitted: what a second person can be needed for. */
export const APPROVALS = [
  'schedule',
  'publish',
  'force-publish',
  'correct',
  'amend',
] as const satisfies readonly Verb[];

/** What happened, as it stands in the audit trail and in events. */
export const ARTICLE_EVENTS = [
  'submitted',
  'returned',
  'scheduled',
  'unscheduled',
  'published',
  'force-published',
  'corrected',
  'amended',
  'withdrawn',
  'reinstated',
  'discarded',
] as const;
export type ArticleEvent = (typeof ARTICLE_EVENTS)[number];

/** One row of the state machine. */
export interface Transition {
  /** The stages from which it may be done: any of these together with any of those. */
  readonly from: { readonly open: readonly OpenState[]; readonly public: readonly Publicity[] };
  /** What it changes; what it does not name stays. */
  readonly to: Partial<Stage>;
  /** Takes a schedule back to `submitted`: nothing goes out by itself after it. */
  readonly unschedules?: true;
  /** Who may do it. An author may do it to their own articles only. */
  readonly roles: readonly Role[];
  readonly event: ArticleEvent;
  readonly summary: string;
}

const ANY_OPEN = OPEN_STATES;
const ANY_PUBLIC = PUBLIC_STATES;
const EVERYBODY = ['author', 'editor', 'admin'] as const;
const EDITORS = ['editor', 'admin'] as const;

/** The whole workflow. Routes, their documentation and the diagram are made from it. */
export const WORKFLOW: Readonly<Record<Verb, Transition>> = {
  submit: {
    from: { open: ['draft'], public: ANY_PUBLIC },
    to: { open: 'submitted' },
    roles: EVERYBODY,
    event: 'submitted',
    summary: 'Hand the draft to the editors for approval',
  },
  return: {
    from: { open: ['submitted'], public: ANY_PUBLIC },
    to: { open: 'draft' },
    roles: EDITORS,
    event: 'returned',
    summary: 'Give a submitted draft back to its author, with a note',
  },
  schedule: {
    from: { open: ['submitted'], public: ANY_PUBLIC },
    to: { open: 'scheduled' },
    roles: EDITORS,
    event: 'scheduled',
    summary: 'Approve a submitted draft for a later instant',
  },
  unschedule: {
    from: { open: ['scheduled'], public: ANY_PUBLIC },
    to: { open: 'submitted' },
    roles: EDITORS,
    event: 'unscheduled',
    summary: 'Take a scheduled edition back before its instant',
  },
  publish: {
    from: { open: ['submitted'], public: ['none', 'withdrawn'] },
    to: { open: 'none', public: 'live' },
    roles: EDITORS,
    event: 'published',
    summary: 'Approve a submitted draft and make it public now, also in the place of a text that is withdrawn for good',
  },
  'force-publish': {
    from: { open: ['draft', 'submitted'], public: ANY_PUBLIC },
    to: { open: 'none', public: 'live' },
    roles: EDITORS,
    event: 'force-published',
    summary: 'Make a draft public at once, alone, past the two-person rule, with a reason that is kept',
  },
  correct: {
    from: { open: ['draft', 'submitted'], public: ['live'] },
    to: { open: 'none' },
    roles: EDITORS,
    event: 'corrected',
    summary: 'Replace the live edition by the open one, with a note to readers',
  },
  amend: {
    from: { open: ['draft', 'submitted'], public: ['live'] },
    to: { open: 'none' },
    roles: EDITORS,
    event: 'amended',
    summary: 'Replace the live edition by the open one silently: for a slip of the pen',
  },
  withdraw: {
    from: { open: ANY_OPEN, public: ['live', 'withdrawn'] },
    to: { public: 'withdrawn' },
    unschedules: true,
    roles: EDITORS,
    event: 'withdrawn',
    summary:
      'Take the article down, all editions of it, from every public output; what is down already, in another way or in other words',
  },
  reinstate: {
    from: { open: ANY_OPEN, public: ['withdrawn'] },
    to: { public: 'live' },
    roles: EDITORS,
    event: 'reinstated',
    summary: 'Put a withdrawn article back as it was',
  },
  discard: {
    from: { open: ['draft', 'submitted'], public: ANY_PUBLIC },
    to: { open: 'none' },
    roles: EVERYBODY,
    event: 'discarded',
    summary: 'Throw the open edition away; what is public stays',
  },
};

/** The verbs that the state machine allows at a stage, in the order of an article's life. */
export function verbsAt(stage: Stage): Verb[] {
  return VERBS.filter((verb) => allows(verb, stage));
}

export function allows(verb: Verb, stage: Stage): boolean {
  const { open, public: shown } = WORKFLOW[verb].from;
  return open.includes(stage.open) && shown.includes(stage.public);
}

/** Where a verb leads. @throws RangeError where the table does not allow it */
export function stageAfter(verb: Verb, stage: Stage): Stage {
  if (!allows(verb, stage)) throw new RangeError(`${verb} is not possible here`);
  const { to, unschedules = false } = WORKFLOW[verb];
  return { ...stage, ...(unschedules && stage.open === 'scheduled' && { open: 'submitted' }), ...to };
}
