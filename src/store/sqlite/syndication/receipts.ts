import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Change } from '../../../domain/change.ts';
import { holdingState, type OpenWithdrawal, type PartnerReceipts } from '../../../domain/receipt.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Audience } from '../../../domain/visibility.ts';
import type { Acknowledged, Acknowledgement, ReceiptStore } from '../../receipts.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareInsert } from '../engine/prepared.ts';
import { tryOut } from '../engine/try-out.ts';
import { createAuditTrail } from '../newsroom/audit.ts';
import { articles, editions, partners, withdrawals } from '../newsroom/tables.ts';
import { audienceParameters, type VisibleReader, visibleTo } from '../newsroom/visible.ts';
import { publicChanges, publicLatest } from '../public/public-tables.ts';
import { createHoldingReader } from './holdings.ts';
import { receiptMarks, receipts, withdrawalReports } from './receipt-tables.ts';

export function createReceipts(
  { reader, writer }: { readonly reader: Connection; readonly writer: Connection },
  visible: VisibleReader,
): ReceiptStore {
  const holdings = createHoldingReader(reader);
  const seen = reader.db
    .select({ id: articles.id })
    .from(articles)
    .where(sql`${articles.id} = ${sql.placeholder('id')} and ${visibleTo()}`)
    .prepare();
  const open = prepareOpen(reader);
  const receiptsOf = prepareReceipts(reader);
  const acknowledge = writer.client.transaction(prepareAcknowledge(writer));
  return {
    acknowledge: async (acknowledgement) => {
      // Whoever polls says mostly what is known: nobody takes the write lock for that.
      const mark = 'upTo' in acknowledgement ? holdings.mark(acknowledgement.partnerId) : undefined;
      const isKnown = mark && 'upTo' in acknowledgement && acknowledgement.upTo <= mark.sequence;
      return isKnown ? { unknown: [] } : acknowledge.immediate(acknowledgement);
    },
    tryOut: prepareTrial(writer),
    ofArticle: async (articleId, audience) =>
      visible(audience, () => {
        const maySee = audience.sees === 'newsroom' && seen.get({ id: articleId, ...audienceParameters(audience) });
        return maySee ? holdings.ofArticle(articleId) : undefined;
      }),
    ofPartner: async (audience) =>
      visible(audience, () => {
        const id = audience.partner?.id;
        return id === undefined ? { upTo: null, outstanding: [] } : receiptsOf(id, audience.at);
      }),
    open: async (until, audience) =>
      visible(audience, () => (audience.sees === 'newsroom' ? open(until, audience) : [])),
    report: prepareReport(writer),
  };
}

function prepareReceipts(connection: Connection): (partnerId: string, at: Instant) => PartnerReceipts {
  const holdings = createHoldingReader(connection);
  const open = prepareOpen(connection);
  return (partnerId, at) => {
    const owed = open(at, null, partnerId);
    return { upTo: holdings.mark(partnerId) ?? null, outstanding: owed.map(({ change }) => change) };
  };
}

function prepareTrial(writer: Connection): ReceiptStore['tryOut'] {
  const acknowledge = prepareAcknowledge(writer);
  const receiptsOf = prepareReceipts(writer);
  return async (acknowledgement) => {
    const { partnerId, at } = acknowledgement;
    return tryOut(writer, () => ({ ...acknowledge(acknowledgement), receipts: receiptsOf(partnerId, at) }));
  };
}

/**
 * Keeps an acknowledgement. Must run inside a write transaction, so that whoever delivers something can keep that it was
 * taken together with what it knows of it.
 */
