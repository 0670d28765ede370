import * as z from 'zod';
import { listOfficials } from '../../../usecases/list-officials.ts';
import { readOfficial } from '../../../usecases/read-official.ts';
import { answerEntry } from '../../answer/entry.ts';
import { answerPage, PUBLIC_PAGE_PARAMETERS } from '../../answer/page.ts';
import { feedAlternates } from '../../following/feed-formats.ts';
import { nameSearchParameter } from '../../request/parameters.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { EXAMPLE_OFFICIAL, EXAMPLE_SERVER, examplePage } from '../../views/examples.ts';
import { officialPageView, officialView, toOfficialListingView, toOfficialView } from '../../views/official.ts';

export const listOfficialsRoute = defineRoute({
  door: 'delivery',
  method: 'GET',
  url: '/v1/officials',
  operationId: 'listOfficials',
  summary: 'List officials',
  description: 'People who are quoted in public press releases, in the order of their names.',
  tag: 'People',
  query: z.strictObject({ q: nameSearchParameter('OfficialSearch', 'dan* okafor'), ...PUBLIC_PAGE_PARAMETERS }),
  params: NO_PARAMETERS,
  success: {
    description: 'One page of officials.',
    mediaType: 'application/json',
    schema: officialPageView,
    example: examplePage(toOfficialListingView(EXAMPLE_OFFICIAL)),
    isPage: true,
  },
  problems: [],
  handle: ({ query: { q, ...request } }, context) =>
    answerPage(
      request,
      {
        operationId: 'listOfficials',
        filters: { q },
        read: (page) => listOfficials(context.deps, { ...page, ...(q && { search: q }) }, context.audience),
        toView: toOfficialListingView,
      },
      context,
    ),
});

export const readOfficialRoute = defineRoute({
  door: 'delivery',
  method: 'GET',
  url: '/v1/officials/{slug}',
  operationId: 'readOfficial',
  summary: 'Read one official',
  description: 'One person who is quoted, with the posts they have held.',
  tag: 'People',
  query: NO_PARAMETERS,
  params: z.strictObject({
    slug: z.string().meta({ description: 'Slug of the official.', example: 'priya-raman' }),
  }),
  success: {
    description: 'The official.',
    mediaType: 'application/json',
    schema: officialView,
    example: toOfficialView(EXAMPLE_OFFICIAL, EXAMPLE_SERVER.publicUrl),
  },
  redirect: 'Two entries of the register turned out to be one, which is found there.',
  problems: ['not_found'],
  handle: ({ params }, context) =>
    answerEntry(
      async () => {
        const found = await readOfficial(context.deps, params.slug, context.audience);
        if ('movedTo' in found) return { redirect: `${context.publicUrl}/v1/officials/${found.movedTo}` };
        return toOfficialView(found.official, context.publicUrl);
      },
      context,
      feedAlternates(context.publicUrl, new URLSearchParams({ official: params.slug })),
    ),
});
