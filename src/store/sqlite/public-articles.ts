import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { ArticleListing, PublicArticle } from '../../domain/article.ts';
import type { ArticleQuery, Slice } from '../../domain/query.ts';
import type { ArticleStore } from '../store.ts';
import type { Connection } from './connection.ts';
import { facet } from './facets.ts';
import { prepareFacets, prepareNarrowestFirst } from './filters.ts';
import { behind, type Direction, inOrder, type Order, positionParameters, sliceOf } from './keyset.ts';
import { type FilterShape, filterConditions, filterParameters, filterShape, LISTING, toListing } from './listings.ts';
import { prepareByShape } from './prepared.ts';
import { publicAreas, publicArticles, publicBodies, publicListings } from './public-tables.ts';
import { prepareQuotesOf } from './quotes.ts';
import { createRanking } from './ranking.ts';
import { articleMatches, matchOf } from './search.ts';
import type { VisibleReader } from './visible.ts';

type KeysetSort = Exclude<ArticleQuery['sort'], 'relevance'>;

const BY_PUBLICATION = [
  { of: publicListings.publishedAt, type: 'text' },
  { of: publicListings.articleId, type: 'text' },
] as const;

const ORDERS: Readonly<Record<KeysetSort, Order>> = {
  '-publishedAt': { keys: BY_PUBLICATION, direction: 'desc' },
  publishedAt: { keys: BY_PUBLICATION, direction: 'asc' },
  '-updatedAt': {
    keys: [
      { of: publicListings.updatedAt, type: 'text' },
      { of: publicListings.articleId, type: 'text' },
    ],
    direction: 'desc',
  },
  title: {
    keys: [
      { of: publicListings.titleKey, type: 'text' },
      { of: publicListings.articleId, type: 'text' },
    ],
    direction: 'asc',
  },
};

const EMPTY: Slice<ArticleListing> = { rows: [], next: null, prev: null };

/** The articles that anybody may read. */
export function createPublicArticles(reader: Connection, visible: VisibleReader): Pick<ArticleStore, 'find' | 'list'> {
  const facetsOf = prepareFacets(reader);
  const ranking = createRanking(reader);
  const page = preparePage(reader);
  const find = prepareFind(reader);
  return {
    find: async (idOrSlug, audience) => visible(audience, () => find(idOrSlug)),
    list: async (query, audience) =>
      visible(audience, () => {
        const facets = facetsOf(query);
        const match = query.search && matchOf(query.search);
        if (facets === undefined || (query.search && match === undefined)) return EMPTY;
        const { sort } = query;
        return sort === 'relevance' ? ranking(query, facets, match ?? '') : page(query, sort, facets, match);
      }),
  };
}

interface PageShape extends FilterShape {
  readonly sort: KeysetSort;
  readonly towards: Direction;
  readonly positioned: boolean;
  readonly match: boolean;
}

/**
 * One page of a list: the entries of its narrowest facet, in the order of an index, then the articles. The tables are
 * joined in this order whatever the planner thinks of their sizes.
 */
function preparePage(reader: Connection) {
  const statementOf = prepareByShape((shape: PageShape) => buildPage(reader, shape));
  const narrowestFirst = prepareNarrowestFirst(reader);
  return (
    query: ArticleQuery,
    sort: KeysetSort,
    facets: readonly string[],
    match: string | undefined,
  ): Slice<ArticleListing> => {
    const { position, limit } = query;
    const [driving = facet.all, ...others] = narrowestFirst(facets);
    const statement = statementOf({
      ...filterShape(query, others),
      sort,
      towards: position?.direction ?? 'next',
      positioned: position !== null,
      match: match !== undefined,
    });
    const read = statement.all({
      ...filterParameters(query, others),
      ...positionParameters(ORDERS[sort], position),
      driving,
      match,
      limit: limit + 1,
    });
    const slice = sliceOf(read, query, ({ listing }) => sortKeys(sort, listing));
    return { ...slice, rows: slice.rows.map(toListing) };
  };
}

function buildPage({ db }: Connection, shape: PageShape) {
  const order = ORDERS[shape.sort];
  return db
    .select({ ...LISTING, listing: getTableColumns(publicListings) })
    .from(publicListings)
    .crossJoin(publicArticles)
    .leftJoin(publicAreas, eq(publicAreas.id, publicArticles.areaId))
    .where(
      and(
        eq(publicListings.facet, sql.placeholder('driving')),
        eq(publicArticles.key, publicListings.key),
        ...filterConditions(shape, publicListings),
        shape.positioned ? behind(order, shape.towards) : undefined,
        shape.match ? articleMatches(publicListings.key) : undefined,
      ),
    )
    .orderBy(...inOrder(order, shape.towards))
    .limit(sql.placeholder('limit'))
    .prepare();
}

function sortKeys(sort: KeysetSort, listing: typeof publicListings.$inferSelect): string[] {
  const { publishedAt, updatedAt, titleKey, articleId } = listing;
  switch (sort) {
    case '-publishedAt':
    case 'publishedAt':
      return [publishedAt, articleId];
    case '-updatedAt':
      return [updatedAt, articleId];
    case 'title':
      return [titleKey, articleId];
    default:
      return sort satisfies never;
  }
}

function prepareFind(reader: Connection): (idOrSlug: string) => PublicArticle | undefined {
  const by = (column: typeof publicArticles.id | typeof publicArticles.slug) =>
    reader.db
      .select({ ...LISTING, html: publicBodies.html })
      .from(publicArticles)
      .innerJoin(publicBodies, eq(publicBodies.key, publicArticles.key))
      .leftJoin(publicAreas, eq(publicAreas.id, publicArticles.areaId))
      .where(eq(column, sql.placeholder('reference')))
      .prepare();
  const byId = by(publicArticles.id);
  const bySlug = by(publicArticles.slug);
  const quotesOf = prepareQuotesOf(reader);

  return (reference) => {
    const row = byId.get({ reference }) ?? bySlug.get({ reference });
    if (!row) return undefined;
    const quotes = quotesOf(row.article.key);
    const officials = new Map(quotes.flatMap(({ official }) => (official ? [[official.slug, official]] : [])));
    return { ...toListing(row), html: row.html, quotes, officials: [...officials.values()] };
  };
}
