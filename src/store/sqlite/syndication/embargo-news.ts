import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { type EmbargoNews, MAX_EMBARGO_NEWS } from '../../../domain/embargo.ts';
import type { Instant } from '../../../domain/time.ts';
import type { SyndicationStore } from '../../syndication.ts';
import type { Connection } from '../engine/connection.ts';
import { valuesIn } from '../engine/json-values.ts';
import { editions } from '../newsroom/tables.ts';
import type { VisibleReader } from '../newsroom/visible.ts';
import { facet } from '../public/facets/facets.ts';
import { publicLatest } from '../public/log/log-tables.ts';
import { removalState } from '../record/removal-tables.ts';
import { embargoes, embargoGrants, partnerChanges } from './embargo-tables.ts';
import { preparePartnerFilter } from './partner-filter.ts';

/** The log of a partner: what is under an embargo for it now by what it may read now, whatever happened in between. */
export function createEmbargoNews(
  reader: Connection,
  visible: VisibleReader,
): Pick<SyndicationStore, 'news' | 'newsVersion'> {
  const { db } = reader;
  const partner = sql.placeholder('partner');
  const granted = grantedTo(reader).as('granted');
  const present = presentlyGranted(reader);
  const entries = db
    .select({
      number: partnerChanges.number,
      articleId: partnerChanges.articleId,
      at: partnerChanges.at,
      until: granted.until,
      conditions: granted.conditions,
      published: publicLatest.articleId,
      gets: sql<number>`exists (select 1 from public_articles article join public_listings listing on listing.key = article.key
        where article.id = ${partnerChanges.articleId}
          and listing.facet in ${valuesIn('within')})`,
    })
    .from(partnerChanges)
    .leftJoin(granted, eq(granted.articleId, partnerChanges.articleId))
    .leftJoin(publicLatest, eq(publicLatest.articleId, partnerChanges.articleId))
    .where(and(eq(partnerChanges.partnerId, partner), gt(partnerChanges.number, sql.placeholder('after'))))
    .orderBy(asc(partnerChanges.number))
    .limit(MAX_EMBARGO_NEWS)
    .prepare();
  const end = db
    .select({ number: sql<number>`coalesce(max(${partnerChanges.number}), 0)` })
    .from(partnerChanges)
    .where(eq(partnerChanges.partnerId, partner))
    .prepare();

  const filterOf = preparePartnerFilter(reader);
  const isLost = prepareIsLost(reader);

  const newest = db
    .select({ sequence: sql<number>`coalesce(max(${partnerChanges.sequence}), 0)` })
    .from(partnerChanges)
    .prepare();

  const news: SyndicationStore['news'] = async (after, audience) =>
    visible(audience, () => {
      if (audience.partner === null) return { changes: [], sequence: 0, more: false };
      const { id } = audience.partner;
      if (after === null) {
        return { changes: present(id, audience.at), sequence: end.get({ partner: id })?.number ?? 0, more: false };
      }
      if (isLost(id, after)) return undefined;
      const within = JSON.stringify(filterOf(audience) ?? [facet.all]);
      const rows = entries.all({ partner: id, at: audience.at, after, within });
      const changes = rows.flatMap(({ articleId, at, until, conditions, published, gets }): EmbargoNews['changes'] => {
        // The public log tells of it; what lies outside the partner's areas it does not know that the partner had.
        if (published !== null && gets === 1) return [];
        if (published === null && until !== null) return [{ kind: 'embargo', articleId, at, until, conditions }];
        return [{ kind: 'access-lost', articleId }];
      });
      return { changes, sequence: rows.at(-1)?.number ?? after, more: rows.length === MAX_EMBARGO_NEWS };
    });
  return { news, newsVersion: async () => newest.get()?.sequence ?? 0 };
}

/** What a partner may read before its lift: of what is scheduled, which is little, and not of all that it ever might. */
function grantedTo({ db }: Connection) {
  return db
    .select({ articleId: editions.articleId, until: editions.publishAt, conditions: embargoes.conditions })
    .from(editions)
    .crossJoin(embargoGrants)
    .innerJoin(embargoes, eq(embargoes.editionId, editions.id))
    .where(
      sql`${embargoGrants.editionId} = ${editions.id} and ${embargoGrants.partnerId} = ${sql.placeholder('partner')}
        and ${embargoGrants.endedAt} is null
        and ${editions.state} = 'scheduled' and ${editions.publishAt} > ${sql.placeholder('at')}`,
    );
}

/** All of it that the public has not seen, in the order of the partner's log. */
function presentlyGranted(reader: Connection): (partnerId: string, at: Instant) => EmbargoNews['changes'] {
  const granted = grantedTo(reader).as('granted');
  const rows = reader.db
    .select({
      articleId: partnerChanges.articleId,
      at: partnerChanges.at,
      until: granted.until,
      conditions: granted.conditions,
    })
    .from(granted)
    .crossJoin(partnerChanges)
    .leftJoin(publicLatest, eq(publicLatest.articleId, partnerChanges.articleId))
    .where(
      sql`${partnerChanges.partnerId} = ${sql.placeholder('partner')} and ${partnerChanges.articleId} = ${granted.articleId}
        and ${publicLatest.articleId} is null`,
    )
    .orderBy(asc(partnerChanges.number))
    .prepare();
  return (partner, now) =>
    rows
      .all({ partner, at: now })
      .flatMap(({ until, ...rest }) => (until === null ? [] : [{ kind: 'embargo' as const, until, ...rest }]));
}

/** Whether a place in a partner's own log is one that a database gave out which was lost, and its backup did not know. */
function prepareIsLost({ db }: Connection): (partnerId: string, place: number) => boolean {
  const { number, partnerId } = partnerChanges;
  const lost = db
    .select({ isLost: sql<number>`1` })
    .from(removalState)
    .where(
      sql`${sql.placeholder('place')} between 1 and ${removalState.ownFloor} and not exists (select 1 from ${partnerChanges}
        where ${partnerId} = ${sql.placeholder('partner')} and ${number} between ${sql.placeholder('place')} and ${removalState.ownFloor})`,
    )
    .prepare();
  return (partner, place) => lost.get({ partner, place }) !== undefined;
}
