import { createHash } from 'node:crypto';
import * as z from 'zod';
import { followAsPartner } from '../../../usecases/follow-as-partner.ts';
import { answerFollower, FOLLOWING } from '../../following/following.ts';
import { formatOfAnArticle, scopeOfAnArea } from '../../request/combinations.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { partnerChangesView, toChangeView } from '../../views/change.ts';
import { EXAMPLE_SERVER } from '../../views/examples.ts';
import { EXAMPLE_EMBARGO_CHANGE } from '../../views/partner-examples.ts';

/** A cursor of this list without filters, which is one that a receipt can name. */
export const PARTNER_CHANGES = 'listPartnerChanges';

export const listPartnerChangesRoute = defineRoute({
  door: 'syndication',
  method: 'GET',
  url: '/v1/syndication/changes',
  operationId: PARTNER_CHANGES,
  summary: 'Follow what changes for you',
  description:
    'As `GET /v1/changes`, of your areas, with what is under an embargo for you: `embargo` entries come first, and besides ' +
    '`limit`. To ask with `since` says that you have carried out everything up to there, unless you ask with filters of ' +
    'your own. When your areas were changed, the answer is 410 `resync_required`: begin anew.',
  tag: 'Syndication',
  query: z
    .strictObject(FOLLOWING)
    .refine(...scopeOfAnArea)
    .refine(...formatOfAnArticle),
  params: NO_PARAMETERS,
  success: {
    description: 'What changed, and where to go on.',
    mediaType: 'application/json',
    schema: partnerChangesView,
    example: {
      data: [toChangeView(EXAMPLE_EMBARGO_CHANGE, { ...EXAMPLE_SERVER, include: undefined })],
      page: { limit: 20, next: 'WyJRa0V4Y1VqNnlWayIsIm5leHQiLCIxNyIsIm8xOF9fZTJhIiwiMTIiXQ', more: false },
    },
    isPage: true,
  },
  problems: ['resync_required', 'unavailable'],
  handle: ({ query }, context) =>
    answerFollower(
      query,
      {
        operationId: PARTNER_CHANGES,
        read: (wanted, audience) => followAsPartner(context.deps, wanted, audience, markOf),
      },
      context,
    ),
});

/** Few characters that tell the areas of a partner from others. */
function markOf(areaIds: readonly string[] | null): string {
  return createHash('sha256').update(JSON.stringify(areaIds)).digest('base64url').slice(0, 11);
}
