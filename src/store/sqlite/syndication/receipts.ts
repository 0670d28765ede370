import { asc, inArray, sql } from 'drizzle-orm';
import type { PartnerReceipts } from '../../../domain/receipt.ts';
import { MAX_ACKNOWLEDGED_CHANGES } from '../../../domain/receipt.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Acknowledged, Acknowledgement, ReceiptStore } from '../../receipts.ts';
import type { Connection, Connections } from '../engine/connection.ts';
import { valuesIn } from '../engine/json-values.ts';
import { tryOut } from '../engine/try-out.ts';
import { articles } from '../newsroom/tables.ts';
import { audienceParameters, type VisibleReader, visibleTo } from '../newsroom/visible.ts';
import { publicChanges } from '../public/log/log-tables.ts';
import { prepareNewest } from '../public/log/newest.ts';
import { createHoldingReader } from './holdings.ts';
import { pageOfOpen, prepareOpen, prepareReport } from './open-withdrawals.ts';
import { prepareIsOwing, prepareLossAcknowledge, prepareOwnAcknowledge } from './own-receipts.ts';
import { receiptMarks, receipts } from './receipt-tables.ts';

export function createReceipts({ reader, writer }: Connections, visible: VisibleReader): ReceiptStore {
  const holdings = createHoldingReader(reader);
  const seen = reader.db
    .select({ id: articles.id })
    .from(articles)
    .where(sql`${articles.id} = ${sql.placeholder('id')} and ${visibleTo()}`)
    .prepare();
  const open = prepareOpen(reader);
  const receiptsOf = prepareReceipts(reader);
  const acknowledge = writer.client.transaction(prepareAcknowledge(writer));
  const acknowledgeLoss = writer.client.transaction(prepareLossAcknowledge(writer));
  const isOwing = prepareIsOwing(reader);
  const isKnown = ({ partnerId, upTo, ownUpTo }: { partnerId: string; upTo: number; ownUpTo: number | null }) =>
    upTo <= (holdings.mark(partnerId)?.sequence ?? 0) && (ownUpTo === null || !isOwing(partnerId, ownUpTo));
  return {
    acknowledge: async (acknowledgement) => {
      // Whoever polls says mostly what is known: nobody takes the write lock for that.
      return 'upTo' in acknowledgement && isKnown(acknowledgement)
        ? { unknown: [] }
        : acknowledge.immediate(acknowledgement);
    },
    acknowledgeLoss: async (said) => acknowledgeLoss.immediate(said),
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
    open: async (until, audience, page) =>
      visible(audience, () => pageOfOpen(audience.sees === 'newsroom' ? open(until, audience) : [], page)),
    countOpen: async (until) => open(until, null).length,
    report: prepareReport(writer),
  };
}

function prepareReceipts(connection: Connection): (partnerId: string, at: Instant) => PartnerReceipts {
  const holdings = createHoldingReader(connection);
  const open = prepareOpen(connection);
  return (partnerId, at) => {
    const owed = open(at, null, partnerId);
    return {
      upTo: holdings.mark(partnerId) ?? null,
      outstanding: owed.slice(0, MAX_ACKNOWLEDGED_CHANGES).map(({ change }) => change),
    };
  };
}

function prepareTrial(writer: Connection): ReceiptStore['tryOut'] {
  const acknowledge = prepareAcknowledge(writer);
  const acknowledgeLoss = prepareLossAcknowledge(writer);
  const receiptsOf = prepareReceipts(writer);
  return async (said) =>
    tryOut(writer, () => {
      const unknown = 'articleIds' in said ? acknowledgeLoss(said) : acknowledge(said).unknown;
      return { unknown, receipts: receiptsOf(said.partnerId, said.at) };
    });
}

/**
 * Keeps an acknowledgement. Must run inside a write transaction, so that whoever delivers something can keep that it was
 * taken together with what it knows of it.
 */
export function prepareAcknowledge(connection: Connection): (acknowledgement: Acknowledgement) => Acknowledged {
  const { db } = connection;
  const acknowledgeOwn = prepareOwnAcknowledge(connection);
  const newest = prepareNewest(connection);
  const named = db
    .select()
    .from(publicChanges)
    .where(inArray(publicChanges.sequence, valuesIn('sequences')))
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
    const end = newest();
    const sequences = 'upTo' in acknowledgement ? [acknowledgement.upTo] : acknowledgement.changes;
    const unknown = sequences.filter((sequence) => sequence > end);
    if (unknown.length > 0) return { unknown };
    if ('upTo' in acknowledgement) {
      const { upTo, ownUpTo } = acknowledgement;
      if (upTo > 0) mark.run({ partnerId, sequence: upTo, at, through });
      if (ownUpTo !== null) acknowledgeOwn({ partnerId, at, through, upTo: ownUpTo });
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
