import { readOwnKey } from '../../../usecases/keys.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { EXAMPLE_KEY } from '../../views/examples.ts';
import { keyView, toKeyView } from '../../views/key.ts';

export const readMeRoute = defineRoute({
  door: 'editorial',
  method: 'GET',
  url: '/v1/editorial/me',
  operationId: 'readMe',
  summary: 'Read who you are',
  description: 'The key that asks: whose it is, its role, the areas that it is limited to, and when it ends by itself.',
  tag: 'Newsroom',
  query: NO_PARAMETERS,
  params: NO_PARAMETERS,
  success: {
    description: 'The key.',
    mediaType: 'application/json',
    schema: keyView,
    example: toKeyView(EXAMPLE_KEY, EXAMPLE_KEY.createdAt),
  },
  problems: [],
  handle: async (_input, { deps, actor, audience }) => ({
    body: toKeyView(await readOwnKey(deps, actor), audience.at),
  }),
});
