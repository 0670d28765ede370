import * as z from 'zod';
import { listOrganisations } from '../../../usecases/list-organisations.ts';
import { readOrganisation } from '../../../usecases/read-organisation.ts';
import { answerEntry } from '../../answer/entry.ts';
import { answerPage, PUBLIC_PAGE_PARAMETERS } from '../../answer/page.ts';
import { feedAlternates } from '../../following/feed-formats.ts';
import { nameSearchParameter } from '../../request/parameters.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { EXAMPLE_ORGANISATION, EXAMPLE_SERVER, examplePage } from '../../views/examples.ts';
import {
  organisationPageView,
  organisationView,
  toOrganisationListingView,
  toOrganisationView,
} from '../../views/organisation.ts';

export const listOrganisationsRoute = defineRoute({
  door: 'delivery',
  method: 'GET',
  url: '/v1/organisations',
  operationId: 'listOrganisations',
  summary: 'List organisations',
  description: 'Organisations for which somebody is quoted in a public press release, in the order of their names.',
  tag: 'People',
  query: z.strictObject({ q: nameSearchParameter('OrganisationSearch', 'borough counc*'), ...PUBLIC_PAGE_PARAMETERS }),
  params: NO_PARAMETERS,
  success: {
    description: 'One page of organisations.',
    mediaType: 'application/json',
    schema: organisationPageView,
    example: examplePage(toOrganisationListingView(EXAMPLE_ORGANISATION)),
    isPage: true,
  },
  problems: [],
  handle: ({ query: { q, ...request } }, context) =>
    answerPage(
      request,
      {
        operationId: 'listOrganisations',
        filters: { q },
        read: (page) => listOrganisations(context.deps, { ...page, ...(q && { search: q }) }, context.audience),
        toView: toOrganisationListingView,
      },
      context,
    ),
});

export const readOrganisationRoute = defineRoute({
  door: 'delivery',
  method: 'GET',
  url: '/v1/organisations/{slug}',
  operationId: 'readOrganisation',
  summary: 'Read one organisation',
  description: 'One organisation for which somebody is quoted.',
  tag: 'People',
  query: NO_PARAMETERS,
  params: z.strictObject({
    slug: z.string().meta({ description: 'Slug of the organisation.', example: 'fenwick-borough-council' }),
  }),
  success: {
    description: 'The organisation.',
    mediaType: 'application/json',
    schema: organisationView,
    example: toOrganisationView(EXAMPLE_ORGANISATION, EXAMPLE_SERVER.publicUrl),
  },
  redirect: 'Two entries of the register turned out to be one, which is found there.',
  problems: ['not_found'],
  handle: ({ params }, context) =>
    answerEntry(
      async () => {
        const found = await readOrganisation(context.deps, params.slug, context.audience);
        if ('movedTo' in found) return { redirect: `${context.publicUrl}/v1/organisations/${found.movedTo}` };
        return toOrganisationView(found.organisation, context.publicUrl);
      },
      context,
      feedAlternates(context.publicUrl, new URLSearchParams({ organisation: params.slug })),
    ),
});
