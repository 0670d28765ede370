import { and, asc, desc, eq, gte, lte, sql } from 'drizzle-orm';
import type { Change } from '../../../domain/change.ts';
import { isInFilter, type Partner, partnerState } from '../../../domain/partner.ts';
import type { ArticleHoldings, Holding, Mark, Receipt } from '../../../domain/receipt.ts';
import type { Connection } from '../engine/connection.ts';
import { madeOnce } from '../engine/first-use.ts';
import { partners } from '../newsroom/tables.ts';
import { publicChanges, publicLatest } from '../public/log/log-tables.ts';
import { preparePlace } from './article-place.ts';
import { openings } from './embargo-tables.ts';
import { prepareOwnEntry } from './own-receipts.ts';
import { receiptMarks, receipts } from './receipt-tables.ts';

/** What partners have of articles, by receipts for single changes and by places up to which they have everything. */
export interface HoldingReader {
  /** Of all partners that get the article or had it, in the order of their names. */
  ofArticle(articleId: string): ArticleHoldings;
  /** Of one partner; undefined when it does not get the article and never had it. */
  ofPartner(articleId: string, latest: Latest, partner: Partner): Holding | undefined;
  /** The furthest place up to which a partner has everything. */
  mark(partnerId: string): Mark | undefined;
}

/** The newest change of an article, and its first one. */
export interface Latest {
  readonly change: Change;
  readonly first: number;
}

export function createHoldingReader(connection: Connection): HoldingReader {
  const { db } = connection;
  const placeOf = preparePlace(connection);
  const latestOf = prepareLatest(connection);
  const markedOf = prepareMarked(connection);
  const singleOf = prepareSingle(connection);
  const openedAt = prepareOpened(connection);
  const ownEntryOf = prepareOwnEntry(connection);
  const everybody = db.select().from(partners).orderBy(asc(partners.name)).prepare();

  const ofPartner = (
    { articleId, place, latest }: { articleId: string; place: () => readonly string[]; latest: Latest | undefined },
    partner: Partner,
  ): Holding | undefined => {
    const single = singleOf(partner.id, articleId);
    const isGetting = isInFilter(partner, partner.areaKeys.length === 0 ? [] : place());
    const marked = isGetting && latest ? markedOf(partner.id, articleId, latest) : undefined;
    const opened = openedAt(partner.id, articleId);
    const isConcerned = isGetting && partnerState(partner) !== 'ended';
    // A removal of what was public counts for whoever had it, however they came by it.
    const isToldByPublicLog = latest && (isGetting || latest.change.kind !== 'upsert');
    const embargo = isToldByPublicLog ? null : (ownEntryOf(partner.id, articleId) ?? null);
    if (!isConcerned && !single && !marked && opened === null && embargo === null) return undefined;
    const { id, name } = partner;
    return {
      partner: { id, name, state: partnerState(partner) },
      receipt: newer(single, marked),
      openedAt: opened,
      embargo,
    };
  };

  return {
    ofArticle(articleId) {
      const latest = latestOf(articleId);
      const about = { articleId, latest, place: madeOnce(() => placeOf(articleId)) };
      const holdings = everybody.all().flatMap((partner) => ofPartner(about, partner) ?? []);
      return { latest: latest?.change ?? null, holdings };
    },
    ofPartner: (articleId, latest, partner) =>
      ofPartner({ articleId, latest, place: () => placeOf(articleId) }, partner),
    mark: prepareMark(connection),
  };
}

function newer(one: Receipt | undefined, other: Receipt | undefined): Receipt | null {
  if (!one || !other) return one ?? other ?? null;
  return one.sequence >= other.sequence ? one : other;
}

function prepareLatest({ db }: Connection): (articleId: string) => Latest | undefined {
  const latest = db
    .select({ change: publicChanges, first: publicLatest.first })
    .from(publicLatest)
    .innerJoin(publicChanges, eq(publicChanges.sequence, publicLatest.sequence))
    .where(eq(publicLatest.articleId, sql.placeholder('articleId')))
    .prepare();
  return (articleId) => latest.get({ articleId });
}

function prepareSingle({ db }: Connection): (partnerId: string, articleId: string) => Receipt | undefined {
  const { sequence, kind, edition, at, through } = receipts;
  const single = db
    .select({ sequence, kind, edition, at, through })
    .from(receipts)
    .where(
      and(eq(receipts.partnerId, sql.placeholder('partnerId')), eq(receipts.articleId, sql.placeholder('articleId'))),
    )
    .prepare();
  return (partnerId, articleId) => single.get({ partnerId, articleId });
}

function prepareMark({ db }: Connection): HoldingReader['mark'] {
  const { sequence, at, through } = receiptMarks;
  const newest = db
    .select({ sequence, at, through })
    .from(receiptMarks)
    .where(eq(receiptMarks.partnerId, sql.placeholder('partnerId')))
    .orderBy(desc(sequence))
    .limit(1)
    .prepare();
  return (partnerId) => newest.get({ partnerId });
}

/** What a partner has of an article because it has everything up to a place; a superseded entry may be forgotten by now. */
function prepareMarked(connection: Connection) {
  const { db } = connection;
  const markOf = prepareMark(connection);
  const { sequence, at, through } = receiptMarks;
  const reached = db
    .select({ at, through })
    .from(receiptMarks)
    .where(and(eq(receiptMarks.partnerId, sql.placeholder('partnerId')), gte(sequence, sql.placeholder('sequence'))))
    .orderBy(asc(sequence))
    .limit(1)
    .prepare();
  const before = db
    .select()
    .from(publicChanges)
    .where(
      and(
        eq(publicChanges.articleId, sql.placeholder('articleId')),
        gte(publicChanges.sequence, sql.placeholder('first')),
        lte(publicChanges.sequence, sql.placeholder('last')),
      ),
    )
    .orderBy(desc(publicChanges.sequence))
    .limit(1)
    .prepare();
  return (partnerId: string, articleId: string, { change, first }: Latest): Receipt | undefined => {
    const mark = markOf(partnerId);
    if (!mark || mark.sequence < first) return undefined;
    const isNewest = mark.sequence >= change.sequence;
    const held = isNewest ? change : before.get({ articleId, first, last: mark.sequence });
    const { sequence: place, kind, edition } = held ?? { sequence: first, kind: 'upsert' as const, edition: 1 };
    return { sequence: place, kind, edition, ...(reached.get({ partnerId, sequence: place }) ?? mark) };
  };
}

function prepareOpened({ db }: Connection): (partnerId: string, articleId: string) => Receipt['at'] | null {
  const first = db
    .select({ at: openings.at })
    .from(openings)
    .where(
      and(
        eq(openings.articleId, sql.placeholder('articleId')),
        eq(openings.partnerId, sql.placeholder('partnerId')),
        eq(openings.through, 'article'),
      ),
    )
    .orderBy(asc(openings.key))
    .limit(1)
    .prepare();
  return (partnerId, articleId) => first.get({ partnerId, articleId })?.at ?? null;
}
