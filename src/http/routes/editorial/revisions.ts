import * as z from 'zod';
import { answerClosedPage, PAGE_PARAMETERS } from '../../answer/page.ts';
import { REPLAY_HEADERS, WRITE_HEADERS } from '../../answer/response-headers.ts';
import { dryRunParameter } from '../../request/parameters.ts';
import { idempotencyKeyHeader, ifMatchHeader, requireVersion } from '../../request/request-headers.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { EXAMPLE_REVISION, examplePage } from '../../views/examples.ts';
import {
  revisionDiffView,
  revisionPageView,
  revisionView,
  toRevisionDiffView,
  toRevisionHeadView,
  toRevisionView,
} from '../../views/revision.ts';
import { answerWrite } from '../../writing/article-write.ts';
import { newsroomDesk } from '../../writing/newsroom-desk.ts';
import { articleParams, oneArticle } from './articles.ts';

const revisionParams = articleParams.extend({
  revisionId: z
    .string()
    .meta({ description: 'Id of the revision.', example: EXAMPLE_REVISION.id, param: { id: 'RevisionId' } }),
});

export const listRevisionsRoute = defineRoute({
  door: 'editorial',
  method: 'GET',
  url: '/v1/editorial/articles/{id}/revisions',
  operationId: 'listRevisions',
  summary: 'List the saves of an article',
  description: 'Every save of every edition, whoever made it and however, newest first, without what it says.',
  tag: 'Newsroom',
  query: z.strictObject(PAGE_PARAMETERS),
  params: articleParams,
  success: {
    description: 'One page of revisions.',
    mediaType: 'application/json',
    schema: revisionPageView,
    example: examplePage(toRevisionHeadView(EXAMPLE_REVISION)),
    isPage: true,
  },
  problems: ['not_found'],
  handle: async ({ query, params: { id } }, context) => {
    const { listRevisions } = await newsroomDesk();
    return answerClosedPage(
      query,
      {
        operationId: 'listRevisions',
        filters: { id },
        read: (page) => listRevisions(context.deps, id, page, context.audience),
        toView: toRevisionHeadView,
      },
      context,
    );
  },
});

export const readRevisionRoute = defineRoute({
  door: 'editorial',
  method: 'GET',
  url: '/v1/editorial/articles/{id}/revisions/{revisionId}',
  operationId: 'readRevision',
  summary: 'Read what a save says',
  description: 'The full snapshot that a save made; it never changes.',
  tag: 'Newsroom',
  query: NO_PARAMETERS,
  params: revisionParams,
  success: {
    description: 'The revision.',
    mediaType: 'application/json',
    schema: revisionView,
    example: toRevisionView(EXAMPLE_REVISION),
  },
  problems: ['not_found'],
  handle: async ({ params: { id, revisionId } }, { deps, audience }) => {
    const { readRevision } = await newsroomDesk();
    return { body: toRevisionView(await readRevision(deps, id, revisionId, audience)) };
  },
});

export const diffRevisionsRoute = defineRoute({
  door: 'editorial',
  method: 'GET',
  url: '/v1/editorial/articles/{id}/revisions/{revisionId}/diff',
  operationId: 'diffRevisions',
  summary: 'Compare two saves of an article',
  description:
    'What changed on the way from the save `against` to this one: field by field, and the body by lines and, inside lines ' +
    'that took the place of others, by words.',
  tag: 'Newsroom',
  query: z.strictObject({
    against: z.string().meta({
      description: 'Id of the revision of the same article that it is compared with.',
      example: EXAMPLE_REVISION.id,
      param: { id: 'Against' },
    }),
  }),
  params: revisionParams,
  success: {
    description: 'What changed.',
    mediaType: 'application/json',
    schema: revisionDiffView,
    example: toRevisionDiffView({ before: EXAMPLE_REVISION, after: EXAMPLE_REVISION, body: [] }),
  },
  problems: ['not_found'],
  handle: async ({ params: { id, revisionId }, query: { against } }, { deps, audience }) => {
    const { diffRevisions } = await newsroomDesk();
    return { body: toRevisionDiffView(await diffRevisions(deps, id, revisionId, against, audience)) };
  },
});

export const restoreRevisionRoute = defineRoute({
  door: 'editorial',
  method: 'POST',
  url: '/v1/editorial/articles/{id}/revisions/{revisionId}/restore',
  operationId: 'restoreRevision',
  summary: 'Bring back what a save says',
  description:
    'Saves it as a new revision of the open edition, so that nothing is lost; where no edition is open, one is opened. What ' +
    'is public stays as it is. What was submitted is a draft again; what is scheduled must be unscheduled first.',
  tag: 'Newsroom',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: revisionParams,
  headers: z.object({ 'If-Match': ifMatchHeader, 'Idempotency-Key': idempotencyKeyHeader }),
  success: {
    ...oneArticle,
    description: 'The article with its draft.',
    headers: { ...WRITE_HEADERS, ...REPLAY_HEADERS },
  },
  problems: [
    'not_found',
    'precondition_required',
    'stale_edition',
    'verb_not_allowed',
    'conflict',
    'idempotency_key_reused',
  ],
  handle: ({ params: { id, revisionId }, query, headers }, context) => {
    const version = requireVersion(headers['If-Match']);
    return answerWrite(
      { operationId: 'restoreRevision', dryRun: query.dryRun, idempotencyKey: headers['Idempotency-Key'] },
      async (options) => {
        const { restoreRevision } = await newsroomDesk();
        return restoreRevision(context.deps, id, revisionId, { ...options, version });
      },
      context,
    );
  },
});
