import * as z from 'zod';
import type { PublicArticle } from '../../../domain/article.ts';
import { ARTICLE_SORTS, type ArticleSlice, FACET_KINDS } from '../../../domain/query.ts';
import { articleAddress } from '../../../usecases/article-address.ts';
import { listArticles } from '../../../usecases/list-articles.ts';
import { readArticle } from '../../../usecases/read-article.ts';
import { listShown, showArticle } from '../../../usecases/show-articles.ts';
import { PUBLIC_PAGE_PARAMETERS, preparePage } from '../../answer/page.ts';
import { feedAlternates } from '../../following/feed-formats.ts';
import { articleKeys } from '../../memory/surrogate-keys.ts';
import type { Topic } from '../../memory/topic.ts';
import { queryOf } from '../../request/address.ts';
import { ARTICLE_FILTERS, articleFilters } from '../../request/article-filters.ts';
import { bodyFormatParameter } from '../../request/body-format.ts';
import { formatOfABody, marksOfWords, momentsInOrder, scopeOfAnArea, sortByWords } from '../../request/combinations.ts';
import { namesParameter, truthParameter } from '../../request/parameters.ts';
import { definePreparedRoute, defineRoute, NO_PARAMETERS } from '../../route.ts';
import {
  articlePageView,
  articleSelectionView,
  articleView,
  toArticleListingView,
  toArticleView,
} from '../../views/article.ts';
import {
  ARTICLE_MEMBERS,
  INCLUDABLE_MEMBERS,
  LISTING_MEMBERS,
  toSelectedView,
  wishFor,
} from '../../views/article-members.ts';
import { EXAMPLE_ARTICLE, EXAMPLE_SERVER, examplePage } from '../../views/examples.ts';
import { toHighlightsView } from '../../views/highlights.ts';
import { MAKER, toShownBody } from '../../views/shown-article.ts';
import { toWithdrawnArticleView, withdrawnArticleView } from '../../views/withdrawn-article.ts';

/**
 * What cursors of a list by title belong to: a place in an order of titles that was before has no counterpart in this one,
 * and to go on from it would skip some and repeat others.
 */
const TITLE_ORDER = 'title, from its first letter or digit on';

const listQuery = z
  .strictObject({
    ...ARTICLE_FILTERS,
    sort: z
      .enum(ARTICLE_SORTS)
      .default('-publishedAt')
      .meta({
        description: 'A minus puts the newest first. `relevance` needs `q`.',
        param: { id: 'ArticleSort' },
        example: 'title',
      }),
    fields: namesParameter([...LISTING_MEMBERS, ...INCLUDABLE_MEMBERS], {
      id: 'ListFields',
      description:
        'Members of each entry, with commas between, instead of the usual ones. What is not named is not read.',
      example: 'title,slug',
    }),
    include: namesParameter(INCLUDABLE_MEMBERS, {
      id: 'Include',
      description: 'Members that each entry has besides.',
      example: 'quotes,officials',
    }),
    bodyFormat: bodyFormatParameter,
    facets: namesParameter(FACET_KINDS, {
      id: 'Facets',
      description: 'By what the whole list is broken down, with commas between: how many entries have each value.',
      example: 'area,tag,year',
    }),
    highlight: truthParameter({
      id: 'Highlight',
      description: 'With `true`, each entry says where the words of `q` stand. It needs `q`.',
    }),
    ...PUBLIC_PAGE_PARAMETERS,
  })
  .refine(...momentsInOrder)
  .refine(...scopeOfAnArea)
  .refine(...formatOfABody(false))
  .refine(...sortByWords)
  .refine(...marksOfWords);

