import * as z from 'zod';
import { followChanges } from '../../../usecases/follow-changes.ts';
import { answerFollower, FOLLOWING } from '../../following/following.ts';
import { formatOfAnArticle, scopeOfAnArea } from '../../request/combinations.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { changesView, toChangeView } from '../../views/change.ts';
import { EXAMPLE_CHANGES, EXAMPLE_SERVER } from '../../views/examples.ts';

const EXAMPLE_FOLLOWED = {
  data: EXAMPLE_CHANGES.map((change) => toChangeView(change, { ...EXAMPLE_SERVER, include: undefined })),
  page: { limit: 20, next: 'WyJRa0V4Y1VqNnlWayIsIm5leHQiLCIxNyIsIm8xOF9fZTJhIiwiMTIiXQ', more: false },
};

export const listChangesRoute = defineRoute({
  door: 'delivery',
  method: 'GET',
  url: '/v1/changes',
  operationId: 'listChanges',
  summary: 'Follow what changes',
  description:
    'For those who keep a copy: first the present state, then every change, each article once by its newest change, in ' +
    'the order in which they happened. Filters narrow which articles are told of and never hide a deletion; an article ' +
    'that changed and does not match is `access-lost`, whether or not it did before. With `wait` nobody may keep the answer.',
  tag: 'Syndication',
  query: z
    .strictObject(FOLLOWING)
    .refine(...scopeOfAnArea)
    .refine(...formatOfAnArticle),
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
        operationId: 'listChanges',
        read: (wanted, audience) => followChanges(context.deps, wanted, audience),
      },
      context,
    ),
});
