import { and, eq, type SQLWrapper, type Subquery, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ArticleQuery } from '../../../domain/query.ts';
import type { Connection } from '../engine/connection.ts';
import { behind, inOrder, type Order, type PageShape } from '../engine/keyset.ts';
import { prepareByShape } from '../engine/prepared.ts';
import { facet } from './facets/facets.ts';
import {
  conditionsOf,
  type FilterShape,
  filterConditions,
  filterParameters,
  filterShape,
  isUnfiltered,
  type ListShape,
} from './listings.ts';
import { placeOf, publicArticles, publicListings } from './public-tables.ts';
import { type Matching, matches } from './search/matching.ts';

export type KeysetSort = Exclude<ArticleQuery['sort'], 'relevance'>;

/** What the pages of a sort are ordered by, before the ids of the articles. */
const SORTS: Readonly<Record<KeysetSort, { readonly key: SQLiteColumn; readonly direction: Order['direction'] }>> = {
  '-publishedAt': { key: publicListings.publishedAt, direction: 'desc' },
  publishedAt: { key: publicListings.publishedAt, direction: 'asc' },
  '-updatedAt': { key: publicListings.updatedAt, direction: 'desc' },
  title: { key: publicArticles.titleKey, direction: 'asc' },
};

/** What an article is sorted by; its entries in the listings repeat it. */
export function sortColumn(sort: KeysetSort): SQLiteColumn {
  const { publishedAt, updatedAt, titleKey } = publicArticles;
  return { '-publishedAt': publishedAt, publishedAt, '-updatedAt': updatedAt, title: titleKey }[sort];
}

/** Entries that are sorted to make one page; where there are more, the order of all titles is walked to those of the page. */
export const MAX_SORTED = 5_000;

/**
 * Where a page finds its entries: in the order of an index of its facet; among all titles in their order; or by sorting
 * the few there are.
 */
type Way = 'indexed' | 'titles' | 'sorted';

export interface EntriesShape extends ListShape, PageShape {
  readonly sort: KeysetSort;
  readonly way: Way;
}

/** The order of the entries of a page. */
export function orderOf(sort: KeysetSort, key: SQLWrapper, articleId: SQLWrapper): Order {
  return {
    keys: [
      { of: key, type: 'text' },
      { of: articleId, type: 'text' },
    ],
    direction: SORTS[sort].direction,
  };
}

/** The entries of one page, a subquery: `key` of each article, and what it is sorted by, `sort_key` and `article_id`. */
export function selectEntries({ db }: Connection, shape: EntriesShape): SQLWrapper {
  const { sort, way } = shape;
  const isTried = shape.matching === 'trial' && way === 'indexed';
  const sortKey = SORTS[sort].key;
  const columns = way === 'titles' ? AMONG_TITLES : publicListings;
  const order = orderOf(sort, sortKey, columns.articleId);
  const select = db.select({
    key: sql`${columns.key}`.as('key'),
    sortKey: sql`${sortKey}`.as('sort_key'),
    articleId: sql`${columns.articleId}`.as('article_id'),
    ...(isTried && { place: placeOf(publicListings.publishedAt, publicListings.key).as('place') }),
  });
  const from = {
    indexed: () => select.from(publicListings).$dynamic(),
    sorted: () => select.from(publicListings).crossJoin(publicArticles).$dynamic(),
    titles: () => select.from(publicArticles).$dynamic(),
  }[way];
  const isOfEntry = way === 'sorted' ? eq(publicArticles.key, publicListings.key) : undefined;
  const conditions =
    way === 'titles'
      ? [...matches(shape.matching, { key }), ...filterConditions(shape, AMONG_TITLES)]
      : conditionsOf(isTried ? { ...shape, matching: 'none' } : shape);
  const ordered = from()
    .where(and(...conditions, isOfEntry, behind(order, shape)))
    .orderBy(...inOrder(order, shape));
  const entries = isTried ? tryFirst({ db }, ordered.limit(sql.placeholder('tried')).as('tried')) : ordered;
  return entries.limit(sql.placeholder('limit')).offset(sql.placeholder('offset'));
}

/** Of the first entries of a list those that match, in its order: to sort them anew would try them all. */
function tryFirst({ db }: Pick<Connection, 'db'>, first: Subquery) {
  return db
    .select({ key: sql`key`, sortKey: sql`sort_key`, articleId: sql`article_id` })
    .from(first)
    .where(and(...matches('trial', { key, place: sql`tried.place` })))
    .$dynamic();
}

const { key, id, publishedAt, updatedAt } = publicArticles;
const AMONG_TITLES = { key, articleId: id, publishedAt, updatedAt };

/** By which way the pages of a list are made, and the facets of it that are looked up for each entry. */
export function prepareWay(reader: Connection) {
  const countUp = prepareByShape((shape: FilterShape) =>
    reader.db
      .select({ entries: sql<number>`count(*)` })
      .from(
        sql`${reader.db
          .select({ one: sql`1` })
          .from(publicListings)
          .where(and(eq(publicListings.facet, sql.placeholder('driving')), ...filterConditions(shape, publicListings)))
          .limit(MAX_SORTED + 1)}`,
      )
      .prepare(),
  );
  const isFew = (query: ArticleQuery, driving: string): boolean => {
    const counted = countUp(filterShape(query, [])).get({ ...filterParameters(query, []), driving });
    return counted !== undefined && counted.entries <= MAX_SORTED;
  };
  return (
    query: ArticleQuery,
    facets: readonly string[],
    matching: Matching | undefined,
  ): { way: Way; driving: string; others: readonly string[] } => {
    const [driving = facet.all, ...others] = facets;
    if (query.sort !== 'title') return { way: 'indexed', driving, others };
    const isShort = matching?.breadth === 'few' || (!isUnfiltered(query, facets) && isFew(query, driving));
    return isShort ? { way: 'sorted', driving, others } : { way: 'titles', driving, others: facets };
  };
}
