import * as z from 'zod';
import { listSyndicated, readSyndicated } from '../../../usecases/syndicate.ts';
import { answerClosedPage, PAGE_PARAMETERS } from '../../answer/page.ts';
import { ARTICLE_FILTERS, articleFilters } from '../../request/article-filters.ts';
import { momentsInOrder, scopeOfAnArea } from '../../request/combinations.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { examplePage } from '../../views/examples.ts';
import { EXAMPLE_EMBARGOED } from '../../views/partner-examples.ts';
import {
  syndicatedArticleView,
  syndicatedPageView,
  toSyndicatedArticleView,
  toSyndicatedListingView,
} from '../../views/syndicated-article.ts';
import { toWithdrawnArticleView, withdrawnArticleView } from '../../views/withdrawn-article.ts';

const { q: _search, ...FILTERS } = ARTICLE_FILTERS;

export const listSyndicatedRoute = defineRoute({
  door: 'syndication',
  method: 'GET',
  url: '/v1/syndication/articles',
  operationId: 'listSyndicated',
  summary: 'List what you may syndicate',
  description:
    'First what is under an embargo for you, the last to be lifted first; behind it what is public in your areas, newest ' +
    'first. All filters must hold together; what is under an embargo has no officials or organisations to be found by. ' +
    'That you were shown something under an embargo is written down.',
  tag: 'Syndication',
  query: z
    .strictObject({ ...FILTERS, ...PAGE_PARAMETERS })
    .refine(...momentsInOrder)
    .refine(...scopeOfAnArea),
  params: NO_PARAMETERS,
  success: {
    description: 'One page of press releases.',
    mediaType: 'application/json',
    schema: syndicatedPageView,
    example: examplePage(toSyndicatedListingView(EXAMPLE_EMBARGOED)),
    isPage: true,
  },
  problems: [],
  handle: ({ query: { limit, cursor, ...filters } }, context) => {
    const { deps, actor, audience } = context;
    return answerClosedPage(
      { limit, cursor },
      {
        operationId: 'listSyndicated',
        filters,
        read: (page) => listSyndicated(deps, { ...articleFilters(filters), ...page }, actor, audience),
        toView: toSyndicatedListingView,
      },
      context,
    );
  },
});

export const readSyndicatedRoute = defineRoute({
  door: 'syndication',
  method: 'GET',
  url: '/v1/syndication/articles/{idOrSlug}',
  operationId: 'readSyndicated',
  summary: 'Read one article that you may syndicate',
  description:
    'What is public in your areas, or under an embargo for you, which has `embargo` with its end and its conditions and is ' +
    'found by its id alone. Each time that you read something under an embargo is written down. A withdrawn article ' +
    'answers as it does to everybody.',
  tag: 'Syndication',
  query: NO_PARAMETERS,
  params: z.strictObject({
    idOrSlug: z.string().meta({ description: 'Id or slug of the article.', example: EXAMPLE_EMBARGOED.id }),
  }),
  success: {
    description: 'The press release, or the notice in its place.',
    mediaType: 'application/json',
    schema: z.xor([syndicatedArticleView, withdrawnArticleView]),
    example: toSyndicatedArticleView(EXAMPLE_EMBARGOED, 'https://dateline.example'),
  },
  redirect: 'The press release has another slug now, or it was withdrawn and readers are sent to another address.',
  problems: ['not_found', 'gone'],
  handle: async ({ params }, { deps, actor, audience, publicUrl }) => {
    const found = await readSyndicated(deps, params.idOrSlug, actor, audience);
    if ('redirect' in found) return { redirect: found.redirect };
    if ('movedTo' in found) return { redirect: `${publicUrl}/v1/syndication/articles/${found.movedTo}` };
    if ('notice' in found) return { body: toWithdrawnArticleView(found.notice, publicUrl) };
    return { body: toSyndicatedArticleView(found.syndicated, publicUrl) };
  },
});
