import { and, eq, sql } from 'drizzle-orm';
import { type ArticleListing, LISTING, LISTING_PARTS } from '../../../domain/article.ts';
import type { Slice } from '../../../domain/query.ts';
import type { SyndicationQuery, SyndicationStore } from '../../syndication.ts';
import type { Connection } from '../engine/connection.ts';
import { valuesIn } from '../engine/json-values.ts';
import {
  behind,
  emptySlice,
  inOrder,
  type Order,
  type PageShape,
  pageParameters,
  pageShape,
  positionParameters,
  sliceOf,
} from '../engine/keyset.ts';
import { prepareByShape } from '../engine/prepared.ts';
import type { VisibleReader } from '../newsroom/visible.ts';
import { createArticleParts } from '../public/article-parts.ts';
import { columnsOf, toFound } from '../public/article-rows.ts';
import { facet } from '../public/facets/facets.ts';
import { prepareFacets, prepareNarrowestFirst } from '../public/facets/filters.ts';
import { type FilterShape, filterConditions, filterParameters, filterShape } from '../public/listings.ts';
import { publicAreas, publicArticles, publicListings } from '../public/public-tables.ts';
import { isWithin, preparePartnerAreas, preparePartnerFilter } from './partner-filter.ts';

const NEWEST_FIRST: Order = {
  keys: [
    { of: publicListings.publishedAt, type: 'text' },
    { of: publicListings.articleId, type: 'text' },
  ],
  direction: 'desc',
};

/** The public articles that a partner gets. */
export function createSyndicated(
  reader: Connection,
  visible: VisibleReader,
): Pick<SyndicationStore, 'areas' | 'gets' | 'list'> {
  const list = prepareSyndicatedList(reader);
  const facetsOf = prepareFacets(reader);
  const areasOf = preparePartnerAreas(reader);
  const filterOf = preparePartnerFilter(reader);
  const lies = reader.db
    .select({ id: publicArticles.id })
    .from(publicArticles)
    .innerJoin(publicListings, eq(publicListings.key, publicArticles.key))
    .where(and(eq(publicArticles.id, sql.placeholder('id')), sql`${publicListings.facet} in ${valuesIn('within')}`))
    .limit(1)
    .prepare();

  return {
    areas: async (audience) => areasOf(audience) ?? null,
    gets: async (id, audience) =>
      visible(audience, () => {
        const within = filterOf(audience);
        return within !== undefined && lies.get({ id, within: JSON.stringify(within ?? [facet.all]) }) !== undefined;
      }),
    list: async (query, audience) =>
      visible(audience, () => {
        const within = filterOf(audience);
        const facets = facetsOf(query);
        return within !== undefined && facets ? list(query, facets, within ?? [facet.all]) : emptySlice(query);
      }),
  };
}

interface ListShape extends FilterShape, PageShape {
  readonly within: boolean;
}

function prepareSyndicatedList(reader: Connection) {
  const statementOf = prepareByShape((shape: ListShape) => buildList(reader, shape));
  const narrowestFirst = prepareNarrowestFirst(reader);
  const partsOf = createArticleParts(reader);
  return (query: SyndicationQuery, facets: readonly string[], within: readonly string[]): Slice<ArticleListing> => {
    // One facet of the partner's is a filter like any other; of several an article needs only one.
    const [driving = facet.all, ...others] = narrowestFirst(within.length === 1 ? [...facets, ...within] : facets);
    const statement = statementOf({
      ...filterShape(query, others),
      ...pageShape(query),
      within: within.length !== 1,
    });
    const read = statement.all({
      ...filterParameters(query, others),
      ...positionParameters(NEWEST_FIRST, query.position),
      ...pageParameters(query),
      driving,
      within: JSON.stringify(within),
    });
    const slice = sliceOf(read, query, ({ article }) => [article.publishedAt, article.id]);
    return { ...slice, rows: partsOf(slice.rows.map(toFound), LISTING) };
  };
}

function buildList({ db }: Connection, shape: ListShape) {
  return db
    .select(columnsOf(LISTING_PARTS))
    .from(publicListings)
    .crossJoin(publicArticles)
    .leftJoin(publicAreas, eq(publicAreas.id, publicArticles.areaId))
    .where(
      and(
        eq(publicListings.facet, sql.placeholder('driving')),
        eq(publicArticles.key, publicListings.key),
        ...filterConditions(shape, publicListings),
        shape.within ? isWithin(publicListings) : undefined,
        behind(NEWEST_FIRST, shape),
      ),
    )
    .orderBy(...inOrder(NEWEST_FIRST, shape))
    .limit(sql.placeholder('limit'))
    .prepare();
}
