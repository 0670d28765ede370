import * as z from 'zod';
import { listTags } from '../../../usecases/list-tags.ts';
import { answerPage, PUBLIC_PAGE_PARAMETERS } from '../../answer/page.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { examplePage } from '../../views/examples.ts';
import { tagPageView, toTagView } from '../../views/tag.ts';

export const listTagsRoute = defineRoute({
  door: 'delivery',
  method: 'GET',
  url: '/v1/tags',
  operationId: 'listTags',
  summary: 'List tags',
  description: 'Tags of public press releases, in alphabetical order.',
  tag: 'Articles',
  query: z.strictObject(PUBLIC_PAGE_PARAMETERS),
  params: NO_PARAMETERS,
  success: {
    description: 'One page of tags.',
    mediaType: 'application/json',
    schema: tagPageView,
    example: examplePage(toTagView({ tag: 'drugs', articles: 12 })),
    isPage: true,
  },
  problems: [],
  handle: ({ query }, context) =>
    answerPage(
      query,
      {
        operationId: 'listTags',
        filters: {},
        read: (page) => listTags(context.deps, page, context.audience),
        toView: toTagView,
      },
      context,
    ),
});
