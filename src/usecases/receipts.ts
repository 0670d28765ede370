import type { Actor } from '../domain/actor.ts';
import type { AuditNote } from '../domain/audit.ts';
import type { Follower } from '../domain/change.ts';
import { Problem } from '../domain/problem.ts';
import type { ArticleHoldings, OpenWithdrawal, PartnerReceipts } from '../domain/receipt.ts';
import { type Instant, instantFromMillis, millisOf } from '../domain/time.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

/**
 * Keeps that a partner has these changes, by their numbers in the public log.
 * @throws Problem `invalid_body` for a number that was never given out; then nothing is kept
 */
export async function acknowledgeChanges(
  { store, clock }: Deps,
  actor: Actor,
  changes: readonly number[],
): Promise<void> {
  const partnerId = partnerOf(actor);
  const { unknown } = await store.receipts.acknowledge({ partnerId, at: clock.now(), through: 'post', changes });
  if (unknown.length === 0) return;
  const errors = changes.flatMap((change, at) =>
    unknown.includes(change)
      ? [
          {
            pointer: `/changes/${at}`,
            detail: 'There is no such change.',
            expected: 'A `sequence` that you were told.',
          },
        ]
      : [],
  );
  throw new Problem('invalid_body', 'Some of these changes do not exist.', { errors });
}

/**
 * Keeps that a partner has deleted articles to which it lost access, by their ids.
 * @throws Problem `invalid_body` for one that it may read, or never might; then nothing is kept
 */
export async function acknowledgeLoss(
  { store, clock }: Deps,
  actor: Actor,
  articleIds: readonly string[],
): Promise<void> {
  const unknown = await store.receipts.acknowledgeLoss({ partnerId: partnerOf(actor), at: clock.now(), articleIds });
  if (unknown.length === 0) return;
  const expected = 'The id of an article to which you lost access before its lift.';
  const errors = articleIds.flatMap((id, at) =>
    unknown.includes(id) ? [{ pointer: `/accessLost/${at}`, detail: 'You have not lost access to it.', expected }] : [],
  );
  throw new Problem('invalid_body', 'You have not lost access to some of these articles.', { errors });
}

/**
 * Keeps that a partner has everything up to where a follower of its changes stands.
 * @throws Problem `invalid_body` for a place behind the end
 */
export async function acknowledgeUpTo(
  { store, clock }: Deps,
  actor: Actor,
  { position: { sequence: upTo }, own }: Follower,
): Promise<void> {
  const said = { partnerId: partnerOf(actor), at: clock.now(), through: 'post', upTo } as const;
  const { unknown } = await store.receipts.acknowledge({ ...said, ownUpTo: own?.sequence ?? null });
  if (unknown.length === 0) return;
  throw new Problem('invalid_body', 'The log has not come so far.', {
    errors: [{ pointer: '/upTo', detail: 'It comes from another history.', expected: 'A cursor of this server.' }],
  });
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
    detail: {
      partner: partner.name,
      ...(change.kind === 'access-lost' ? { lostAt: change.at } : { change: change.sequence, withdrawnAt: change.at }),
    },
  };
}

/** @throws Problem `not_found` for whoever is no partner */
function partnerOf(actor: Actor): string {
  if (actor.kind === 'key' && actor.partnerId !== undefined) return actor.partnerId;
  throw new Problem('not_found', 'There is no partner here.');
}
