import { gte, lt, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ArticleFilters, ArticleQuery } from '../../../domain/query.ts';
import { publicListings } from './public-tables.ts';
import { isListedAndMatches, type Matching, type MatchingBy } from './search/matching.ts';

/** Where a query finds what the filters look at. */
interface FilterColumns {
  readonly publishedAt: SQLiteColumn;
  readonly articleId: SQLiteColumn;
  readonly updatedAt: SQLiteColumn;
}

/** Which filters a query has: as many statements as there are shapes, each prepared once. */
export interface FilterShape {
  readonly facets: number;
  readonly from: boolean;
  readonly before: boolean;
  readonly updatedSince: boolean;
}

export function filterShape(
  { from, before, updatedSince }: Pick<ArticleQuery, 'from' | 'before' | 'updatedSince'>,
  facets: readonly string[],
): FilterShape {
  return {
    facets: facets.length,
    from: from !== undefined,
    before: before !== undefined,
    updatedSince: updatedSince !== undefined,
  };
}

/** The conditions of a shape, on the columns of the table that drives the query. */
export function filterConditions({ facets, from, before, updatedSince }: FilterShape, columns: FilterColumns): SQL[] {
  const { publishedAt, updatedAt } = columns;
  return [
    ...areListed(facets, columns),
    ...(from ? [gte(publishedAt, sql.placeholder('from'))] : []),
    ...(before ? [lt(publishedAt, sql.placeholder('before'))] : []),
    ...(updatedSince ? [gte(updatedAt, sql.placeholder('updatedSince'))] : []),
  ];
}

/** What a list is narrowed by: facets, the one with the fewest articles first, and a search. */
export interface Narrowing {
  readonly facets: readonly string[];
  readonly matching: Matching | undefined;
}

/** A list of articles: its filters besides the facet that drives it, and how it finds what matches a search. */
export interface ListShape extends FilterShape {
  readonly matching: MatchingBy;
}

/** Which entries of the listings a list consists of, by the parameters `driving` and those of filters and matching. */
export function conditionsOf(shape: ListShape): SQL[] {
  return [...isListedAndMatches(shape.matching), ...filterConditions(shape, publicListings)];
}

/** Whether every article is in the list, or every one that matches. */
export function isUnfiltered({ from, before, updatedSince }: ArticleFilters, facets: readonly string[]): boolean {
  return facets.length === 0 && from === undefined && before === undefined && updatedSince === undefined;
}

/** The parameters that the conditions want. */
export function filterParameters(
  { from, before, updatedSince }: Pick<ArticleQuery, 'from' | 'before' | 'updatedSince'>,
  facets: readonly string[],
): Record<string, string | undefined> {
  const dates = { from, before, updatedSince };
  return facets.length === 0 ? dates : { ...facetParameters(facets), ...dates };
}

/**
 * Whether the article stands under each of the facets, by look-ups in the whole primary key of the listings. They are
 * scalars, for SQLite turns EXISTS into a join and may then read the wider of two facets first.
 */
export function areListed(facets: number, { publishedAt, articleId }: Omit<FilterColumns, 'updatedAt'>): SQL[] {
  return Array.from(
    { length: facets },
    (_, at) => sql`1 = (select 1 from public_listings other where other.facet = ${sql.placeholder(`facet${at}`)}
      and other.published_at = ${publishedAt} and other.article_id = ${articleId})`,
  );
}

/** The parameters that `areListed` wants. */
export function facetParameters(facets: readonly string[]): Record<string, string> {
  return Object.fromEntries(facets.map((name, at) => [`facet${at}`, name]));
}
