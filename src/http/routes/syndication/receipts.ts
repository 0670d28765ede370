import * as z from 'zod';
import { MAX_ACKNOWLEDGED_CHANGES } from '../../../domain/receipt.ts';
import { acknowledgeChanges, readOwnReceipts } from '../../../usecases/receipts.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { EXAMPLE_OWN_RECEIPTS } from '../../views/partner-examples.ts';
import { ownReceiptsView, toOwnReceiptsView } from '../../views/receipt.ts';

const ownReceipts = {
  mediaType: 'application/json',
  schema: ownReceiptsView,
  example: toOwnReceiptsView(EXAMPLE_OWN_RECEIPTS),
} as const;

export const createReceiptRoute = defineRoute({
  door: 'syndication',
  method: 'POST',
  url: '/v1/syndication/receipts',
  operationId: 'createReceipt',
  summary: 'Say which changes you have carried out',
  description:
    'The numbers of changes that are safely in your copy, withdrawals above all. To say it again changes nothing; an older ' +
    'change of an article never takes the place of a newer one.',
  tag: 'Syndication',
  query: NO_PARAMETERS,
  params: NO_PARAMETERS,
  body: {
    schema: z.strictObject({
      changes: z
        .array(z.int().min(1))
        .min(1)
        .max(MAX_ACKNOWLEDGED_CHANGES)
        .meta({ description: 'The `sequence` of each.' }),
    }),
    example: { changes: [17, 18] },
  },
  success: { ...ownReceipts, description: 'What you have acknowledged now, and what you still owe.' },
  problems: [],
  handle: async ({ body: { changes } }, { deps, actor, audience }) => {
    await acknowledgeChanges(deps, actor, changes);
    return { body: toOwnReceiptsView(await readOwnReceipts(deps, audience)) };
  },
});

export const readReceiptsRoute = defineRoute({
  door: 'syndication',
  method: 'GET',
  url: '/v1/syndication/receipts',
  operationId: 'readReceipts',
  summary: 'Read what you have acknowledged',
  description: 'Up to where you have acknowledged everything, and the withdrawals of what you had that you still owe.',
  tag: 'Syndication',
  query: NO_PARAMETERS,
  params: NO_PARAMETERS,
  success: { ...ownReceipts, description: 'Your receipts.' },
  problems: [],
  handle: async (_input, { deps, audience }) => ({ body: toOwnReceiptsView(await readOwnReceipts(deps, audience)) }),
});