export const listArticlesRoute = definePreparedRoute({
  door: 'delivery',
  method: 'GET',
  url: '/v1/articles',
  operationId: 'listArticles',
  summary: 'List press releases',
  description: 'Public press releases, light enough for lists. All filters must hold together.',
  tag: 'Articles',
  query: listQuery,
  params: NO_PARAMETERS,
  success: {
    description: 'One page of press releases.',
    mediaType: 'application/json',
    schema: articlePageView,
    example: examplePage(toArticleListingView(EXAMPLE_ARTICLE)),
    isPage: true,
  },
  problems: [],
  prepare: ({ query: { limit, cursor, page: number, count, ...query } }, standing) => {
    const { deps, publicUrl, url } = standing;
    const { fields, include = [], bodyFormat, facets, highlight = false, ...filters } = query;
    const { sort, ...narrowing } = filters;
    const members = [...(fields ?? LISTING_MEMBERS), ...include];
    const isUsual = fields === undefined && include.length === 0;
    const list = {
      operationId: 'listArticles',
      filters: { ...filters, ...(sort === 'title' && { sort: TITLE_ORDER }) },
      alternates: feedAlternates(publicUrl, filtersOf(url)),
    };
    const page = preparePage({ limit, cursor, page: number, count }, list, standing);
    const asked = { ...articleFilters(narrowing), sort, highlight, ...(facets && { facets }), ...page.query };
    const wish = wishFor(members, bodyFormat, []);
    const isKept = isUsual && !highlight && sort !== 'relevance';
    const toView = ({ highlights, ...article }: ArticleSlice<PublicArticle>['rows'][number]) => ({
      ...(isUsual ? toArticleListingView(article) : toSelectedView(members, article, standing)),
      ...(highlights && { highlights: toHighlightsView(highlights) }),
    });
    const topic = topicOf(query);
    return {
      tellsState: isKept,
      async answer({ audience, lastChange }) {
        if (isKept) {
          const slice = await listShown(deps, asked, audience, MAKER);
          const { state } = slice;
          return { ...page.answerShown(slice), state, lastModified: state.changedAt ?? undefined, topic };
        }
        const lastModified = await lastChange();
        const slice = await listArticles(deps, asked, audience, wish);
        return { ...page.answer(slice, slice.rows.map(toView)), lastModified, topic };
      },
    };
  },
});

/** What is found by words is ranked by all there are, and what a list is broken down by has names of its own. */
function topicOf({ area, q, facets }: Pick<z.output<typeof listQuery>, 'area' | 'q' | 'facets'>): Topic | undefined {
  return area === undefined || q !== undefined || facets !== undefined ? undefined : { area };
}

/** Of an address, the parameters that narrow a list. */
function filtersOf(url: string): URLSearchParams {
  return new URLSearchParams([...queryOf(url)].filter(([name]) => Object.hasOwn(ARTICLE_FILTERS, name)));
}

export const readArticleRoute = defineRoute({
  door: 'delivery',
  method: 'GET',
  url: '/v1/articles/{idOrSlug}',
  operationId: 'readArticle',
  summary: 'Read one press release',
  description:
    'One public press release with its body, quotes, officials and ready-made metadata; or, where it was withdrawn with a ' +
    'notice, the notice: it has a `withdrawal` and no `body`.',
  tag: 'Articles',
  query: z
    .strictObject({
      fields: namesParameter(ARTICLE_MEMBERS, {
        id: 'ArticleFields',
        description: 'Members of the answer, with commas between, instead of all. What is not named is not read.',
        example: 'title,body',
      }),
      bodyFormat: bodyFormatParameter,
    })
    .refine(...formatOfABody(true)),
  params: z.strictObject({
    idOrSlug: z.string().meta({ description: 'Id or slug of the article.', example: EXAMPLE_ARTICLE.slug }),
  }),
  success: {
    description: 'The press release, or the notice in its place.',
    mediaType: 'application/json',
    schema: z.union([articleView, withdrawnArticleView, articleSelectionView]),
    example: toArticleView(EXAMPLE_ARTICLE, EXAMPLE_SERVER),
  },
  redirect: 'The press release has another slug now, or it was withdrawn and readers are sent to another address.',
  problems: ['not_found', 'gone'],
  handle: async ({ params, query: { fields, bodyFormat } }, context) => {
    const { deps, audience, publicUrl, url } = context;
    // Not when the article was last edited: a name in it may have changed since.
    const lastModified = await context.lastChange();
    const members = fields ?? ARTICLE_MEMBERS;
    const isKept = fields === undefined && bodyFormat === 'html';
    const found = isKept
      ? await showArticle(deps, params.idOrSlug, audience, MAKER)
      : await readArticle(deps, params.idOrSlug, audience, wishFor(members, bodyFormat, ['id', 'slug', 'url']));
    if ('redirect' in found) return { redirect: found.redirect };
    if ('movedTo' in found) {
      const query = queryOf(url);
      const address = articleAddress(found.movedTo, publicUrl);
      return { redirect: query.size > 0 ? `${address}?${query}` : address };
    }
    if ('notice' in found) {
      const body = toWithdrawnArticleView(found.notice, publicUrl);
      return {
        body,
        lastModified,
        links: [{ rel: 'self', href: body.links.self }],
        topic: { article: found.notice.id },
        surrogateKeys: articleKeys(found.notice),
      };
    }
    const { article } = found;
    return {
      ...('text' in article ? toShownBody(article, context) : { body: toSelectedView(members, article, context) }),
      lastModified,
      topic: { article: article.id },
      surrogateKeys: articleKeys(article),
      links: [
        { rel: 'self', href: articleAddress(article.slug, publicUrl) },
        { rel: 'canonical', href: article.url },
        ...feedAlternates(publicUrl),
      ],
    };
  },
});
