import type { Actor } from '../domain/actor.ts';
import { type AuditNote, auditNote } from '../domain/audit.ts';
import type { Follower } from '../domain/change.ts';
import { notHere, Problem } from '../domain/problem.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import type { ArticleHoldings, OpenWithdrawal, PartnerReceipts } from '../domain/receipt.ts';
import { type Instant, shifted } from '../domain/time.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Acknowledgement, LossAcknowledgement } from '../store/receipts.ts';
import type { Deps } from './deps.ts';

/**
 * What a partner says: that it has changes, by their numbers in the public log; that it has everything up to where a
 * follower stands; that it has deleted articles to which it lost access.
 */
export type Told =
  | { readonly changes: readonly number[] }
  | { readonly upTo: Follower }
  | { readonly accessLost: readonly string[] };

/**
 * Keeps what a partner says. Resolves to what it has acknowledged then, and what it still owes.
 * @param dryRun keeps nothing
 * @throws Problem `invalid_body` for a number that was never given out, a place behind the end, or an article that it may
 *   read or never might; then nothing is kept
 */
export async function acknowledge(
  { store, clock }: Deps,
  actor: Actor,
  told: Told,
  { audience, dryRun }: { readonly audience: Audience; readonly dryRun: boolean },
): Promise<PartnerReceipts> {
  const said = saidBy(partnerOf(actor), clock.now(), told);
  if (dryRun) {
    const { unknown, receipts } = await store.receipts.tryOut(said);
    refuseUnknown(told, new Set(unknown));
    return receipts;
  }
  const unknown =
    'articleIds' in said
      ? await store.receipts.acknowledgeLoss(said)
      : (await store.receipts.acknowledge(said)).unknown;
  refuseUnknown(told, new Set<number | string>(unknown));
  return store.receipts.ofPartner(audience);
}

function saidBy(partnerId: string, at: Instant, told: Told): Acknowledgement | LossAcknowledgement {
  if ('accessLost' in told) return { partnerId, at, articleIds: told.accessLost };
  const said = { partnerId, at, through: 'post' } as const;
  if ('changes' in told) return { ...said, changes: told.changes };
  const { position, own } = told.upTo;
  return { ...said, upTo: position.sequence, ownUpTo: own?.sequence ?? null };
}

function refuseUnknown(told: Told, unknown: ReadonlySet<number | string>): void {
  if (unknown.size === 0) return;
  if ('upTo' in told) {
    throw new Problem('invalid_body', 'The log has not come so far.', {
      errors: [{ pointer: '/upTo', detail: 'It comes from another history.', expected: 'A cursor of this server.' }],
    });
  }
  const isLoss = 'accessLost' in told;
  const { refusal, ...each } = isLoss ? NOT_LOST : NO_CHANGE;
  const [member, said]: [string, readonly (number | string)[]] = isLoss
    ? ['accessLost', told.accessLost]
    : ['changes', told.changes];
  const errors = said.flatMap((one, at) => (unknown.has(one) ? [{ pointer: `/${member}/${at}`, ...each }] : []));
  throw new Problem('invalid_body', refusal, { errors });
}

const NO_CHANGE = {
  refusal: 'Some of these changes do not exist.',
  detail: 'There is no such change.',
  expected: 'A `sequence` that you were told.',
};
const NOT_LOST = {
  refusal: 'You have not lost access to some of these articles.',
  detail: 'You have not lost access to it.',
  expected: 'The id of an article to which you lost access before its lift.',
};

/** What the partner that asks has acknowledged, and what it still owes. */
export function readOwnReceipts({ store }: Deps, audience: Audience): Promise<PartnerReceipts> {
  return store.receipts.ofPartner(audience);
}

/**
 * What partners have of an article.
 * @throws Problem `not_found`
 */
export async function readHoldings({ store }: Deps, articleId: string, audience: Audience): Promise<ArticleHoldings> {
  const found = await store.receipts.ofArticle(articleId, audience);
  if (!found) throw notHere('article');
  return found;
}

/** Withdrawals that are not acknowledged although their time is over, the oldest first. */
export function listOverdue(
  { store, rules }: Deps,
  page: PageQuery,
  audience: Audience,
): Promise<Slice<OpenWithdrawal>> {
  return store.receipts.open(dueBefore(rules.withdrawalAlertMinutes, audience.at), audience, page);
}

export function countOverdue({ store, rules }: Deps, now: Instant): Promise<number> {
  return store.receipts.countOpen(dueBefore(rules.withdrawalAlertMinutes, now));
}

/** Reports every withdrawal that is overdue, each once, in the audit trail; returns those that are new. */
export function reportOverdue({ store, clock, rules }: Deps): Promise<readonly OpenWithdrawal[]> {
  const at = clock.now();
  return store.receipts.report(dueBefore(rules.withdrawalAlertMinutes, at), (open) => overdueNote(open, at));
}

function dueBefore(minutes: number, now: Instant): Instant {
  return shifted(now, -minutes * 60_000);
}

function overdueNote({ articleId, partner, change }: OpenWithdrawal, at: Instant): AuditNote {
  return auditNote('clock', {
    at,
    action: 'withdrawal.overdue',
    outcome: 'accepted',
    subject: articleId,
    detail: {
      partner: partner.name,
      ...(change.kind === 'access-lost' ? { lostAt: change.at } : { change: change.sequence, withdrawnAt: change.at }),
    },
  });
}

/** @throws Problem `not_found` for whoever is no partner */
function partnerOf(actor: Actor): string {
  if (actor.kind === 'key' && actor.partnerId !== undefined) return actor.partnerId;
  throw notHere('partner');
}
