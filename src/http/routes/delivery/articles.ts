import * as z from 'zod';
import { ARTICLE_SORTS } from '../../../domain/query.ts';
import { lastChange } from '../../../usecases/last-change.ts';
import { listArticles } from '../../../usecases/list-articles.ts';
import { readArticle } from '../../../usecases/read-article.ts';
import { answerPage, PAGE_PARAMETERS } from '../../page.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import {
  articleAddress,
  articlePageView,
  articleView,
  toArticleListingView,
  toArticleView,
} from '../../views/article.ts';
import { EXAMPLE_ARTICLE, examplePage } from '../../views/examples.ts';
import { toWithdrawnArticleView, withdrawnArticleView } from '../../views/withdrawn-article.ts';
import { ARTICLE_FILTERS, articleFilters } from './article-filters.ts';

const listQuery = z
  .strictObject({
    ...ARTICLE_FILTERS,
    sort: z
      .enum(ARTICLE_SORTS)
      .default('-publishedAt')
      .meta({ description: 'A minus puts the newest first. `relevance` needs `q`.', param: { id: 'ArticleSort' } }),
    ...PAGE_PARAMETERS,
  })
  .refine(({ sort, q }) => sort !== 'relevance' || q !== undefined, {
    path: ['sort'],
    error: 'Another sort, or relevance together with q.',
  });

export const listArticlesRoute = defineRoute({
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
  handle: ({ query: { limit, cursor, ...filters } }, context) => {
    const { sort, ...narrowing } = filters;
    const query = { ...articleFilters(narrowing), sort };
    return answerPage(
      { limit, cursor },
      {
        operationId: 'listArticles',
        filters,
        read: (page) => listArticles(context.deps, { ...query, ...page }, context.audience),
        toView: toArticleListingView,
      },
      context,
    );
  },
});

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
  query: NO_PARAMETERS,
  params: z.strictObject({
    idOrSlug: z.string().meta({ description: 'Id or slug of the article.', example: EXAMPLE_ARTICLE.slug }),
  }),
  success: {
    description: 'The press release, or the notice in its place.',
    mediaType: 'application/json',
    schema: z.xor([articleView, withdrawnArticleView]),
    example: toArticleView(EXAMPLE_ARTICLE, 'https://dateline.example'),
  },
  redirect: 'The press release was withdrawn; readers are sent to another address.',
  problems: ['not_found', 'gone'],
  handle: async ({ params }, { deps, audience, publicUrl }) => {
    // Not when the article was last edited: a name in it may have changed since.
    const lastModified = await lastChange(deps, audience);
    const found = await readArticle(deps, params.idOrSlug, audience);
    if ('redirect' in found) return { redirect: found.redirect };
    if ('notice' in found) {
      const body = toWithdrawnArticleView(found.notice, publicUrl);
      return { body, lastModified, links: [{ rel: 'self', href: body.links.self }] };
    }
    const { article } = found;
    return {
      body: toArticleView(article, publicUrl),
      lastModified,
      links: [
        { rel: 'self', href: articleAddress(article, publicUrl) },
        { rel: 'canonical', href: article.url },
      ],
    };
  },
});
