import * as z from 'zod';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { checkView, toCheckView } from '../../views/check.ts';
import { EXAMPLE_CHECK } from '../../views/examples.ts';
import { newsroomDesk } from '../../writing/newsroom-desk.ts';
import { newDraftBody, toNewDraft } from './draft-body.ts';

export const checkDraftRoute = defineRoute({
  door: 'editorial',
  method: 'POST',
  url: '/v1/editorial/checks',
  operationId: 'checkDraft',
  summary: 'Check a draft',
  description:
    'What a good press officer would see in it on a second reading, the gravest first. Nothing is stored: the answer to a ' +
    'save has the same. docs/CHECKS.md has the rules.',
  tag: 'Newsroom',
  query: NO_PARAMETERS,
  params: NO_PARAMETERS,
  body: {
    schema: newDraftBody,
    example: {
      title: 'Three-month closure order for quayside flats in Fenwick',
      summary: 'Residents have been promised a quieter Christmas.',
      publishedAt: '2020-11-12T00:00:00Z',
      body: { markdown: 'Yesterday (Tuesday), the order was granted.' },
    },
  },
  success: {
    description: 'What looks wrong with it.',
    mediaType: 'application/json',
    schema: z
      .strictObject({ data: z.array(checkView) })
      .meta({ id: 'Checks', description: 'Everything that the editorial rules have found.' }),
    example: { data: [toCheckView(EXAMPLE_CHECK)] },
  },
  problems: [],
  handle: async ({ body }, { deps, audience }) => {
    const { checkDraft } = await newsroomDesk();
    return { body: { data: (await checkDraft(deps, toNewDraft(body), audience.at)).map(toCheckView) } };
  },
});
