import { eq, sql } from 'drizzle-orm';
import type { ArticlePart } from '../../../domain/article.ts';
import type { ArticleQuery, Slice } from '../../../domain/query.ts';
import type { Connection } from '../engine/connection.ts';
import { inOrder, pageParameters, positionParameters, sliceOf } from '../engine/keyset.ts';
import { prepareByShape } from '../engine/prepared.ts';
import { columnsOf } from './article-rows.ts';
import { filterParameters, filterShape, type Narrowing } from './listings.ts';
import { type MatchingBy, matchingBy, matchingParameters, triedRows } from './matching.ts';
import { type EntriesShape, type KeysetSort, orderOf, prepareWay, selectEntries } from './page-entries.ts';
import { publicAreas, publicArticles } from './public-tables.ts';

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
  /** Where an entry stands in its list: asked of the first and the last. */
  readonly positionOf: (row: Row, sort: KeysetSort) => readonly string[];
}

/** Pages of a list, in any order that an index or a sort can give. */
export function preparePages<Row, Also extends object>(
  reader: Connection,
  { build, positionOf }: PageReading<Row, Also>,
) {
  const statementOf = prepareByShape(build);
  const wayOf = prepareWay(reader);
  return (
    query: ArticleQuery,
    sort: KeysetSort,
    { facets, matching }: Narrowing,
    { also, parameters }: { readonly also: Also; readonly parameters?: Readonly<Record<string, string>> },
  ): Slice<Row> => {
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
        towards: position?.direction ?? 'next',
        positioned: position !== null,
        ...also,
      }).all({
        ...filterParameters(query, others),
        limit: wanted.limit,
        offset: wanted.offset,
        tried: triedRows(matching, rows),
        driving,
        ...(position && positionParameters(entryOrder(sort), position)),
        ...(matching && matchingParameters(matching)),
        ...parameters,
      });
    // What is sorted is read whole.
    const by = matchingBy(matching, way === 'indexed' ? query.limit + (query.offset ?? 0) : Number.POSITIVE_INFINITY);
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
  return preparePages(reader, {
    build: (shape: EntriesShape & PartsShape) => buildArticlePage(reader, shape),
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
    .orderBy(...inOrder(entryOrder(shape.sort), shape.towards))
    .prepare();
}
