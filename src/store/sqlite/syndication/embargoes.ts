import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Article } from '../../../domain/article.ts';
import type { Embargo } from '../../../domain/embargo.ts';
import { isInFilter } from '../../../domain/partner.ts';
import type { Instant } from '../../../domain/time.ts';
import type { ArticleDecision, NamedPartner } from '../../article-change.ts';
import type { Connection } from '../engine/connection.ts';
import { valuesIn } from '../engine/json-values.ts';
import { partners } from '../newsroom/tables.ts';
import { prepareAreaLine } from '../register/area-line.ts';
import { embargoes, embargoGrants, partnerChanges } from './embargo-tables.ts';
import { createOutboxEntry } from './outbox-entry.ts';

/** The embargo of an edition, while it is scheduled. */
export function prepareEmbargoOf({ db }: Connection): (editionId: string) => Embargo | null {
  const head = db
    .select({ conditions: embargoes.conditions })
    .from(embargoes)
    .where(eq(embargoes.editionId, sql.placeholder('id')))
    .prepare();
  const granted = db
    .select({ partnerId: embargoGrants.partnerId })
    .from(embargoGrants)
    .where(and(eq(embargoGrants.editionId, sql.placeholder('id')), isNull(embargoGrants.endedAt)))
    .orderBy(embargoGrants.grantedAt, embargoGrants.partnerId)
    .prepare();
  return (id) => {
    const found = head.get({ id });
    return found ? { ...found, partnerIds: granted.all({ id }).map(({ partnerId }) => partnerId) } : null;
  };
}

/** How embargoes come and go. Must be used inside a write transaction. */
export interface EmbargoWriter {
  /** Those partners that a decision names, with whether the newest save of the article lies in what they get. */
  named(partnerIds: readonly string[], article: Article | undefined): NamedPartner[];
  /** Lays an embargo on the scheduled edition in place of the one that it has; null ends that. */
  set(article: Article | undefined, embargo: Embargo | null, at: Instant): void;
  /** Writes into the logs of those partners for whom something is other than before. */
  tell(before: Article | undefined, after: Article | undefined, decision: ArticleDecision, at: Instant): void;
}

export function createEmbargoWriter(connection: Connection): EmbargoWriter {
  const { db } = connection;
  const areaLine = prepareAreaLine(connection);
  const id = sql.placeholder('id');
  const partnerId = sql.placeholder('partnerId');
  const at = sql`${sql.placeholder('at')}`;
  const named = db
    .select()
    .from(partners)
    .where(sql`${partners.id} in ${valuesIn('ids')}`)
    .prepare();
  const lay = db
    .insert(embargoes)
    .values({ editionId: id, conditions: sql.placeholder('conditions') })
    .onConflictDoUpdate({
      target: embargoes.editionId,
      set: { conditions: sql`${sql.placeholder('conditions')}` },
    })
    .prepare();
  const end = db.delete(embargoes).where(eq(embargoes.editionId, id)).prepare();
  const endGrants = db
    .update(embargoGrants)
    .set({ endedAt: at })
    .where(
      sql`${embargoGrants.editionId} = ${id} and ${embargoGrants.endedAt} is null
        and ${embargoGrants.partnerId} not in ${valuesIn('kept')}`,
    )
    .prepare();
  const grant = db
    .insert(embargoGrants)
    .values({ editionId: id, partnerId, grantedAt: at, endedAt: null })
    .onConflictDoUpdate({
      target: [embargoGrants.editionId, embargoGrants.partnerId],
      set: { grantedAt: at, endedAt: null },
      setWhere: sql`${embargoGrants.endedAt} is not null`,
    })
    .prepare();
  return {
    named(ids, article) {
      if (ids.length === 0) return [];
      const open = article?.open ?? null;
      const place = areaLine(open?.content.area?.id ?? null);
      return named
        .all({ ids: JSON.stringify(ids) })
        .map((partner) => ({ partner, isInFilter: isInFilter(partner, place) }));
    },
    set(article, embargo, now) {
      const edition = article?.open;
      if (!edition) throw new Error('only what is open can be under an embargo');
      if (embargo && edition.state !== 'scheduled') throw new Error('only what is scheduled can be under an embargo');
      const kept = embargo?.partnerIds ?? [];
      endGrants.run({ id: edition.id, kept: JSON.stringify(kept), at: now });
      if (embargo === null) {
        end.run({ id: edition.id });
        return;
      }
      lay.run({ id: edition.id, conditions: embargo.conditions });
      for (const each of kept) grant.run({ id: edition.id, partnerId: each, at: now });
    },
    tell: prepareTell(connection),
  };
}

