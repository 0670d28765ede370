import { and, desc, eq, type SQLWrapper, sql } from 'drizzle-orm';
import type { ArticleListing, PublicArticle } from '../../domain/article.ts';
import type { ArticleQuery, Slice } from '../../domain/query.ts';
import type { PublicWithdrawal } from '../../domain/withdrawal.ts';
import type { ArticleStore } from '../store.ts';
import type { Connection } from './connection.ts';
import { facet } from './facets.ts';
import { prepareFacets, prepareNarrowestFirst } from './filters.ts';
import { behind, type Direction, inOrder, type Order, positionParameters, sliceOf } from './keyset.ts';
import { type FilterShape, filterConditions, filterParameters, filterShape, LISTING, toListing } from './listings.ts';
import { prepareByShape } from './prepared.ts';
import {
  publicAreas,
  publicArticles,
  publicBodies,
  publicCorrections,
  publicListings,
  publicWithdrawals,
} from './public-tables.ts';
import { prepareQuotesOf } from './quotes.ts';
import { createRanking } from './ranking.ts';
import { articleMatches, matchOf } from './search.ts';
import type { VisibleReader } from './visible.ts';

type KeysetSort = Exclude<ArticleQuery['sort'], 'relevance'>;

const SORTS = {
  '-publishedAt': { key: 'publishedAt', direction: 'desc' },
  publishedAt: { key: 'publishedAt', direction: 'asc' },
  '-updatedAt': { key: 'updatedAt', direction: 'desc' },
  title: { key: 'titleKey', direction: 'asc' },
} as const satisfies Readonly<Record<KeysetSort, Omit<Order, 'keys'> & { readonly key: string }>>;

/** An order of the listings, or of a selection of them. */
function orderOf(sort: KeysetSort, listing: Sortable<SQLWrapper>): Order {
  const { key, direction } = SORTS[sort];
  return {
    keys: [
      { of: listing[key], type: 'text' },
      { of: listing.articleId, type: 'text' },
    ],
    direction,
  };
}

type Sortable<Column> = Readonly<Record<(typeof SORTS)[KeysetSort]['key'] | 'articleId', Column>>;

const EMPTY: Slice<ArticleListing> = { rows: [], next: null, prev: null };

/** The articles that anybody may read. */
export function createPublicArticles(
  reader: Connection,
  visible: VisibleReader,
): Pick<ArticleStore, 'find' | 'withdrawal' | 'list'> {
  const facetsOf = prepareFacets(reader);
  const ranking = createRanking(reader);
  const page = preparePage(reader);
  const find = prepareFind(reader);
  const withdrawal = prepareWithdrawal(reader);
  return {
    find: async (idOrSlug, audience) => visible(audience, () => find(idOrSlug)),
    withdrawal: async (idOrSlug, audience) => visible(audience, () => withdrawal(idOrSlug)),
    list: async (query, audience) =>
      visible(audience, () => {
        const facets = facetsOf(query);
        const match = query.search && matchOf(query.search);
        if (facets === undefined || (query.search && match === undefined)) return EMPTY;
        const { sort } = query;
        if (sort !== 'relevance') return page(query, sort, facets, match);
        if (match === undefined) throw new RangeError('relevance needs something to look for');
        return ranking(query, facets, match);
      }),
  };
}

interface PageShape extends FilterShape {
  readonly sort: KeysetSort;
  readonly towards: Direction;
  readonly positioned: boolean;
  readonly match: boolean;
}

/** One page of a list. */
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
      ...positionParameters(orderOf(sort, publicListings), position),
      driving,
      match,
      limit: limit + 1,
    });
    const { key } = SORTS[sort];
    const slice = sliceOf(read, query, ({ listing }) => [listing[key], listing.articleId]);
    return { ...slice, rows: slice.rows.map(toListing) };
  };
}

/**
 * The entries of the page, in the order of an index of its narrowest facet, and only then their articles. The joins
 * keep this order whatever the planner thinks of the sizes of the tables.
 */
function buildPage({ db }: Connection, shape: PageShape) {
  const order = orderOf(shape.sort, publicListings);
  const listing = db
    .select()
    .from(publicListings)
    .where(
      and(
        eq(publicListings.facet, sql.placeholder('driving')),
        ...filterConditions(shape, publicListings),
        shape.positioned ? behind(order, shape.towards) : undefined,
        shape.match ? articleMatches(publicListings.key) : undefined,
      ),
    )
    .orderBy(...inOrder(order, shape.towards))
    .limit(sql.placeholder('limit'))
    .as('listing');
  const { publishedAt, updatedAt, titleKey, articleId } = listing;
  return db
    .select({ ...LISTING, listing: { publishedAt, updatedAt, titleKey, articleId } })
    .from(listing)
    .crossJoin(publicArticles)
    .leftJoin(publicAreas, eq(publicAreas.id, publicArticles.areaId))
    .where(eq(publicArticles.key, listing.key))
    .orderBy(...inOrder(orderOf(shape.sort, listing), shape.towards))
    .prepare();
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
  const correctionsOf = reader.db
    .select({ at: publicCorrections.at, edition: publicCorrections.edition, note: publicCorrections.note })
    .from(publicCorrections)
    .where(eq(publicCorrections.key, sql.placeholder('key')))
    .orderBy(desc(publicCorrections.edition))
    .prepare();

  return (reference) => {
    const row = byId.get({ reference }) ?? bySlug.get({ reference });
    if (!row) return undefined;
    const quotes = quotesOf(row.article.key);
    const officials = new Map(quotes.flatMap(({ official }) => (official ? [[official.slug, official]] : [])));
    const corrections = correctionsOf.all({ key: row.article.key });
    const { changedAt, updatedAt } = row.article;
    return {
      ...toListing(row),
      changedAt: changedAt ?? updatedAt,
      html: row.html,
      quotes,
      officials: [...officials.values()],
      corrections,
    };
  };
}

function prepareWithdrawal({ db }: Connection): (idOrSlug: string) => PublicWithdrawal | undefined {
  const by = (column: typeof publicWithdrawals.id | typeof publicWithdrawals.slug) =>
    db
      .select()
      .from(publicWithdrawals)
      .where(eq(column, sql.placeholder('reference')))
      .prepare();
  const byId = by(publicWithdrawals.id);
  const bySlug = by(publicWithdrawals.slug);
  return (reference) => byId.get({ reference }) ?? bySlug.get({ reference });
}
