import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { ChangeKind } from '../../../domain/change.ts';
import { isInFilter } from '../../../domain/partner.ts';
import type { EmbargoHolding, OpenWithdrawal } from '../../../domain/receipt.ts';
import type { Instant } from '../../../domain/time.ts';
import type { LossAcknowledgement, OwnAcknowledgement } from '../../receipts.ts';
import type { Connection } from '../engine/connection.ts';
import { articles, partners } from '../newsroom/tables.ts';
import { visibleTo } from '../newsroom/visible.ts';
import { preparePlace } from './article-place.ts';
import { openings, partnerChanges } from './embargo-tables.ts';

/*
 * What partners have said of their own logs: that they know of an embargo, and that they have deleted what they may not
 * read any more. An entry that takes the place of another one waits for a receipt of its own.
 */

const partnerId = sql.placeholder('partnerId');
const articleId = sql.placeholder('articleId');
const isOpen = isNull(partnerChanges.acknowledgedAt);
/** Whether the partner may read the article before its lift: by a query's `from` on its own log. */
const isGranted = sql<number>`exists (select 1 from embargo_grants granted join editions on editions.id = granted.edition_id
  where granted.partner_id = partner_changes.partner_id and editions.article_id = partner_changes.article_id
    and granted.ended_at is null and editions.state = 'scheduled')`;

/** What a partner's own log says last of an article; undefined where it says nothing. */
export function prepareOwnEntry({
  db,
}: Connection): (partnerId: string, articleId: string) => EmbargoHolding | undefined {
  const entry = db
    .select({
      at: partnerChanges.at,
      acknowledgedAt: partnerChanges.acknowledgedAt,
      acknowledgedThrough: partnerChanges.acknowledgedThrough,
      isGranted,
    })
    .from(partnerChanges)
    .where(and(eq(partnerChanges.partnerId, partnerId), eq(partnerChanges.articleId, articleId)))
    .prepare();
  return (partner, article) => {
    const found = entry.get({ partnerId: partner, articleId: article });
    if (!found) return undefined;
    const { at, acknowledgedAt, acknowledgedThrough: through } = found;
    const receipt = acknowledgedAt !== null && through !== null ? { at: acknowledgedAt, through } : null;
    return { isOpen: found.isGranted === 1, at, receipt };
  };
}

/** Whether a partner has anything up to a place of its own log that it has not acknowledged. */
export function prepareIsOwing({ db }: Connection): (partnerId: string, upTo: number) => boolean {
  const owing = db
    .select({ number: partnerChanges.number })
    .from(partnerChanges)
    .where(and(eq(partnerChanges.partnerId, partnerId), lte(partnerChanges.number, sql.placeholder('upTo')), isOpen))
    .limit(1)
    .prepare();
  return (partner, upTo) => owing.get({ partnerId: partner, upTo }) !== undefined;
}

/** Keeps what a partner says of its own log. Must run inside a write transaction. */
export function prepareOwnAcknowledge({ db }: Connection): (said: OwnAcknowledgement) => void {
  const set = {
    acknowledgedAt: sql`${sql.placeholder('at')}`,
    acknowledgedThrough: sql`${sql.placeholder('through')}`,
  };
  const ofPartner = and(eq(partnerChanges.partnerId, partnerId), isOpen);
  const upTo = db
    .update(partnerChanges)
    .set(set)
    .where(and(ofPartner, lte(partnerChanges.number, sql.placeholder('upTo'))))
    .prepare();
  const one = db
    .update(partnerChanges)
    .set(set)
    .where(and(ofPartner, eq(partnerChanges.number, sql.placeholder('number'))))
    .prepare();
  return (said) => void ('upTo' in said ? upTo : one).run(said);
}

/** Keeps that articles were deleted to which access was lost. Must run inside a write transaction. */
export function prepareLossAcknowledge({ db }: Connection): (said: LossAcknowledgement) => readonly string[] {
  const isLost = and(
    eq(partnerChanges.partnerId, partnerId),
    eq(partnerChanges.articleId, articleId),
    sql`not ${isGranted}`,
  );
  const known = db.select({ number: partnerChanges.number }).from(partnerChanges).where(isLost).prepare();
  const keep = db
    .update(partnerChanges)
    .set({ acknowledgedAt: sql`${sql.placeholder('at')}`, acknowledgedThrough: 'post' })
    .where(and(isLost, isOpen))
    .prepare();
  return ({ partnerId: partner, at, articleIds }) => {
    const unknown = articleIds.filter((id) => !known.get({ partnerId: partner, articleId: id }));
    if (unknown.length > 0) return unknown;
    for (const id of articleIds) keep.run({ partnerId: partner, articleId: id, at });
    return [];
  };
}

/**
 * What partners have read before its lift, may not read any more, and have not said that they deleted; the oldest first.
 * What they get of the public, or was withdrawn from it, counts there.
 */
export function prepareLost(connection: Connection): (asked: LostQuery) => OpenWithdrawal[] {
  const placeOf = preparePlace(connection);
  const lost = connection.db
    .select({
      articleId: partnerChanges.articleId,
      at: partnerChanges.at,
      partner: { id: partners.id, name: partners.name, areaKeys: partners.areaKeys },
      publicKind: sql<ChangeKind | null>`(select newest.kind from public_latest latest
        join public_changes newest on newest.sequence = latest.sequence where latest.article_id = partner_changes.article_id)`,
    })
    .from(partnerChanges)
    .innerJoin(partners, eq(partners.id, partnerChanges.partnerId))
    .innerJoin(articles, eq(articles.id, partnerChanges.articleId))
    .where(
      and(
        isOpen,
        sql`(${partnerId} is null or ${partnerChanges.partnerId} = ${partnerId})`,
        lte(partnerChanges.at, sql.placeholder('until')),
        isNull(partners.endedAt),
        sql`not ${isGranted}`,
        sql`exists (select 1 from ${openings} opened where opened.article_id = ${partnerChanges.articleId}
          and opened.partner_id = ${partnerChanges.partnerId} and opened.through = 'article')`,
        visibleTo(),
      ),
    )
    .orderBy(asc(partnerChanges.at), asc(partnerChanges.sequence))
    .prepare();
  return (asked) =>
    lost
      .all({ ...asked })
      .filter(
        ({ articleId: id, publicKind, partner }) =>
          publicKind === null || (publicKind === 'upsert' && !isInFilter(partner, placeOf(id))),
      )
      .map(({ articleId: id, at, partner }) => ({
        articleId: id,
        partner: { id: partner.id, name: partner.name },
        change: { kind: 'access-lost', articleId: id, at },
      }));
}

interface LostQuery {
  readonly until: Instant;
  readonly partnerId: string | null;
  readonly onlyBy: string | null;
  readonly onlyIn: string | null;
}