/** What the public has seen is in the log for everybody; but not everybody gets it whom an embargo named. */
export function prepareTell(connection: Connection): EmbargoWriter['tell'] {
  const { db } = connection;
  const outbox = createOutboxEntry(connection);
  const gets = prepareGets(connection);
  const partnerId = sql.placeholder('partnerId');
  const articleId = sql.placeholder('articleId');
  const at = sql`${sql.placeholder('at')}`;
  const forget = db
    .delete(partnerChanges)
    .where(and(eq(partnerChanges.partnerId, partnerId), eq(partnerChanges.articleId, articleId)))
    .prepare();
  const number = sql`${sql.placeholder('number')}`;
  const fresh = { acknowledgedAt: null, acknowledgedThrough: null, reportedAt: null };
  const note = db
    .insert(partnerChanges)
    .values({ partnerId, number, articleId, at, ...fresh })
    .prepare();
  const next = db
    .select({
      number: sql<number>`max(coalesce(max(${partnerChanges.number}), 0), (select own_floor from removal_state)) + 1`,
    })
    .from(partnerChanges)
    .where(eq(partnerChanges.partnerId, partnerId))
    .prepare();
  return (before, after, decision, now) => {
    if (!after) return;
    for (const each of toldPartners(before?.open?.embargo ?? null, after.open?.embargo ?? null, decision)) {
      // Asked before the entry goes that may have the last one: no number is given out twice.
      const given = next.get({ partnerId: each })?.number ?? 1;
      forget.run({ partnerId: each, articleId: after.id });
      note.run({ partnerId: each, number: given, articleId: after.id, at: now });
      // Whoever gets what was published is told that, like everybody.
      if (after.live && gets(each, after)) continue;
      const isOpen = after.open?.embargo?.partnerIds.includes(each) ?? false;
      const type = isOpen ? 'article.embargoed' : 'article.access_lost';
      const own = { partnerId: each, number: given };
      const areaId = after.open?.content.area?.id ?? null;
      outbox.append({ type, articleId: after.id, edition: null, at: now, own, areaId, formerAreaId: null });
    }
  };
}

/** Whether a partner gets what the public has of an article. */
function prepareGets(connection: Connection): (partnerId: string, article: Article) => boolean {
  const areaLine = prepareAreaLine(connection);
  const filterOf = connection.db
    .select({ areaKeys: partners.areaKeys })
    .from(partners)
    .where(eq(partners.id, sql.placeholder('id')))
    .prepare();
  return (id, { live }) => {
    const filter = filterOf.get({ id });
    return filter !== undefined && isInFilter(filter, areaLine(live?.content.area?.id ?? null));
  };
}

/** Those who have gained or lost it, and those who keep it where it says something else now. */
function toldPartners(before: Embargo | null, after: Embargo | null, decision: ArticleDecision): string[] {
  const had = before?.partnerIds ?? [];
  const have = after?.partnerIds ?? [];
  const isOther =
    decision.save !== undefined || decision.publishAt !== undefined || before?.conditions !== after?.conditions;
  return [...had.filter((id) => !have.includes(id)), ...have.filter((id) => isOther || !had.includes(id))];
}
