import { and, eq, sql } from 'drizzle-orm';
import { type ArticlePart, type ArticleWish, LISTING, WHOLE_ARTICLE } from '../../../domain/article.ts';
import type { PublicState } from '../../../domain/change.ts';
import type { ArticleQuery, Slice } from '../../../domain/query.ts';
import type { Audience } from '../../../domain/visibility.ts';
import type { PublicWithdrawal } from '../../../domain/withdrawal.ts';
import type { ArticleStore } from '../../store.ts';
import type { Connection } from '../engine/connection.ts';
import { emptySlice } from '../engine/keyset.ts';
import { prepareByShape } from '../engine/prepared.ts';
import type { VisibleReader } from '../newsroom/visible.ts';
import { prepareArticlePages } from './article-pages.ts';
import { createArticleParts } from './article-parts.ts';
import { columnsOf, type FoundArticle, toFound } from './article-rows.ts';
import { noFacets, prepareFacetCounts } from './facets/facet-counts.ts';
import { facet } from './facets/facets.ts';
import { prepareArticlesUnder, prepareFacets, prepareNarrowestFirst } from './facets/filters.ts';
import {
  conditionsOf,
  filterParameters,
  filterShape,
  isUnfiltered,
  type ListShape,
  type Narrowing,
} from './listings.ts';
import { publicAreas, publicArticles, publicFormerSlugs, publicListings, publicWithdrawals } from './public-tables.ts';
import { prepareHighlights } from './search/highlights.ts';
import { matchingBy, matchingParameters, prepareMatchCount, prepareMatching } from './search/matching.ts';
import { createRanking } from './search/ranking.ts';
import { matchOf } from './search/search-words.ts';
import { createShown, noneShown } from './shown/shown.ts';

/** The articles that anybody may read. */
export function createPublicArticles(
  reader: Connection,
  visible: VisibleReader,
): Pick<ArticleStore, 'find' | 'withdrawal' | 'movedTo' | 'list' | 'show' | 'listShown'> {
  const narrowed = prepareNarrowing(reader);
  const countOf = prepareCounting(reader);
  const list = prepareSlices(reader, countOf);
  const shown = createShown(reader);
  const find = prepareFind(reader);
  const partsOf = createArticleParts(reader);
  const withdrawal = prepareWithdrawal(reader);
  const movedTo = prepareMovedTo(reader);
  const facetCountsOf = prepareFacetCounts(reader);
  const highlightsOf = prepareHighlights(reader);

  return {
    find: async (idOrSlug, audience, wish) => {
      const wished = wish ?? WHOLE_ARTICLE;
      return visible(audience, () => partsOf(find(idOrSlug, wished.parts), wished)[0]);
    },
    withdrawal: async (idOrSlug, audience) => visible(audience, () => withdrawal(idOrSlug)),
    movedTo: async (slug, audience) => visible(audience, () => movedTo.get({ slug })?.slug ?? undefined),
    show: async (idOrSlug, audience, maker) => visible(audience, () => shown.article(idOrSlug, maker)),
    listShown: async (query, audience, maker) =>
      visible(audience, (state) => {
        if (query.sort === 'relevance') throw new RangeError('what is shown is not kept by relevance');
        const narrowing = narrowed(query, state);
        if (!narrowing) return { ...noneShown(query), state, ...(query.facets && { facets: noFacets(query.facets) }) };
        return {
          ...shown.listings(query, query.sort, narrowing, maker),
          state,
          ...(query.count && { total: countOf(query, narrowing) }),
          ...(query.facets && { facets: facetCountsOf(query, narrowing, query.facets) }),
        };
      }),
    list: async <Part extends ArticlePart>(query: ArticleQuery, audience: Audience, wish?: ArticleWish<Part>) =>
      visible(audience, (state) => {
        // Without a wish, the parts of a listing are what `Part` stands for.
        const wished = wish ?? (LISTING as ArticleWish<ArticlePart> as ArticleWish<Part>);
        const narrowing = narrowed(query, state);
        if (!narrowing) return { ...emptySlice(query), ...(query.facets && { facets: noFacets(query.facets) }) };
        const slice = list(query, wished.parts, narrowing);
        const rows = partsOf(slice.rows, wished);
        const hits = query.highlight && narrowing.matching && highlightsOf(narrowing.matching.match, slice.rows);
        return {
          ...slice,
          rows: hits ? rows.map((row, at) => ({ ...row, ...(hits[at] && { highlights: hits[at] }) })) : rows,
          ...(query.facets && { facets: facetCountsOf(query, narrowing, query.facets) }),
        };
      }),
  };
}

