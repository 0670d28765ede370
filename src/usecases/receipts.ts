import type { Actor } from '../domain/actor.ts';
import type { AuditNote } from '../domain/audit.ts';
import { Problem } from '../domain/problem.ts';
import type { ArticleHoldings, OpenWithdrawal, PartnerReceipts } from '../domain/receipt.ts';
import { type Instant, instantFromMillis, millisOf } from '../domain/time.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

/** What a partner says that it has: changes by their numbers in the public log, or everything up to a place of it. */
export type Told = { readonly changes: readonly number[] } | { readonly upTo: number };

/**
 * Keeps what a partner says that it has. Resolves to what it has acknowledged then, and what it still owes.
 * @param dryRun keeps nothing
 * @throws Problem `invalid_body` for a number that was never given out, or a place behind the end; then nothing is kept
 */
export async function acknowledge(
  { store, clock }: Deps,
  actor: Actor,
  told: Told,
  { audience, dryRun }: { readonly audience: Audience; readonly dryRun: boolean },
): Promise<PartnerReceipts> {
  const acknowledgement = { partnerId: partnerOf(actor), at: clock.now(), through: 'post', ...told } as const;
  if (dryRun) {
    const { unknown, receipts } = await store.receipts.tryOut(acknowledgement);
    refuseUnknown(told, unknown);
    return receipts;
  }
  const { unknown } = await store.receipts.acknowledge(acknowledgement);
  refuseUnknown(told, unknown);
  return store.receipts.ofPartner(audience);
}

function refuseUnknown(told: Told, unknown: readonly number[]): void {
  if (unknown.length === 0) return;
  if ('upTo' in told) {
    throw new Problem('invalid_body', 'The log has not come so far.', {
      errors: [{ pointer: '/upTo', detail: 'It comes from another history.', expected: 'A cursor of this server.' }],
    });
  }
  const expected = 'A `sequence` that you were told.';
  const errors = told.changes.flatMap((change, at) =>
    unknown.includes(change) ? [{ pointer: `/changes/${at}`, detail: 'There is no such change.', expected }] : [],
  );
  throw new Problem('invalid_body', 'Some of these changes do not exist.', { errors });
}

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
  if (!found) throw new Problem('not_found', 'There is no article here.');
  return found;
}

/** Withdrawals that are not acknowledged although their time is over, the oldest first. */
export function listOverdue({ store, rules }: Deps, audience: Audience): Promise<readonly OpenWithdrawal[]> {
  return store.receipts.open(dueBefore(rules.withdrawalAlertMinutes, audience.at), audience);
}

/** Reports every withdrawal that is overdue, each once, in the audit trail; returns those that are new. */
export function reportOverdue({ store, clock, rules }: Deps): Promise<readonly OpenWithdrawal[]> {
  const at = clock.now();
  return store.receipts.report(dueBefore(rules.withdrawalAlertMinutes, at), (open) => overdueNote(open, at));
}

function dueBefore(minutes: number, now: Instant): Instant {
  return instantFromMillis(millisOf(now) - minutes * 60_000);
}

function overdueNote({ articleId, partner, change }: OpenWithdrawal, at: Instant): AuditNote {
  return {
    at,
    actor: 'clock',
    actorTitle: 'clock',
    action: 'withdrawal.overdue',
    outcome: 'accepted',
    subject: articleId,
    detail: { partner: partner.name, change: change.sequence, withdrawnAt: change.at },
  };
}

/** @throws Problem `not_found` for whoever is no partner */
function partnerOf(actor: Actor): string {
  if (actor.kind === 'key' && actor.partnerId !== undefined) return actor.partnerId;
  throw new Problem('not_found', 'There is no partner here.');
}
