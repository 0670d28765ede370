import { and, asc, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import { freeSlug } from '../../../domain/slug.ts';
import type { Audience } from '../../../domain/visibility.ts';
import type { ArticleStore, SavedState, Source } from '../../store.ts';
import type { Connection } from '../engine/connection.ts';
import { valuesIn } from '../engine/json-values.ts';
import { prepareCurrentContent } from './current-content.ts';
import { articles, editions, revisions } from './tables.ts';
import { audienceParameters, type VisibleReader, visibleTo } from './visible.ts';

/** Documents that one read of all of them takes at a time. */
const SOURCES_AT_A_TIME = 100;

/**
 * What articles were last saved from: of the live edition, and for the newsroom of the open one. Nothing of an article that
 * is withdrawn.
 * @param addressOf canonical address of an article that nobody gave one, by its slug
 */
export function createSources(
  reader: Connection,
  visible: VisibleReader,
  addressOf: (slug: string) => string,
): Pick<ArticleStore, 'source' | 'sources' | 'saved'> {
  const { one, some, saved, isTaken } = prepareSources(reader);
  const currentContent = prepareCurrentContent(reader);

  /** @param given addresses that drafts without one were given before */
  const toSource = (row: SourceRow, given: Set<string>): Source => {
    const { id, state, bytes, content, publishedAt } = row;
    const wished = row.slug ?? row.wished;
    if (bytes) return { url: row.url ?? addressOf(wished), slug: wished, state, bytes };
    const isFree = (slug: string) => !given.has(addressOf(slug)) && !isTaken.get({ url: addressOf(slug), slug });
    const slug = row.url === null ? freeSlug(wished, (wish) => !isFree(wish)) : wished;
    const url = row.url ?? addressOf(slug);
    if (row.url === null) given.add(url);
    const now = currentContent(content);
    return {
      url,
      slug,
      state,
      content: now,
      publishedAt: now.publishedAt ?? publishedAt,
      draftId: row.url === null ? id : null,
    };
  };

  async function* sources(audience: Audience): AsyncGenerator<Source> {
    const given = new Set<string>();
    for (let after: Place | undefined = { id: '', isOpen: 0 }; after !== undefined; ) {
      const from: Place = after;
      const rows: SourceRow[] = visible(audience, () =>
        some[audience.sees].all({ after: from.id, afterOpen: from.isOpen, ...audienceParameters(audience) }),
      );
      for (const row of rows) yield toSource(row, given);
      after = rows.at(-1);
    }
  }

  return {
    sources,
    source: async (reference, audience) => {
      const row = visible(audience, () => one[audience.sees].get({ reference, ...audienceParameters(audience) }));
      return row && toSource(row, new Set());
    },
    saved: async (urls) => {
      const rows = saved.all({ urls: JSON.stringify(urls) });
      return new Map(
        rows.map(({ url, id, state, sourceDigest, ...imported }): [string, SavedState] => [
          url,
          { id, sourceDigest, imported, isDraft: state === 'draft' || state === 'submitted' },
        ]),
      );
    },
  };
}

type Place = Pick<SourceRow, 'id' | 'isOpen'>;
type SourceRow = ReturnType<ReturnType<typeof prepareSources>['some']['newsroom']['all']>[number];

function prepareSources({ db }: Connection) {
  const { id, slug } = articles;
  const { url, publishedAt } = articles;
  const wished = sql<string>`${revisions.content} ->> '$.slug'`;
  const isOpen = sql<number>`(${editions.state} <> 'live')`;
  const isNotWithdrawn = sql`not exists (select 1 from editions edition
    where edition.article_id = ${articles.id} and edition.state = 'withdrawn')`;
  const newsroom = and(
    sql`${editions.state} in ('draft', 'submitted', 'scheduled', 'live')`,
    isNotWithdrawn,
    visibleTo(),
  );
  const edition = { public: sql`${editions.state} = 'live'`, newsroom };
  const select = (sees: Audience['sees'], condition: SQL | undefined) =>
    db
      .select({
        id,
        isOpen,
        state: editions.state,
        url,
        slug,
        wished,
        publishedAt,
        content: revisions.content,
        bytes: revisions.source,
      })
      .from(articles)
      .crossJoin(editions)
      .crossJoin(revisions)
      .where(and(condition, eq(editions.articleId, id), edition[sees], isCurrent()));
  const reference = sql.placeholder('reference');
  const one = (sees: Audience['sees']) =>
    select(sees, or(eq(id, reference), eq(slug, reference), eq(url, reference)))
      .orderBy(desc(isOpen))
      .limit(1)
      .prepare();
  const some = (sees: Audience['sees']) =>
    select(
      sees,
      sql`${id} >= ${sql.placeholder('after')} and (${id} > ${sql.placeholder('after')} or ${isOpen} > ${sql.placeholder('afterOpen')})`,
    )
      .orderBy(asc(id), asc(isOpen))
      .limit(SOURCES_AT_A_TIME)
      .prepare();
  const isTaken = db
    .select({ id })
    .from(articles)
    .where(or(eq(url, sql.placeholder('url')), eq(slug, sql.placeholder('slug'))))
    .prepare();
  return {
    isTaken,
    saved: prepareSaved({ db }),
    one: { public: one('public'), newsroom: one('newsroom') },
    some: { public: some('public'), newsroom: some('newsroom') },
  };
}

function prepareSaved({ db }: Pick<Connection, 'db'>) {
  const { url, id } = articles;
  return db
    .select({
      url: sql<string>`${url}`,
      id,
      state: editions.state,
      sourceDigest: revisions.sourceDigest,
      last: lastImported(sql`true`),
      public: lastImported(sql`not revision.source_is_draft`),
      draft: lastImported(sql`revision.source_is_draft`, hasItsPlace()),
    })
    .from(articles)
    .crossJoin(editions)
    .crossJoin(revisions)
    .where(and(inArray(url, valuesIn('urls')), sql`${editions.id} = ${newest()}`, isCurrent()))
    .prepare();
}

/** Digest of the newest document of its kind among all revisions of an article, where it counts. */
function lastImported(isOfKind: SQL, counts: SQL = sql`true`): SQL<string | null> {
  return sql<string | null>`(select iif(${counts}, revision.source_digest, null)
    from editions edition join revisions revision on revision.edition_id = edition.id
    where edition.article_id = ${articles.id} and revision.source_digest is not null and ${isOfKind}
    order by revision.saved_at desc, revision.rowid desc limit 1)`;
}

/** Whether nobody but a person has written over a draft that was imported. */
function hasItsPlace(): SQL {
  return sql`not exists (select 1 from revisions next where next.edition_id = revision.edition_id
    and next.number = revision.number + 1 and next.source_digest is not null)`;
}

/** The open edition of an article, or the live or withdrawn one where none is open. */
function newest(): SQL {
  const of = sql`select edition.id from editions edition where edition.article_id = ${articles.id} and`;
  return sql`coalesce(
    (${of} edition.state in ('draft', 'submitted', 'scheduled')), (${of} edition.state in ('live', 'withdrawn')))`;
}

/** Joins an edition to what it says now. */
function isCurrent(): SQL | undefined {
  return and(eq(revisions.editionId, editions.id), eq(revisions.number, editions.revision));
}
