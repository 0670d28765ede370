import { type Actor, personOf } from '../domain/actor.ts';
import { type Article, stageOf } from '../domain/article.ts';
import { type AuditDetail, auditNote } from '../domain/audit.ts';
import type { KnownSpeaker, Override } from '../domain/check.ts';
import type { Embargo } from '../domain/embargo.ts';
import { mayDo, possibleVerbs } from '../domain/possible-verbs.ts';
import { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/time.ts';
import { audienceOf } from '../domain/visibility.ts';
import { isToldAlike, type Withdrawal } from '../domain/withdrawal.ts';
import { allows, type Stage, stageAfter, type Verb, WORKFLOW } from '../domain/workflow.ts';
import type { ArticleDecision, ChangeRequest } from '../store/article-change.ts';
import { type Changed, changeArticle, type Reviewed, refuseStale } from './change-article.ts';
import { checkContent, overrideDetail, refuseFaults } from './check-article.ts';
import type { Deps, NewsroomRules } from './deps.ts';
import { checkEmbargo, embargoDetail } from './embargoes.ts';
import { openSpeakers } from './known-speakers.ts';
import { refuseCircle, waysOf } from './withdrawal-ways.ts';
import type { WriteOptions } from './write-wish.ts';

/** A verb with what it needs. */
export type Act =
  | { readonly verb: 'submit' | 'unschedule' | 'reinstate' | 'discard' }
  | { readonly verb: 'return'; readonly note: string }
  | (Publishing & { readonly verb: 'publish' | 'amend' })
  | (Publishing & { readonly verb: 'schedule'; readonly publishAt: Instant; readonly embargo?: Embargo })
  | (Publishing & { readonly verb: 'force-publish'; readonly reason: string })
  | (Publishing & { readonly verb: 'correct'; readonly note: string })
  | {
      readonly verb: 'withdraw';
      readonly withdrawal: Pick<Withdrawal, 'kind' | 'explanation' | 'alternative' | 'reason'>;
    };

/** What makes something public, now or later. */
interface Publishing {
  /** Rules of severity `error` that are not to stop it. */
  readonly overrides?: readonly Override[];
}

/**
 * Does one thing of the workflow to an article.
 * @throws Problem `not_found`, `stale_edition`, `forbidden` for the role, `verb_not_allowed` where the table says so,
 *   `two_person_rule`, `checks_failed`, `conflict` for a text that was replaced, `invalid_body` for an instant that has
 *   passed or a partner that cannot be named
 */
export async function actOnArticle(
  deps: Deps,
  id: string,
  act: Act,
  options: WriteOptions<Reviewed> & { readonly version: number; readonly publicUrl?: string },
): Promise<Changed> {
  const { actor, version, publicUrl } = options;
  const { verb } = act;
  const audience = audienceOf(actor, deps.clock.now());
  const person = personOf(actor);
  const action = `article.${WORKFLOW[verb].event}`;
  const speakers = await openSpeakers(deps, id, audience);
  const alternative = act.verb === 'withdraw' ? act.withdrawal.alternative : null;
  const ways = await waysOf(alternative, deps, audience, publicUrl);
  const request: ChangeRequest = {
    article: { id },
    mentions: { areas: [], organisations: [], officials: [], partners: embargoOf(act)?.partnerIds ?? [] },
    audience,
    by: person,
    urgent: TAKING_DOWN.includes(verb),
    decide(current, _register, named = []) {
      refuseStale(current, version);
      refuseRole(verb, actor);
      refuseStage(verb, current, possibleVerbs(current, actor, deps.rules.twoPersonVerbs));
      if (deps.rules.twoPersonVerbs.includes(verb)) refuseAlone(verb, current, person);
      refuseCircle(ways, current, publicUrl);
      if (isSaidAlready(act, current)) return {};
      const { at } = audience;
      const { detail, ...decision } = decisionOf(act, current, at, person);
      if (decision.publishAt) refuseDatedLater(current, decision.publishAt);
      const overridden = decision.publishAt
        ? passChecks(act, current, { at: decision.publishAt, rules: deps.rules, speakers })
        : {};
      const wanted = embargoOf(act);
      const embargo = wanted && checkEmbargo(current, wanted, named, '/embargo');
      const told = { ...detail, ...overridden, ...(embargo && embargoDetail(embargo, named)) };
      const audit = auditNote(actor, { at, action, outcome: 'accepted', subject: id, detail: told });
      return { ...decision, ...(embargo && { embargo }), audit };
    },
  };
  return changeArticle(deps, request, speakers, options);
}

/** What must not wait until there is room on a disk again. */
const TAKING_DOWN: readonly Verb[] = ['withdraw', 'unschedule'];

function embargoOf(act: Act): Embargo | undefined {
  return act.verb === 'schedule' ? act.embargo : undefined;
}

function refuseRole(verb: Verb, actor: Actor): void {
  if (mayDo(actor, verb)) return;
  const who = actor.kind === 'key' ? `A key of the role ${actor.role}` : 'Whoever has no key';
  throw new Problem('forbidden', `${who} may not ${verb}.`);
}

function refuseStage(verb: Verb, article: Article, possible: readonly Verb[]): void {
  const stage = stageOf(article);
  if (allows(verb, stage)) return;
  const detail = `${OPEN_IN_WORDS[stage.open]}, and ${PUBLIC_IN_WORDS[stage.public]}.`;
  throw new Problem('verb_not_allowed', `The verb ${verb} is not possible where the article stands.`, {
    errors: [
      {
        detail,
        expected:
          stage.open === 'none' && !WORKFLOW[verb].from.open.includes('none')
            ? OPEN_FIRST
            : 'A verb that is possible now.',
        allowed: possible,
      },
    ],
  });
}

const OPEN_FIRST =
  'PATCH the article first, which opens an edition for the verb to work on; or a verb that is possible now.';

const OPEN_IN_WORDS = {
  none: 'No edition of it is open',
  draft: 'Its open edition is a draft that nobody has submitted',
  submitted: 'Its open edition waits for an approval',
  scheduled: 'Its open edition is scheduled',
} as const satisfies Record<Stage['open'], string>;

const PUBLIC_IN_WORDS = {
  none: 'the public has never seen it',
  live: 'the public reads it',
  withdrawn: 'what the public had is withdrawn',
} as const satisfies Record<Stage['public'], string>;

/** Whoever asked for the approval may not give it, with whatever key; and nothing is approved that nobody submitted. */
function refuseAlone(verb: Verb, { open }: Article, person: string): void {
  if (open?.submittedBy === null || open?.submittedBy === undefined) {
    throw new Problem('verb_not_allowed', 'The draft must be submitted before it is approved.', {
      errors: [{ detail: 'Nobody has submitted it.', expected: 'Submit it first.', allowed: ['submit'] }],
    });
  }
  if (open.submittedBy !== person) return;
  throw new Problem('two_person_rule', `Whoever submitted a draft may not ${verb} it: another editor can.`);
}

/** Whether a withdrawal says nothing that the present one does not, so that there is nothing to tell or to write down. */
function isSaidAlready(act: Act, { withdrawn, open }: Article): boolean {
  if (act.verb !== 'withdraw' || !withdrawn || open?.state === 'scheduled') return false;
  const { reason } = act.withdrawal;
  return (
    isToldAlike(act.withdrawal, withdrawn.withdrawal) && (reason === null || reason === withdrawn.withdrawal.reason)
  );
}

/** What the editorial rules go by besides the edition. */
interface Reviewing {
  readonly at: Instant;
  readonly rules: NewsroomRules;
  readonly speakers: ReadonlyMap<string, KnownSpeaker>;
}

/**
 * What the audit trail says of the faults with which the open edition becomes public all the same.
 * @throws Problem `checks_failed`
 */
function passChecks(act: Act, { open, withdrawn }: Article, { at, rules, speakers }: Reviewing): AuditDetail {
  const overrides = ('overrides' in act && act.overrides) || [];
  const checks = open ? checkContent(open.content, at, rules, { speakers, withdrawn: withdrawn?.edition.content }) : [];
  refuseFaults(checks, overrides);
  return overrideDetail(overrides);
}

type Detailed = ArticleDecision & { readonly detail: { readonly [key: string]: string | null } };

function decisionOf(act: Act, article: Article, at: Instant, by: string): Detailed {
  switch (act.verb) {
    case 'submit':
    case 'unschedule':
      return { open: 'submitted', detail: {} };
    case 'return':
      return { open: 'draft', returned: { note: act.note, at, by }, detail: { note: act.note } };
    case 'discard':
      return { open: 'discarded', detail: {} };
    case 'schedule':
      refusePast(act.publishAt, at);
      return { publishAt: act.publishAt, detail: { publishAt: act.publishAt } };
    case 'publish':
      return { publishAt: at, detail: {} };
    case 'force-publish':
      return { publishAt: at, detail: { reason: act.reason } };
    case 'correct':
      return { publishAt: at, replacement: { kind: 'correction', note: act.note }, detail: { note: act.note } };
    case 'amend':
      return { publishAt: at, replacement: { kind: 'amendment' }, detail: {} };
    case 'withdraw': {
      const { kind, reason, explanation, alternative } = act.withdrawal;
      const stage = stageOf(article);
      const { open } = stageAfter(act.verb, stage);
      const told = { ...(explanation !== null && { explanation }), ...(alternative !== null && { alternative }) };
      return {
        ...(open === 'submitted' && open !== stage.open && { open }),
        withdraw: { ...act.withdrawal, at, by },
        detail: { kind, reason, ...told },
      };
    }
    case 'reinstate':
      refuseReplaced(article);
      return { reinstate: true, detail: {} };
    default:
      return act satisfies never;
  }
}

/** What was taken down for good stays so, also where a restored backup does not have what took its place. */
function refuseReplaced({ withdrawn }: Article): void {
  if (!withdrawn?.isReplaced) return;
  throw new Problem(
    'conflict',
    'The text that was withdrawn had been replaced by another one, which this restored backup does not have: publish ' +
      'the right text instead.',
  );
}

/** Readers would get it now, and lists would have it on top until that day. */
function refuseDatedLater({ open }: Article, publishAt: Instant): void {
  const publishedAt = open?.content.publishedAt ?? null;
  if (publishedAt === null || publishedAt <= publishAt) return;
  throw new Problem('invalid_body', 'The release has a date that is later than its publication.', {
    errors: [
      {
        detail: `Its publishedAt is ${publishedAt}, and it would be public from ${publishAt} on.`,
        expected: `The verb schedule with the publishAt ${publishedAt}, or another publishedAt; null for the moment of its publication.`,
      },
    ],
  });
}

function refusePast(publishAt: Instant, now: Instant): void {
  if (publishAt > now) return;
  throw new Problem('invalid_body', 'The article cannot be scheduled for an instant that has passed.', {
    errors: [{ pointer: '/publishAt', detail: `It is ${now}.`, expected: 'A later instant, or the verb publish.' }],
  });
}
