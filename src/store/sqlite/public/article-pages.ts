import { eq, sql } from 'drizzle-orm';
import type { ArticlePart } from '../../../domain/article.ts';
import type { ArticleQuery, Slice } from '../../../domain/query.ts';
import type { Connection } from '../engine/connection.ts';
import { inOrder, pageParameters, pageShape, positionParameters, sliceOf } from '../engine/keyset.ts';
import { prepareByShape } from '../engine/prepared.ts';
import { columnsOf } from './article-rows.ts';
import { prepareArticlesUnder } from './facets/filters.ts';
import { filterParameters, filterShape, type Narrowing } from './listings.ts';
import { type EntriesShape, type KeysetSort, orderOf, prepareWay, selectEntries } from './page-entries.ts';
import { publicAreas, publicArticles } from './public-tables.ts';
import { isByDay, prepareFoundByDay } from './search/found-by-day.ts';
import { type MatchingBy, matchingBy, matchingParameters, triedRows } from './search/matching.ts';

/** Where an entry stands in its list. */
const ENTRY = { sortKey: sql<string>`entry.sort_key`, articleId: sql<string>`entry.article_id` };

/** The order of the entries of a page that a subquery `entry` has cut out. */
export function entryOrder(sort: KeysetSort) {
  return orderOf(sort, ENTRY.sortKey, ENTRY.articleId);
}

/** How a page is read. */
interface PageReading<Row, Also> {
  /** Makes the statement of a shape; what it wants besides is part of the shape (`also`), or a parameter. */
  readonly build: (shape: EntriesShape & Also) => { all(parameters: Record<string, unknown>): Row[] };
  /** Reads articles by their keys, in this order. */
  readonly ofKeys: (keys: readonly number[], also: Also) => Row[];
  /** Where an entry stands in its list: asked of the first and the last. */
  readonly positionOf: (row: Row, sort: KeysetSort) => readonly string[];
}

/** Pages of a list, in any order that an index or a sort can give. */
export function preparePages<Row, Also extends object>(
  reader: Connection,
  { build, ofKeys, positionOf }: PageReading<Row, Also>,
) {
  const statementOf = prepareByShape(build);
  const wayOf = prepareWay(reader);
  const foundByDay = prepareFoundByDay(reader);
  const articlesUnder = prepareArticlesUnder(reader);

  const inDays = (query: ArticleQuery, narrowing: Narrowing, also: Also): Slice<Row> | undefined => {
    const { limit, offset } = pageParameters(query);
    const found = isByDay(query) ? foundByDay(query, narrowing, offset + limit) : undefined;
    if (!found) return undefined;
    const { rows, ...slice } = sliceOf(found.slice(offset), query, ({ publishedAt, id }) => [publishedAt, id]);
    return {
      ...slice,
      rows: ofKeys(
        rows.map(({ key }) => key),
        also,
      ),
    };
  };

  return (query: ArticleQuery, sort: KeysetSort, narrowing: Narrowing, also: Also): Slice<Row> => {
    const slice = inDays(query, narrowing, also);
    if (slice) return slice;
    const { facets, matching } = narrowing;
    const { position } = query;
    const { way, driving, others } = wayOf(query, facets, matching);
    const wanted = pageParameters(query);
    const rows = wanted.limit + wanted.offset;
    const readBy = (by: MatchingBy) =>
      statementOf({
        ...filterShape(query, others),
        matching: by,
        sort,
        way,
        ...pageShape(query),
        ...also,
      }).all({
        ...filterParameters(query, others),
        limit: wanted.limit,
        offset: wanted.offset,
        tried: by === 'trial' && matching ? triedRows(matching, rows) : undefined,
        driving,
        ...(position && positionParameters(entryOrder(sort), position)),
        ...(matching && matchingParameters(matching, by)),
      });
    // What is sorted is read whole.
    const by =
      way === 'indexed'
        ? matchingBy(matching, query.limit + (query.offset ?? 0), () => articlesUnder(driving))
        : matchingBy(matching, Number.POSITIVE_INFINITY);
    const found = readBy(by);
    const read = by === 'trial' && way === 'indexed' && found.length < wanted.limit ? readBy('set') : found;
    return sliceOf(read, query, (row) => positionOf(row, sort));
  };
}

/** The parts of the articles that are read for a page. */
export interface PartsShape {
  readonly parts: readonly ArticlePart[];
}

/**
 * The entries of the page, and only then their articles. The joins keep this order whatever the planner thinks of the
 * sizes of the tables.
 */
export function prepareArticlePages(reader: Connection) {
  const rowsOf = prepareByShape((parts: readonly ArticlePart[]) => buildArticlesOf(reader, parts));
  return preparePages(reader, {
    build: (shape: EntriesShape & PartsShape) => buildArticlePage(reader, shape),
    ofKeys: (keys, { parts }) => rowsOf(parts).all({ keys: JSON.stringify(keys) }),
    positionOf: ({ entry }) => [entry.sortKey, entry.articleId],
  });
}

function buildArticlePage(reader: Connection, shape: EntriesShape & PartsShape) {
  return reader.db
    .select({ ...columnsOf(shape.parts), entry: ENTRY })
    .from(sql`${selectEntries(reader, shape)} entry`)
    .crossJoin(publicArticles)
    .leftJoin(publicAreas, eq(publicAreas.id, publicArticles.areaId))
    .where(sql`${publicArticles.key} = entry.key`)
    .orderBy(...inOrder(entryOrder(shape.sort), shape))
    .prepare();
}

/** Articles by their keys, in the order of these, in which SQLite goes through a list in JSON. */
function buildArticlesOf({ db }: Connection, parts: readonly ArticlePart[]) {
  return db
    .select({
      ...columnsOf(parts),
      entry: { sortKey: sql<string>`${publicArticles.publishedAt}`, articleId: sql<string>`${publicArticles.id}` },
    })
    .from(sql`json_each(${sql.placeholder('keys')}) page`)
    .crossJoin(publicArticles)
    .leftJoin(publicAreas, eq(publicAreas.id, publicArticles.areaId))
    .where(sql`${publicArticles.key} = page.value`)
    .prepare();
}
