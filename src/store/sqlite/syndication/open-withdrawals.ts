import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Change } from '../../../domain/change.ts';
import { holdingState, type OpenWithdrawal } from '../../../domain/receipt.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Audience } from '../../../domain/visibility.ts';
import type { ReceiptStore } from '../../receipts.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareInsert } from '../engine/prepared.ts';
import { createAuditTrail } from '../newsroom/audit.ts';
import { articles, editions, partners, withdrawals } from '../newsroom/tables.ts';
import { audienceParameters, visibleTo } from '../newsroom/visible.ts';
import { publicChanges, publicLatest } from '../public/public-tables.ts';
import { partnerChanges } from './embargo-tables.ts';
import { createHoldingReader } from './holdings.ts';
import { prepareLost } from './own-receipts.ts';
import { withdrawalReports } from './receipt-tables.ts';

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

function oldestFirst({ change: one }: OpenWithdrawal, { change: other }: OpenWithdrawal): number {
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0;
}

interface Asked {
  readonly until: Instant;
  /** Null for those of everybody. */
  readonly partnerId: string | null;
  readonly onlyBy: string | null;
  readonly onlyIn: string | null;
}

function prepareWithdrawn(connection: Connection): (asked: Asked) => OpenWithdrawal[] {
  const { db } = connection;
  const holdings = createHoldingReader(connection);
  const standing = db
    .select({ change: publicChanges, first: publicLatest.first })
    .from(withdrawals)
    .innerJoin(editions, eq(editions.id, withdrawals.editionId))
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .innerJoin(publicLatest, eq(publicLatest.articleId, editions.articleId))
    .innerJoin(publicChanges, eq(publicChanges.sequence, publicLatest.sequence))
    .where(and(sql`${withdrawals.reinstatedAt} is null`, lte(publicChanges.at, sql.placeholder('until')), visibleTo()))
    .orderBy(asc(publicChanges.sequence))
    .prepare();
  const everybody = db
    .select()
    .from(partners)
    .where(sql`${partners.endedAt} is null`)
    .orderBy(asc(partners.name))
    .prepare();
  const isOpen = (change: Change, first: number, partner: typeof partners.$inferSelect): boolean => {
    const holding = holdings.ofPartner(change.articleId, { change, first }, partner);
    return holding !== undefined && holdingState(change, holding) === 'not-taken-down';
  };
  return ({ partnerId, ...limits }) => {
    // Most have everything up to a place behind most withdrawals, and need no closer look.
    const asked = everybody.all().filter(({ id }) => partnerId === null || id === partnerId);
    const marked = asked.map((partner) => ({ partner, upTo: holdings.mark(partner.id)?.sequence ?? 0 }));
    return standing
      .all({ ...limits })
      .flatMap(({ change, first }) =>
        marked
          .filter(({ upTo, partner }) => upTo < change.sequence && isOpen(change, first, partner))
          .map(({ partner: { id, name } }) => ({ articleId: change.articleId, partner: { id, name }, change })),
      );
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