export function prepareAcknowledge(connection: Connection): (acknowledgement: Acknowledgement) => Acknowledged {
  const { db } = connection;
  const newest = db
    .select({ sequence: publicLatest.sequence })
    .from(publicLatest)
    .orderBy(desc(publicLatest.sequence))
    .limit(1)
    .prepare();
  const named = db
    .select()
    .from(publicChanges)
    .where(inArray(publicChanges.sequence, sql`(select value from json_each(${sql.placeholder('sequences')}))`))
    .orderBy(asc(publicChanges.sequence))
    .prepare();
  const placeholders = Object.fromEntries(
    ['partnerId', 'articleId', 'sequence', 'kind', 'edition', 'at', 'through'].map((name) => [
      name,
      sql.placeholder(name),
    ]),
  ) as Record<keyof typeof receipts.$inferInsert, ReturnType<typeof sql.placeholder>>;
  const { partnerId: _partnerId, articleId: _articleId, ...changed } = placeholders;
  const keep = db
    .insert(receipts)
    .values(placeholders)
    .onConflictDoUpdate({
      target: [receipts.partnerId, receipts.articleId],
      set: Object.fromEntries(Object.entries(changed).map(([name, value]) => [name, sql`${value}`])),
      setWhere: sql`${receipts.sequence} < ${sql.placeholder('sequence')}`,
    })
    .prepare();
  const mark = db
    .insert(receiptMarks)
    .select(
      sql`select ${sql.placeholder('partnerId')}, ${sql.placeholder('sequence')}, ${sql.placeholder('at')},
        ${sql.placeholder('through')} where not exists (select 1 from ${receiptMarks} other
          where other.partner_id = ${sql.placeholder('partnerId')} and other.sequence >= ${sql.placeholder('sequence')})`,
    )
    .prepare();
  return (acknowledgement) => {
    const { partnerId, at, through } = acknowledgement;
    const end = newest.get()?.sequence ?? 0;
    const sequences = 'upTo' in acknowledgement ? [acknowledgement.upTo] : acknowledgement.changes;
    const unknown = sequences.filter((sequence) => sequence > end);
    if (unknown.length > 0) return { unknown };
    if ('upTo' in acknowledgement) {
      if (acknowledgement.upTo > 0) mark.run({ partnerId, sequence: acknowledgement.upTo, at, through });
    } else {
      // A number that is not there any more was superseded, and says nothing that matters.
      for (const change of named.all({ sequences: JSON.stringify(sequences) })) {
        const { articleId, sequence, kind, edition } = change;
        keep.run({ partnerId, articleId, sequence, kind, edition, at, through });
      }
    }
    return { unknown: [] };
  };
}

/** Withdrawals that stand and are not acknowledged, the oldest first; of what an audience may see, or of everything. */
function prepareOpen(
  connection: Connection,
): (until: Instant, audience: Audience | null, partnerId?: string) => OpenWithdrawal[] {
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
  return (until, audience, partnerId) => {
    const limits = audience ? audienceParameters(audience) : { onlyBy: null, onlyIn: null };
    // Most have everything up to a place behind most withdrawals, and need no closer look.
    const asked = everybody.all().filter(({ id }) => partnerId === undefined || id === partnerId);
    const marked = asked.map((partner) => ({ partner, upTo: holdings.mark(partner.id)?.sequence ?? 0 }));
    return standing.all({ until, ...limits }).flatMap((latest) =>
      marked
        .filter(({ upTo, partner }) => upTo < latest.change.sequence && isOpen(latest.change, latest.first, partner))
        .map(({ partner: { id, name } }) => ({
          articleId: latest.change.articleId,
          partner: { id, name },
          change: latest.change,
        })),
    );
  };

  function isOpen(change: Change, first: number, partner: typeof partners.$inferSelect): boolean {
    const holding = holdings.ofPartner(change.articleId, { change, first }, partner);
    return holding !== undefined && holdingState(change, holding) === 'not-taken-down';
  }
}

function prepareReport(writer: Connection): ReceiptStore['report'] {
  const { client, db } = writer;
  const open = prepareOpen(writer);
  const trail = createAuditTrail(writer);
  const insert = prepareInsert(writer, withdrawalReports);
  const known = db
    .select({ sequence: withdrawalReports.sequence })
    .from(withdrawalReports)
    .where(
      and(
        eq(withdrawalReports.partnerId, sql.placeholder('partnerId')),
        eq(withdrawalReports.articleId, sql.placeholder('articleId')),
        eq(withdrawalReports.sequence, sql.placeholder('sequence')),
      ),
    )
    .prepare();
  const keyOf = ({ partner, articleId, change }: OpenWithdrawal) => ({
    partnerId: partner.id,
    articleId,
    sequence: change.sequence,
  });
  const report = client.transaction((until: Instant, noteOf: Parameters<ReceiptStore['report']>[1]) => {
    const fresh = open(until, null).filter((each) => !known.get(keyOf(each)));
    for (const each of fresh) {
      const note = noteOf(each);
      insert({ ...keyOf(each), at: note.at });
      trail.append(note);
    }
    return fresh;
  });
  return async (until, noteOf) => {
    // Nobody takes the write lock to find that there is nothing to report.
    const isAny = open(until, null).some((each) => !known.get(keyOf(each)));
    return isAny ? report.immediate(until, noteOf) : [];
  };
}
