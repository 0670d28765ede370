import * as z from 'zod';
import { listAreas } from '../../../usecases/list-areas.ts';
import { readArea } from '../../../usecases/read-area.ts';
import { answerEntry } from '../../answer/entry.ts';
import { answerPage, PUBLIC_PAGE_PARAMETERS } from '../../answer/page.ts';
import { feedAlternates } from '../../following/feed-formats.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { areaPageView, areaView, toAreaListingView, toAreaView } from '../../views/area.ts';
import { EXAMPLE_AREA, EXAMPLE_CHILD_AREA, EXAMPLE_SERVER, examplePage } from '../../views/examples.ts';

export const listAreasRoute = defineRoute({
  door: 'delivery',
  method: 'GET',
  url: '/v1/areas',
  operationId: 'listAreas',
  summary: 'List areas',
  description: 'Places with public press releases, and the listed ones, in the order of their paths.',
  tag: 'Areas',
  query: z.strictObject(PUBLIC_PAGE_PARAMETERS),
  params: NO_PARAMETERS,
  success: {
    description: 'One page of areas.',
    mediaType: 'application/json',
    schema: areaPageView,
    example: examplePage(toAreaListingView(EXAMPLE_AREA)),
    isPage: true,
  },
  problems: [],
  handle: ({ query }, context) =>
    answerPage(
      query,
      {
        operationId: 'listAreas',
        filters: {},
        read: (page) => listAreas(context.deps, page, context.audience),
        toView: toAreaListingView,
      },
      context,
    ),
});

export const readAreaRoute = defineRoute({
  door: 'delivery',
  method: 'GET',
  url: '/v1/areas/{slug}',
  operationId: 'readArea',
  summary: 'Read one area',
  description: 'One place with the places that it lies in and those directly below it.',
  tag: 'Areas',
  query: NO_PARAMETERS,
  params: z.strictObject({ slug: z.string().meta({ description: 'Slug of the area.', example: 'fenwick' }) }),
  success: {
    description: 'The area.',
    mediaType: 'application/json',
    schema: areaView,
    example: toAreaView(
      { ...EXAMPLE_AREA, ancestors: EXAMPLE_AREA.parent ? [EXAMPLE_AREA.parent] : [], children: [EXAMPLE_CHILD_AREA] },
      EXAMPLE_SERVER.publicUrl,
    ),
  },
  problems: ['not_found'],
  handle: ({ params }, context) =>
    answerEntry(
      async () => toAreaView(await readArea(context.deps, params.slug, context.audience), context.publicUrl),
      context,
      feedAlternates(context.publicUrl, new URLSearchParams({ area: params.slug })),
    ),
});
