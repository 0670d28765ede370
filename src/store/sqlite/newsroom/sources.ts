import { and, asc, eq, gt, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import type { Audience } from '../../../domain/visibility.ts';
import type { ArticleStore, SavedState, Source } from '../../store.ts';
import type { Connection } from '../engine/connection.ts';
import { articles, editions, revisions } from './tables.ts';
import { audienceParameters, type VisibleReader, visibleTo } from './visible.ts';

/** Documents that one read of all of them takes at a time. */
const SOURCES_AT_A_TIME = 100;

/** The imported documents as they came: of the newest edition for the newsroom, of the live one for the public. */
export function createSources(
  reader: Connection,
  visible: VisibleReader,
): Pick<ArticleStore, 'source' | 'sources' | 'saved'> {
  const { one, some, saved } = prepareSources(reader);

  async function* sources(audience: Audience): AsyncGenerator<Source> {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const from: string = after;
      const rows = visible(audience, () => some[audience.sees].all({ after: from, ...audienceParameters(audience) }));
      for (const row of rows) if (row.bytes) yield { url: row.url, slug: slugOf(row), bytes: row.bytes };
      after = rows.at(-1)?.id;
    }
  }

  return {
    sources,
    source: async (reference, audience) => {
      const row = visible(audience, () => one[audience.sees].get({ reference, ...audienceParameters(audience) }));
      return row?.bytes ? { url: row.url, slug: slugOf(row), bytes: row.bytes } : undefined;
    },
    saved: async (urls) => {
      const rows = saved.all({ urls: JSON.stringify(urls) });
      return new Map(
        rows.map(({ url, sourceDigest, state }): [string, SavedState] => [
          url,
          { sourceDigest, isDraft: state === 'draft' || state === 'submitted' },
        ]),
      );
    },
  };
}

function prepareSources({ db }: Connection) {
  const { id, slug } = articles;
  // Only an import brings a source, and an import has an address.
  const url = sql<string>`${articles.url}`;
  const wished = sql<string>`${revisions.content} ->> '$.slug'`;
  const edition = {
    public: sql`${editions.state} = 'live'`,
    newsroom: and(sql`${editions.id} = ${newest()}`, visibleTo()),
  };
  const select = (sees: Audience['sees'], condition: SQL | undefined) =>
    db
      .select({ id, url, slug, wished, bytes: revisions.source })
      .from(articles)
      .crossJoin(editions)
      .crossJoin(revisions)
      .where(and(condition, eq(editions.articleId, id), edition[sees], isCurrent()));
  const reference = sql.placeholder('reference');
  const one = (sees: Audience['sees']) =>
    select(sees, or(eq(id, reference), eq(slug, reference), eq(url, reference)))
      .limit(1)
      .prepare();
  const some = (sees: Audience['sees']) =>
    select(sees, and(gt(id, sql.placeholder('after')), isNotNull(revisions.source)))
      .orderBy(asc(id))
      .limit(SOURCES_AT_A_TIME)
      .prepare();
  const saved = db
    .select({ url, state: editions.state, sourceDigest: revisions.sourceDigest })
    .from(articles)
    .crossJoin(editions)
    .crossJoin(revisions)
    .where(
      and(
        inArray(url, sql`(select value from json_each(${sql.placeholder('urls')}))`),
        sql`${editions.id} = ${newest()}`,
        isCurrent(),
      ),
    )
    .prepare();
  return {
    one: { public: one('public'), newsroom: one('newsroom') },
    some: { public: some('public'), newsroom: some('newsroom') },
    saved,
  };
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

function slugOf({ slug, wished }: { readonly slug: string | null; readonly wished: string }): string {
  return slug ?? wished;
}
