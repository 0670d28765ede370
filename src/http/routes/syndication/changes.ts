import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Audience } from '../../../domain/visibility.ts';
import { followChanges } from '../../../usecases/follow-changes.ts';
import { answerFollower, FOLLOWING } from '../../following.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { changesView } from '../../views/change.ts';
import { EXAMPLE_FOLLOWED } from '../../views/change-examples.ts';

export const listSyndicatedChangesRoute = defineRoute({
  door: 'syndication',
  method: 'GET',
  url: '/v1/syndication/changes',
  operationId: 'listSyndicatedChanges',
  summary: 'Follow what changes in your areas',
  description:
    'As `GET /v1/changes`, of what lies in the areas that the partner gets. What leaves them is `access-lost`. When the ' +
    'areas of the partner change, its cursors end (410 `resync_required`).',
  tag: 'Syndication',
  query: z.strictObject(FOLLOWING),
  params: NO_PARAMETERS,
  success: {
    description: 'What changed, and where to go on.',
    mediaType: 'application/json',
    schema: changesView,
    example: EXAMPLE_FOLLOWED,
    isPage: true,
  },
  problems: ['resync_required', 'unavailable'],
  handle: ({ query }, context) =>
    answerFollower(
      query,
      {
        operationId: 'listSyndicatedChanges',
        articlesPath: '/v1/syndication/articles',
        owner: ownerOf(context.audience),
        read: (wanted, audience) => followChanges(context.deps, wanted, audience),
      },
      context,
    ),
});

/** Who follows, and what they get, as a cursor remembers it. */
function ownerOf({ partner }: Audience): string {
  const { id = '', areaKeys = [] } = partner ?? {};
  return createHash('sha256')
    .update(JSON.stringify([id, areaKeys.toSorted()]))
    .digest('base64url')
    .slice(0, 11);
}
