import * as z from 'zod';
import type { Follower } from '../../../domain/change.ts';
import { Problem } from '../../../domain/problem.ts';
import { MAX_ACKNOWLEDGED_CHANGES } from '../../../domain/receipt.ts';
import { acknowledge, readOwnReceipts, type Told } from '../../../usecases/receipts.ts';
import { cursorScope } from '../../answer/cursor.ts';
import { DRY_RUN_HEADERS, dryRunHeaders } from '../../answer/response-headers.ts';
import { readFollower } from '../../following/following.ts';
import { dryRunParameter } from '../../request/parameters.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { EXAMPLE_OWN_RECEIPTS } from '../../views/partner-examples.ts';
import { ownReceiptsView, toOwnReceiptsView } from '../../views/receipt.ts';
import { PARTNER_CHANGES } from './changes.ts';

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
    'The numbers of changes that are safely in your copy, withdrawals above all, or the place in your changes up to which ' +
    'everything is, or what you have deleted because you may not read it any more. To say it again changes nothing; an older ' +
    'change of an article never takes the place of a newer one.',
  tag: 'Syndication',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: NO_PARAMETERS,
  body: {
    schema: z
      .strictObject({
        changes: z
          .array(z.int().min(1))
          .min(1)
          .max(MAX_ACKNOWLEDGED_CHANGES)
          .exactOptional()
          .meta({ description: 'The `sequence` of each.' }),
        upTo: z
          .string()
          .exactOptional()
          .meta({ description: '`page.next` of your changes without filters: everything up to there.' }),
        accessLost: z
          .array(z.uuid())
          .min(1)
          .max(MAX_ACKNOWLEDGED_CHANGES)
          .exactOptional()
          .meta({ description: 'Ids of articles that you may not read any more before their lift, and have deleted.' }),
      })
      .refine((body) => Object.values(body).filter((said) => said !== undefined).length === 1, {
        error: 'One of changes, upTo and accessLost.',
      }),
    example: { changes: [17, 18] },
  },
  success: {
    ...ownReceipts,
    description: 'What you have acknowledged now, and what you still owe.',
    headers: DRY_RUN_HEADERS,
  },
  problems: [],
  handle: async ({ body, query: { dryRun = false } }, { deps, actor, audience }) => {
    const receipts = await acknowledge(deps, actor, toldBy(body), { audience, dryRun });
    return { body: toOwnReceiptsView(receipts), headers: dryRunHeaders(dryRun) };
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

interface ReceiptBody {
  readonly changes?: readonly number[];
  readonly upTo?: string;
  readonly accessLost?: readonly string[];
}

/** One of them is there. */
function toldBy({ changes = [], upTo, accessLost }: ReceiptBody): Told {
  if (upTo !== undefined) return { upTo: readPlace(upTo) };
  return accessLost ? { accessLost } : { changes };
}

/** @throws Problem `invalid_body` for what is no cursor of the whole list */
function readPlace(cursor: string): Follower {
  try {
    return readFollower(cursor, cursorScope(PARTNER_CHANGES, {}));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const expected = '`page.next` of GET /v1/syndication/changes without filters.';
    throw new Problem('invalid_body', 'The cursor cannot be used here.', {
      errors: [{ pointer: '/upTo', detail: 'This is not a cursor of your changes.', expected }],
    });
  }
}
