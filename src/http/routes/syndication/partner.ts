import { readOwnPartner } from '../../../usecases/partners.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { ownPartnerView, toOwnPartnerView } from '../../views/partner.ts';
import { EXAMPLE_PARTNER, EXAMPLE_PARTNER_KEY } from '../../views/partner-examples.ts';

export const readOwnPartnerRoute = defineRoute({
  door: 'syndication',
  method: 'GET',
  url: '/v1/syndication/partner',
  operationId: 'readOwnPartner',
  summary: 'Read who you are',
  description: 'The partner whose key asks, the areas that it gets, and when the key ends by itself.',
  tag: 'Syndication',
  query: NO_PARAMETERS,
  params: NO_PARAMETERS,
  success: {
    description: 'The partner.',
    mediaType: 'application/json',
    schema: ownPartnerView,
    example: toOwnPartnerView(EXAMPLE_PARTNER, EXAMPLE_PARTNER_KEY),
  },
  problems: [],
  handle: async (_input, { deps, actor }) => {
    const { partner, key } = await readOwnPartner(deps, actor);
    return { body: toOwnPartnerView(partner, key) };
  },
});
