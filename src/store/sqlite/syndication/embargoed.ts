import { and, eq, sql } from 'drizzle-orm';
import type { EmbargoedArticle, EmbargoedListing } from '../../../domain/embargo.ts';
import { atPrecision, type Instant } from '../../../domain/time.ts';
import type { Audience } from '../../../domain/visibility.ts';
import type { Opener, SyndicationStore } from '../../syndication.ts';
import type { Connection, Connections } from '../engine/connection.ts';
import type { Order } from '../engine/keyset.ts';
import { prepareInsert } from '../engine/prepared.ts';
import { prepareArticleHistory } from '../newsroom/article-history.ts';
import { prepareCurrentContent } from '../newsroom/current-content.ts';
import { articles, editions, partners, renderings, revisions } from '../newsroom/tables.ts';
import type { VisibleReader } from '../newsroom/visible.ts';
import { publicAreas } from '../public/public-tables.ts';
import { areas } from '../register/register-tables.ts';
import { embargoes, embargoGrants, openings } from './embargo-tables.ts';

/** What partners see before everybody does, each time written down. */
export function createEmbargoed(
  { reader, writer }: Connections,
  visible: VisibleReader,
): Pick<SyndicationStore, 'embargoed' | 'open' | 'openings'> {
  const isAny = prepareGranted(reader);
  const granted = prepareGranted(writer);
  const htmlOf = writer.db
    .select({ html: renderings.html })
    .from(renderings)
    .where(eq(renderings.editionId, sql.placeholder('id')))
    .prepare();
  const note = prepareNote(writer);

  // Whoever has lost access a moment ago is shown nothing: what is looked up is what is written down.
  const embargoed = writer.client.transaction((audience: Audience, by: Opener, choose: Choose) => {
    const rows = granted(audience, null);
    const chosen = choose(rows.map(toListing));
    const shown = new Set(chosen.map(({ id }) => id));
    for (const row of rows) if (shown.has(row.articleId)) note.once(row, audience, by);
    return chosen;
  });
  const open = writer.client.transaction((id: string, audience: Audience, by: Opener): EmbargoedArticle | undefined => {
    const [row] = granted(audience, id);
    const rendered = row && htmlOf.get({ id: row.editionId });
    if (!rendered) return undefined;
    note.always(row, audience, by);
    return { ...toListing(row), body: rendered, quotes: row.content.quotes };
  });
  return {
    embargoed: async (audience, by, choose) =>
      visible(audience, () => isAny(audience, null)).length > 0 ? embargoed.immediate(audience, by, choose) : [],
    open: async (id, audience, by) =>
      visible(audience, () => isAny(audience, id)).length > 0 ? open.immediate(id, audience, by) : undefined,
    openings: prepareOpenings(reader, visible),
  };
}

type Choose = Parameters<SyndicationStore['embargoed']>[2];

/**
 * The rule of domain/visibility.ts `isOpenTo` as SQL: the partner is named, the edition is scheduled, and its instant has
 * not come.
 */
function prepareGranted(connection: Connection) {
  const currentContent = prepareCurrentContent(connection);
  const granted = connection.db
    .select({
      articleId: editions.articleId,
      editionId: editions.id,
      revision: editions.revision,
      until: editions.publishAt,
      conditions: embargoes.conditions,
      url: articles.url,
      content: revisions.content,
      savedAt: revisions.savedAt,
      area: {
        slug: sql<string>`coalesce(${publicAreas.slug}, ${areas.key})`,
        name: areas.name,
        path: publicAreas.path,
      },
    })
    // What is scheduled is little; what a partner might once read grows for ever.
    .from(editions)
    .crossJoin(embargoGrants)
    .innerJoin(embargoes, eq(embargoes.editionId, editions.id))
    .innerJoin(articles, eq(articles.id, editions.articleId))
    .innerJoin(revisions, and(eq(revisions.editionId, editions.id), eq(revisions.number, editions.revision)))
    .leftJoin(areas, eq(areas.id, articles.areaId))
    .leftJoin(publicAreas, eq(publicAreas.id, articles.areaId))
    .where(
      sql`${embargoGrants.editionId} = ${editions.id} and ${embargoGrants.partnerId} = ${sql.placeholder('partner')} and ${embargoGrants.endedAt} is null
        and ${editions.state} = 'scheduled' and ${editions.publishAt} > ${sql.placeholder('at')}
        and (${sql.placeholder('article')} is null or ${editions.articleId} = ${sql.placeholder('article')})`,
    )
    .orderBy(sql`${editions.publishAt} desc, ${editions.articleId} desc`)
    .prepare();
  return ({ partner, at }: Audience, article: string | null) =>
    partner === null
      ? []
      : granted
          .all({ partner: partner.id, at, article })
          .map((row) => ({ ...row, content: currentContent(row.content) }));
}

type GrantedRow = ReturnType<ReturnType<typeof prepareGranted>>[number];

function toListing({ articleId, url, content, savedAt, area, until, conditions }: GrantedRow): EmbargoedListing {
  const { title, summary, tags, language, publishedAtPrecision, image } = content;
  const lift: Instant = until ?? savedAt;
  return {
    id: articleId,
    url,
    title,
    summary,
    area: content.area && area && { slug: area.slug, name: content.area.name, path: area.path ?? area.slug },
    tags,
    language,
    publishedAt: atPrecision(content.publishedAt ?? lift, publishedAtPrecision),
    publishedAtPrecision,
    updatedAt: savedAt,
    image,
    embargo: { until: lift, conditions },
  };
}

function prepareNote(writer: Connection) {
  const insert = prepareInsert(writer, openings, 'key');
  const before = writer.db
    .select({ key: openings.key })
    .from(openings)
    .where(
      sql`${openings.editionId} = ${sql.placeholder('editionId')} and ${openings.revision} = ${sql.placeholder('revision')}
        and ${openings.keyId} = ${sql.placeholder('keyId')} and ${openings.through} = ${sql.placeholder('through')}`,
    )
    .limit(1)
    .prepare();
  const always = ({ articleId, editionId, revision }: GrantedRow, { partner, at }: Audience, by: Opener): void => {
    if (partner) insert({ articleId, editionId, revision, partnerId: partner.id, ...by, at });
  };
  return {
    always,
    once(row: GrantedRow, audience: Audience, by: Opener): void {
      const { editionId, revision } = row;
      const { keyId, through } = by;
      if (!before.get({ editionId, revision, keyId, through })) always(row, audience, by);
    },
  };
}

const NEWEST_FIRST: Order = { keys: [{ of: openings.key, type: 'integer' }], direction: 'desc' };

function prepareOpenings({ db }: Connection, visible: VisibleReader): SyndicationStore['openings'] {
  const { key, at, keyId, keyName, editionId, revision, through } = openings;
  const partner = { id: partners.id, name: partners.name };
  return prepareArticleHistory(
    visible,
    NEWEST_FIRST,
    (condition, order) =>
      db
        .select({ key, at, partner, keyId, keyName, editionId, revision, through })
        .from(articles)
        .innerJoin(openings, eq(openings.articleId, articles.id))
        .innerJoin(partners, eq(partners.id, openings.partnerId))
        .where(condition)
        .orderBy(...order)
        .limit(sql.placeholder('limit'))
        .prepare(),
    (row) => [String(row.key)],
  );
}
