import * as z from 'zod';
import { ARTICLE_SORTS } from '../../../domain/query.ts';
import { listArticles } from '../../../usecases/list-articles.ts';
import { readArticle } from '../../../usecases/read-article.ts';
import { answerPage, PAGE_PARAMETERS } from '../../page.ts';
import {
  areaParameter,
  fromParameter,
  languageParameter,
  officialParameter,
  organisationParameter,
  searchParameter,
  tagParameter,
  toParameter,
  updatedSinceParameter,
} from '../../parameters.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import {
  articleAddress,
  articlePageView,
  articleView,
  toArticleListingView,
  toArticleView,
} from '../../views/article.ts';
import { EXAMPLE_ARTICLE, examplePage } from '../../views/examples.ts';

const filters = z
  .strictObject({
    area: areaParameter,
    areaScope: z
      .enum(['subtree', 'exact'])
      .default('subtree')
      .meta({ description: 'Whether places below the area count too.', param: { id: 'AreaScope' } }),
    official: officialParameter,
    organisation: organisationParameter,
    tag: tagParameter,
    language: languageParameter,
    from: fromParameter,
    to: toParameter,
    updatedSince: updatedSinceParameter,
    q: searchParameter,
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
  method: 'GET',
  url: '/v1/articles',
  operationId: 'listArticles',
  summary: 'List press releases',
  description: 'Public press releases, light enough for lists. All filters must hold together.',
  tag: 'Articles',
  query: filters,
  params: NO_PARAMETERS,
  success: {
    description: 'One page of press releases.',
    mediaType: 'application/json',
    schema: articlePageView,
    example: examplePage(toArticleListingView(EXAMPLE_ARTICLE)),
    isPage: true,
  },
  problems: [],
  caching: 'public',
  handle: ({ query: { limit, cursor, ...filters } }, context) => {
    const { to, q, ...same } = filters;
    const query = { ...same, ...(to && { before: to }), ...(q && { search: q }) };
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
  method: 'GET',
  url: '/v1/articles/{idOrSlug}',
  operationId: 'readArticle',
  summary: 'Read one press release',
  description: 'One public press release with its body, quotes, officials and ready-made metadata.',
  tag: 'Articles',
  query: NO_PARAMETERS,
  params: z.strictObject({
    idOrSlug: z.string().meta({ description: 'Id or slug of the article.', example: EXAMPLE_ARTICLE.slug }),
  }),
  success: {
    description: 'The press release.',
    mediaType: 'application/json',
    schema: articleView,
    example: toArticleView(EXAMPLE_ARTICLE, 'https://dateline.example'),
  },
  problems: ['not_found'],
  caching: 'public',
  handle: async ({ params }, { deps, audience, publicUrl }) => {
    const article = await readArticle(deps, params.idOrSlug, audience);
    return {
      body: toArticleView(article, publicUrl),
      lastModified: article.updatedAt,
      links: [
        { rel: 'self', href: articleAddress(article, publicUrl) },
        { rel: 'canonical', href: article.url },
      ],
    };
  },
});
