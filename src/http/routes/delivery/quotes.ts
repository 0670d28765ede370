import * as z from 'zod';
import { listQuotes } from '../../../usecases/list-quotes.ts';
import { answerPage, PUBLIC_PAGE_PARAMETERS } from '../../answer/page.ts';
import { areaParameter, officialParameter, organisationParameter, searchParameter } from '../../request/parameters.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { EXAMPLE_QUOTE, examplePage } from '../../views/examples.ts';
import { quotePageView, toQuoteListingView } from '../../views/quote.ts';

export const listQuotesRoute = defineRoute({
  door: 'delivery',
  method: 'GET',
  url: '/v1/quotes',
  operationId: 'listQuotes',
  summary: 'List statements',
  description:
    'What was said in public press releases: the newest article first, inside one article in the order of its text. ' +
    'All filters must hold together.',
  tag: 'Quotes',
  query: z.strictObject({
    official: officialParameter,
    organisation: organisationParameter,
    area: areaParameter,
    q: searchParameter,
    ...PUBLIC_PAGE_PARAMETERS,
  }),
  params: NO_PARAMETERS,
  success: {
    description: 'One page of statements.',
    mediaType: 'application/json',
    schema: quotePageView,
    example: examplePage(toQuoteListingView(EXAMPLE_QUOTE)),
    isPage: true,
  },
  problems: [],
  handle: ({ query: { limit, cursor, page: number, count, ...filters } }, context) => {
    const { q, ...same } = filters;
    const query = { ...same, ...(q && { search: q }) };
    return answerPage(
      { limit, cursor, page: number, count },
      {
        operationId: 'listQuotes',
        filters,
        read: (page) => listQuotes(context.deps, { ...query, ...page }, context.audience),
        toView: toQuoteListingView,
      },
      context,
    );
  },
});
