import { type Actor, personOf } from '../domain/actor.ts';
import type { Article } from '../domain/article.ts';
import { type AuditDetail, auditNote } from '../domain/audit.ts';
import type { Embargo } from '../domain/embargo.ts';
import { partnerState } from '../domain/partner.ts';
import { notHere, Problem, type ProblemError } from '../domain/problem.ts';
import { audienceOf } from '../domain/visibility.ts';
import type { ChangeRequest, NamedPartner } from '../store/article-change.ts';
import { type Changed, changeArticle, type Reviewed, refuseStale } from './change-article.ts';
import type { Deps } from './deps.ts';
import { openSpeakers } from './known-speakers.ts';
import type { WriteOptions } from './write-wish.ts';

/**
 * Lays an embargo on a scheduled article in place of the one that it has: who is not named any more loses access at once.
 * @throws Problem `not_found`, `stale_edition`, `verb_not_allowed` when nothing is scheduled or it is public already,
 *   `invalid_body` for a partner that cannot be named
 */
export async function setEmbargo(
  deps: Deps,
  id: string,
  embargo: Embargo,
  options: WriteOptions<Reviewed> & { readonly version: number },
): Promise<Changed> {
  const { actor, version } = options;
  const at = deps.clock.now();
  const request: ChangeRequest = {
    ...requestOf(deps, actor, id),
    mentions: { areas: [], organisations: [], officials: [], partners: embargo.partnerIds },
    decide(current, _register, named = []) {
      refuseStale(current, version);
      scheduledOf(current);
      const checked = checkEmbargo(current, embargo, named, '');
      const detail = embargoDetail(checked, named);
      const audit = auditNote(actor, { at, action: 'article.embargoed', outcome: 'accepted', subject: id, detail });
      return { embargo: checked, audit };
    },
  };
  return changeArticle(deps, request, await openSpeakers(deps, id, request.audience), options);
}

/** Whose access ends, and why. */
export interface Revocation {
  /** Null for everybody's. */
  readonly partnerIds: readonly string[] | null;
  readonly reason: string;
}

/**
 * Ends what partners may read before the lift, at once and whatever version the article has by now: the answer to a breach.
 * @throws Problem `not_found`, `verb_not_allowed` when nothing is under an embargo, `invalid_body` for a partner that has
 *   no access
 */
export async function revokeAccess(
  deps: Deps,
  id: string,
  { partnerIds, reason }: Revocation,
  options: WriteOptions<Reviewed>,
): Promise<Changed> {
  const { actor } = options;
  const at = deps.clock.now();
  const request: ChangeRequest = {
    ...requestOf(deps, actor, id),
    mentions: { areas: [], organisations: [], officials: [] },
    urgent: true,
    decide(current) {
      if (!current) throw notHere('article');
      const { embargo } = scheduledOf(current);
      if (embargo === null) throw new Problem('verb_not_allowed', 'Nobody may read the article before its lift.');
      const ended = partnerIds ?? embargo.partnerIds;
      refuseStrangers(ended, embargo);
      // Whoever made sure once more has changed nothing, and nobody's version is stale for it.
      if (ended.length === 0) return {};
      const detail = { partners: ended.join(' '), reason };
      const audit = auditNote(actor, {
        at,
        action: 'article.access-revoked',
        outcome: 'accepted',
        subject: id,
        detail,
      });
      const left = embargo.partnerIds.filter((each) => !ended.includes(each));
      return { embargo: { ...embargo, partnerIds: left }, audit };
    },
  };
  return changeArticle(deps, request, await openSpeakers(deps, id, request.audience), options);
}

/**
 * The embargo that somebody wants, if it can be.
 * @param pointer where it stands in the body of the request
 * @throws Problem `invalid_body`, `verb_not_allowed` when the public has seen the article already
 */
export function checkEmbargo(
  { live, withdrawn }: Article,
  { partnerIds, conditions }: Embargo,
  named: readonly NamedPartner[],
  pointer: string,
): Embargo {
  if (live || withdrawn) {
    throw new Problem('verb_not_allowed', 'Only what the public has never seen can be under an embargo.');
  }
  const errors = partnerIds.flatMap((id, at): ProblemError[] => {
    const detail = objectionTo(named.find(({ partner }) => partner.id === id));
    return detail === undefined ? [] : [{ pointer: `${pointer}/partners/${at}`, detail, expected: 'Another partner.' }];
  });
  if (errors.length > 0) throw new Problem('invalid_body', 'Some partners cannot be named.', { errors });
  return { conditions, partnerIds: [...new Set(partnerIds)] };
}

/** What the audit trail says of an embargo. */
export function embargoDetail({ partnerIds }: Embargo, named: readonly NamedPartner[]): AuditDetail {
  const names = named.filter(({ partner }) => partnerIds.includes(partner.id)).map(({ partner }) => partner.name);
  return { partners: names.join(', ') };
}

/** A partner that would lose the article at the very moment of its publication must not have it before. */
function objectionTo(named: NamedPartner | undefined): string | undefined {
  if (!named) return 'There is no such partner.';
  if (partnerState(named.partner) === 'ended') return 'It is no partner any more.';
  return named.isInFilter ? undefined : 'Its areas do not include the area of the article.';
}

function scheduledOf({ open }: Article): NonNullable<Article['open']> {
  if (open?.state === 'scheduled') return open;
  throw new Problem('verb_not_allowed', 'Only a scheduled edition can be under an embargo.', {
    errors: [{ detail: 'Nothing is scheduled.', expected: 'Schedule it first.' }],
  });
}

function refuseStrangers(ended: readonly string[], { partnerIds }: Embargo): void {
  const errors = ended.flatMap((id, at): ProblemError[] =>
    partnerIds.includes(id)
      ? []
      : [{ pointer: `/partners/${at}`, detail: 'It has no access.', expected: 'One that has.', allowed: partnerIds }],
  );
  if (errors.length > 0) throw new Problem('invalid_body', 'Some of them have no access.', { errors });
}

function requestOf({ clock }: Deps, actor: Actor, id: string): Pick<ChangeRequest, 'article' | 'audience' | 'by'> {
  return { article: { id }, audience: audienceOf(actor, clock.now()), by: personOf(actor) };
}
