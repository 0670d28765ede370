import { OPERATOR, type Unasked } from '../../../domain/actor.ts';
import type { Article } from '../../../domain/article.ts';
import { type AuditNote, auditNote } from '../../../domain/audit.ts';
import type { Instant } from '../../../domain/time.ts';
import { audienceOf } from '../../../domain/visibility.ts';
import { isToldAlike, type Withdrawal } from '../../../domain/withdrawal.ts';
import type { ArticleDecision, ChangeRequest } from '../../article-change.ts';
import type { RemovalEvent } from './removal-event.ts';

/** Articles, by id. */
export interface TakenBack {
  /** Taken down again. */
  readonly withdrawn: readonly string[];
  /** Scheduled here, and taken back or withdrawn since: they wait for an approval again. */
  readonly unscheduled: readonly string[];
  /** Withdrawn since, and not known here, or as drafts only. */
  readonly unknown: readonly string[];
  /** Back since, with the same text or another, and withdrawn here: they stay so. */
  readonly standing: readonly string[];
}

export interface TakingBack {
  readonly now: Instant;
  /** Carries out changes in the write transaction that runs, without publishing before them what is due. */
  readonly change: (requests: readonly ChangeRequest[]) => void;
  /** Keeps a document from being published by an import, by the digest of its address. */
  readonly bar: (address: string) => void;
  /** Keeps what is withdrawn of an article from being reinstated. */
  readonly keepDown: (article: string) => void;
}

/** Who does it, in the audit trail. */
const SYSTEM: Unasked = 'system';
const NOTHING: ChangeRequest['mentions'] = { areas: [], organisations: [], officials: [] };

/** Takes from the public, and from what is to be public, what was taken from it. */
export function takeBack(events: readonly RemovalEvent[], { now, change, bar, keepDown }: TakingBack): TakenBack {
  const taken = {
    withdrawn: [] as string[],
    unscheduled: [] as string[],
    unknown: [] as string[],
    standing: [] as string[],
  };
  for (const [id, fate] of fatesOf(events)) {
    const steps: Step[] = [];
    const request: ChangeRequest = {
      article: { id },
      mentions: NOTHING,
      audience: audienceOf(OPERATOR, now),
      by: SYSTEM,
      unread: true,
      decide(article) {
        const { step, decision } = stepOn(article, fate);
        steps.push(step);
        const action = ACTIONS[step];
        return action ? { ...decision, audit: systemNote(now, action, id) } : decision;
      },
    };
    // Twice: a schedule is taken back before what it would replace is withdrawn.
    change([request, request]);
    if (fate.isReplaced) keepDown(id);
    // It is not withdrawn here, so nothing else says so to whoever has its document.
    if (fate.withdrawn?.address && steps.includes('unknown')) bar(fate.withdrawn.address);
    const step = RANKS.find((each) => steps.includes(each));
    if (step) taken[step].push(id);
    if (steps.includes('unscheduled') && step !== 'unscheduled') taken.unscheduled.push(id);
  }
  return taken;
}

/** A note of what the house does by itself. */
export function systemNote(
  at: Instant,
  action: string,
  subject: string | null,
  detail: AuditNote['detail'] = {},
): AuditNote {
  return auditNote(SYSTEM, { at, action, outcome: 'accepted', subject, detail });
}

type Step = keyof TakenBack | 'none';

const ACTIONS: Partial<Record<Step, string>> = {
  withdrawn: 'article.withdrawn',
  unscheduled: 'article.unscheduled',
};

/** What an article is told under when it comes under several. */
const RANKS = ['withdrawn', 'standing', 'unscheduled', 'unknown'] as const;

/** What became of an article. */
interface Fate {
  /** How what a backup has of it is withdrawn: as was last said, unless that text was put back. */
  readonly withdrawn: WithdrawnEvent | undefined;
  /** Whether what was withdrawn was once replaced by a later edition: then nothing puts the text back that a backup has. */
  readonly isReplaced: boolean;
  /** Whether it was public in the end. */
  readonly isBack: boolean;
  /** Editions whose schedule was taken back. */
  readonly unscheduled: readonly string[];
}

function fatesOf(events: readonly RemovalEvent[]): ReadonlyMap<string, Fate> {
  const fates = new Map<string, Fate>();
  for (const event of events) {
    if (!('article' in event)) continue;
    fates.set(event.article, fateAfter(fates.get(event.article) ?? UNTOUCHED, event));
  }
  return fates;
}

const UNTOUCHED: Fate = { withdrawn: undefined, isReplaced: false, isBack: false, unscheduled: [] };

function fateAfter(fate: Fate, event: Extract<RemovalEvent, { readonly article: string }>): Fate {
  switch (event.event) {
    case 'withdrawn':
      return { ...fate, withdrawn: event, isBack: false };
    case 'reinstated':
      return { ...fate, isBack: true, ...(!fate.isReplaced && { withdrawn: undefined }) };
    case 'replaced':
      return { ...fate, isBack: true, isReplaced: true };
    case 'unscheduled':
      return { ...fate, unscheduled: [...fate.unscheduled, event.edition] };
    default:
      return event satisfies never;
  }
}

function stepOn(
  article: Article | undefined,
  { withdrawn, isBack, unscheduled }: Fate,
): { readonly step: Step; readonly decision: ArticleDecision } {
  const open = article?.open?.state === 'scheduled' ? article.open : undefined;
  if (open && (withdrawn || unscheduled.includes(open.id))) {
    return { step: 'unscheduled', decision: { open: 'submitted' } };
  }
  if (!withdrawn) return { step: isBack && article?.withdrawn ? 'standing' : 'none', decision: {} };
  if (!article?.live && !article?.withdrawn) return { step: 'unknown', decision: {} };
  return article.withdrawn && isToldAlike(article.withdrawn.withdrawal, withdrawn)
    ? { step: isBack ? 'standing' : 'none', decision: {} }
    : { step: 'withdrawn', decision: { withdraw: withdrawalOf(withdrawn) } };
}

type WithdrawnEvent = Extract<RemovalEvent, { event: 'withdrawn' }>;

function withdrawalOf({ kind, explanation, alternative, at }: WithdrawnEvent): Withdrawal {
  return { kind, explanation, alternative, reason: null, at, by: SYSTEM };
}