/** What narrows a list down; undefined where nothing can be in it. */
function prepareNarrowing(reader: Connection) {
  const facetsOf = prepareFacets(reader);
  const narrowestFirst = prepareNarrowestFirst(reader);
  const matchingOf = prepareMatching(reader);
  return (query: ArticleQuery, state: PublicState): Narrowing | undefined => {
    const facets = facetsOf(query, state);
    const match = query.search && matchOf(query.search);
    if (facets === undefined || (query.search && match === undefined)) return undefined;
    return { facets: narrowestFirst(facets), matching: match === undefined ? undefined : matchingOf(match) };
  };
}

/** One page of a list, in the order that is asked for. */
function prepareSlices(reader: Connection, countOf: ReturnType<typeof prepareCounting>) {
  const page = prepareArticlePages(reader);
  const ranking = createRanking(reader);
  return (query: ArticleQuery, parts: readonly ArticlePart[], narrowing: Narrowing): Slice<FoundArticle> => {
    const { sort } = query;
    const { facets, matching } = narrowing;
    const total = query.count && { total: countOf(query, narrowing) };
    if (sort !== 'relevance') {
      const slice = page(query, sort, narrowing, { parts });
      return { ...slice, rows: slice.rows.map(toFound), ...total };
    }
    if (!matching) throw new RangeError('relevance needs something to look for');
    return { ...ranking(query, { facets, matching }, parts), ...total };
  };
}

/** How many articles a list has, by the very conditions by which it is read. */
function prepareCounting(reader: Connection) {
  const statementOf = prepareByShape((shape: ListShape) =>
    reader.db
      .select({ rows: sql<number>`count(*)` })
      .from(publicListings)
      .where(and(...conditionsOf(shape)))
      .prepare(),
  );
  const matchCountOf = prepareMatchCount(reader);
  const articlesUnder = prepareArticlesUnder(reader);
  return (query: ArticleQuery, { facets, matching }: Narrowing): number => {
    if (matching && isUnfiltered(query, facets)) return matchCountOf(matching.match);
    if (!matching && facets.length < 2 && isUnfiltered(query, [])) return articlesUnder(facets[0] ?? facet.all);
    const [driving = facet.all, ...others] = facets;
    const by = matchingBy(matching, Number.POSITIVE_INFINITY);
    const parameters = { ...filterParameters(query, others), ...matchingParameters(matching, by), driving };
    return statementOf({ ...filterShape(query, others), matching: by }).get(parameters)?.rows ?? 0;
  };
}

/** The one article of an id or a slug, if there is one. */
function prepareFind(reader: Connection) {
  const by = (column: typeof publicArticles.id | typeof publicArticles.slug) =>
    prepareByShape((parts: readonly ArticlePart[]) =>
      reader.db
        .select(columnsOf(parts))
        .from(publicArticles)
        .leftJoin(publicAreas, eq(publicAreas.id, publicArticles.areaId))
        .where(eq(column, sql.placeholder('reference')))
        .prepare(),
    );
  const byId = by(publicArticles.id);
  const bySlug = by(publicArticles.slug);
  return (reference: string, parts: readonly ArticlePart[]): FoundArticle[] => {
    const row = byId(parts).get({ reference }) ?? bySlug(parts).get({ reference });
    return row ? [toFound(row)] : [];
  };
}

/** The present slug of an article, or of what stands in its place, by one that it was public under before. */
function prepareMovedTo({ db }: Connection) {
  return db
    .select({ slug: sql<string | null>`coalesce(${publicArticles.slug}, ${publicWithdrawals.slug})` })
    .from(publicFormerSlugs)
    .leftJoin(publicArticles, eq(publicArticles.id, publicFormerSlugs.articleId))
    .leftJoin(publicWithdrawals, eq(publicWithdrawals.id, publicFormerSlugs.articleId))
    .where(eq(publicFormerSlugs.slug, sql.placeholder('slug')))
    .prepare();
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
