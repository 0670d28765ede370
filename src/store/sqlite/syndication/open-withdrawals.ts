import { and, eq, gt, lt, lte, ne, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { compareKeys, type PageQuery, pageOf, type Slice } from '../../../domain/query.ts';
import { holdingState, type OpenWithdrawal } from '../../../domain/receipt.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Audience } from '../../../domain/visibility.ts';
import type { ReceiptStore } from '../../receipts.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareInsert } from '../engine/prepared.ts';
import { createAuditTrail } from '../newsroom/audit.ts';
import { articles, editions, partners, withdrawals } from '../newsroom/tables.ts';
import { audienceParameters, visibleTo } from '../newsroom/visible.ts';
import { publicChanges, publicLatest } from '../public/log/log-tables.ts';
import { openings, partnerChanges } from './embargo-tables.ts';
import { createHoldingReader } from './holdings.ts';
import { prepareLost } from './own-receipts.ts';
import { receipts, withdrawalReports } from './receipt-tables.ts';

/**
 * Withdrawals that stand, and losses of access, that are not acknowledged, the oldest first; of what an audience may see,
 * or of everything.
 */
export function prepareOpen(
  connection: Connection,
): (until: Instant, audience: Audience | null, partnerId?: string) => OpenWithdrawal[] {
  const withdrawn = prepareWithdrawn(connection);
  const lost = prepareLost(connection);
  return (until, audience, partnerId) => {
    const limits = audience ? audienceParameters(audience) : { onlyBy: null, onlyIn: null };
    const asked = { until, partnerId: partnerId ?? null, ...limits };
    return [...withdrawn(asked), ...lost(asked)].sort(oldestFirst);
  };
}

/** One page of them. */
export function pageOfOpen(open: readonly OpenWithdrawal[], page: PageQuery): Slice<OpenWithdrawal> {
  return pageOf(open, page, keysOf);
}

function oldestFirst(one: OpenWithdrawal, other: OpenWithdrawal): number {
  return compareKeys(keysOf(one), keysOf(other));
}

function keysOf({ change, articleId, partner }: OpenWithdrawal): readonly string[] {
  return [change.at, articleId, partner.id];
}

interface Limits {
  readonly until: Instant;
  readonly onlyBy: string | null;
  readonly onlyIn: string | null;
}

interface Asked extends Limits {
  /** Null for those of everybody. */
  readonly partnerId: string | null;
}

/** Of what stands withdrawn, only those are looked at who may have had it and have not acknowledged that it is gone. */
function prepareWithdrawn(connection: Connection): (asked: Asked) => OpenWithdrawal[] {
  const holdings = createHoldingReader(connection);
  const read = prepareCandidates(connection);
  const everybody = connection.db.select().from(partners).where(sql`${partners.endedAt} is null`).prepare();
  return ({ partnerId, ...limits }) => {
    const asked = new Map(everybody.all().map((partner) => [partner.id, partner]));
    const marks = [...asked.keys()].map((id) => ({ partnerId: id, upTo: holdings.mark(id)?.sequence ?? 0 }));
    const markOf = new Map(marks.map((mark) => [mark.partnerId, mark.upTo]));
    const found = [
      ...read.receipted(limits),
      ...read.opened(limits),
      ...marks.filter(({ upTo }) => upTo > 0).flatMap((mark) => read.marked({ ...mark, ...limits })),
    ];
    const candidates = new Map(found.map((each) => [`${each.change.articleId} ${each.partnerId}`, each]));
    return [...candidates.values()].flatMap(({ change, first, partnerId: id }) => {
      const partner = asked.get(id);
      const isAsked = partner && (partnerId === null || partnerId === id) && (markOf.get(id) ?? 0) < change.sequence;
      const holding = isAsked ? holdings.ofPartner(change.articleId, { change, first }, partner) : undefined;
      if (!partner || !holding || holdingState(change, holding) !== 'not-taken-down') return [];
      return [{ articleId: change.articleId, partner: { id, name: partner.name }, change }];
    });
  };
}

/** Who may have had what stands withdrawn: by a receipt for something older, by reading it before its lift, by a place. */
function prepareCandidates({ db }: Connection) {
  const facts = { change: publicChanges, first: publicLatest.first };
  const isMeant = and(lte(publicChanges.at, sql.placeholder('until')), visibleTo());
  const standing = <Columns extends { readonly partnerId: SQLiteColumn | SQL<string> }>(columns: Columns) =>
    db
      .selectDistinct({ ...facts, ...columns })
      .from(withdrawals)
      .innerJoin(editions, eq(editions.id, withdrawals.editionId))
      .innerJoin(articles, eq(articles.id, editions.articleId))
      .innerJoin(publicLatest, eq(publicLatest.articleId, editions.articleId))
      .innerJoin(publicChanges, eq(publicChanges.sequence, publicLatest.sequence));
  const receipted = standing({ partnerId: receipts.partnerId })
    .innerJoin(receipts, and(eq(receipts.articleId, editions.articleId), lt(receipts.sequence, publicLatest.sequence)))
    .where(and(sql`${withdrawals.reinstatedAt} is null`, isMeant))
    .prepare();
  const opened = standing({ partnerId: openings.partnerId })
    .innerJoin(openings, and(eq(openings.articleId, editions.articleId), eq(openings.through, 'article')))
    .where(and(sql`${withdrawals.reinstatedAt} is null`, isMeant))
    .prepare();
  // What a follower has not come to yet: few entries, unless it has not asked for long.
  const marked = db
    .select({ ...facts, partnerId: sql<string>`${sql.placeholder('partnerId')}` })
    .from(publicLatest)
    .crossJoin(publicChanges)
    .crossJoin(articles)
    .where(
      and(
        gt(publicLatest.sequence, sql.placeholder('upTo')),
        lte(publicLatest.first, sql.placeholder('upTo')),
        eq(publicChanges.sequence, publicLatest.sequence),
        ne(publicChanges.kind, 'upsert'),
        eq(articles.id, publicLatest.articleId),
        isMeant,
      ),
    )
    .prepare();
  return {
    receipted: (limits: Limits) => receipted.all({ ...limits }),
    opened: (limits: Limits) => opened.all({ ...limits }),
    marked: (asked: Limits & { readonly partnerId: string; readonly upTo: number }) => marked.all({ ...asked }),
  };
}

/** Each is reported once; what is lost again later, once more. */
export function prepareReport(writer: Connection): ReceiptStore['report'] {
  const { client } = writer;
  const open = prepareOpen(writer);
  const trail = createAuditTrail(writer);
  const reported = prepareReported(writer);
  const report = client.transaction((until: Instant, noteOf: Parameters<ReceiptStore['report']>[1]) => {
    const fresh = open(until, null).filter((each) => !reported.is(each));
    for (const each of fresh) {
      const note = noteOf(each);
      reported.keep(each, note.at);
      trail.append(note);
    }
    return fresh;
  });
  return async (until, noteOf) => {
    // Nobody takes the write lock to find that there is nothing to report.
    const isAny = open(until, null).some((each) => !reported.is(each));
    return isAny ? report.immediate(until, noteOf) : [];
  };
}

interface Reported {
  is(open: OpenWithdrawal): boolean;
  keep(open: OpenWithdrawal, at: Instant): void;
}

function prepareReported(writer: Connection): Reported {
  const { db } = writer;
  const key = { partnerId: sql.placeholder('partnerId'), articleId: sql.placeholder('articleId') };
  const insert = prepareInsert(writer, withdrawalReports);
  const withdrawal = db
    .select({ at: withdrawalReports.at })
    .from(withdrawalReports)
    .where(
      and(
        eq(withdrawalReports.partnerId, key.partnerId),
        eq(withdrawalReports.articleId, key.articleId),
        eq(withdrawalReports.sequence, sql.placeholder('sequence')),
      ),
    )
    .prepare();
  const entry = and(eq(partnerChanges.partnerId, key.partnerId), eq(partnerChanges.articleId, key.articleId));
  const loss = db.select({ at: partnerChanges.reportedAt }).from(partnerChanges).where(entry).prepare();
  const keepLoss = db
    .update(partnerChanges)
    .set({ reportedAt: sql`${sql.placeholder('at')}` })
    .where(entry)
    .prepare();
  return {
    is({ partner: { id: partnerId }, articleId, change }) {
      const about = { partnerId, articleId };
      if (change.kind === 'access-lost') return (loss.get(about)?.at ?? null) !== null;
      return withdrawal.get({ ...about, sequence: change.sequence }) !== undefined;
    },
    keep({ partner: { id: partnerId }, articleId, change }, at) {
      if (change.kind === 'access-lost') keepLoss.run({ partnerId, articleId, at });
      else insert({ partnerId, articleId, sequence: change.sequence, at });
    },
  };
}
