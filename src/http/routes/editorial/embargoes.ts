import * as z from 'zod';
import { MAX_EMBARGO_PARTNERS } from '../../../domain/embargo.ts';
import { MAX_REASON_LENGTH } from '../../../domain/withdrawal.ts';
import { listOpenings } from '../../../usecases/syndicate.ts';
import { answerClosedPage, PAGE_PARAMETERS } from '../../answer/page.ts';
import { REPLAY_HEADERS, WRITE_HEADERS } from '../../answer/response-headers.ts';
import { proseField } from '../../request/fields.ts';
import { dryRunParameter } from '../../request/parameters.ts';
import { idempotencyKeyHeader, ifMatchHeader, requireVersion } from '../../request/request-headers.ts';
import { defineRoute } from '../../route.ts';
import { examplePage } from '../../views/examples.ts';
import { openingPageView, toOpeningView } from '../../views/opening.ts';
import { EXAMPLE_OPENING, EXAMPLE_PARTNER } from '../../views/partner-examples.ts';
import { answerWrite } from '../../writing/article-write.ts';
import { newsroomDesk } from '../../writing/newsroom-desk.ts';
import { articleParams, oneArticle } from './articles.ts';
import { embargoBody, toEmbargo } from './embargo-body.ts';

export const putEmbargoRoute = defineRoute({
  door: 'editorial',
  roles: ['editor', 'admin'],
  method: 'PUT',
  url: '/v1/editorial/articles/{id}/embargo',
  operationId: 'putEmbargo',
  summary: 'Say who may read a scheduled article before its lift',
  description:
    'Possible while the open edition is `scheduled` and the public has never seen the article. The partners that are named ' +
    'may read it, with the conditions, until everybody may; who was named before and is not any more loses access at once.',
  tag: 'Newsroom',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: articleParams,
  headers: z.object({ 'If-Match': ifMatchHeader }),
  body: {
    schema: embargoBody,
    example: { partners: [EXAMPLE_PARTNER.id], conditions: 'Not to be broadcast before 9:30.' },
  },
  success: { ...oneArticle, description: 'The article afterwards.', headers: WRITE_HEADERS },
  problems: ['not_found', 'precondition_required', 'stale_edition', 'verb_not_allowed'],
  handle: ({ params, body, query, headers }, context) => {
    const version = requireVersion(headers['If-Match']);
    return answerWrite(
      { operationId: 'putEmbargo', dryRun: query.dryRun },
      async (options) => {
        const { setEmbargo } = await newsroomDesk();
        return setEmbargo(context.deps, params.id, toEmbargo(body), { ...options, version });
      },
      context,
    );
  },
});

export const revokeAccessRoute = defineRoute({
  door: 'editorial',
  roles: ['editor', 'admin'],
  method: 'POST',
  url: '/v1/editorial/articles/{id}/revoke-access',
  operationId: 'revokeAccess',
  summary: 'End what partners may read before the lift',
  description:
    'For a breach: from the next request on the article is 404 for those partners, and `access-lost` in their changes. It ' +
    'needs no `If-Match`, for it must not wait. The article stays scheduled; `unschedule` ends that, and all access too.',
  tag: 'Newsroom',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: articleParams,
  headers: z.object({ 'Idempotency-Key': idempotencyKeyHeader }),
  body: {
    schema: z.strictObject({
      partners: z
        .array(z.string())
        .min(1)
        .max(MAX_EMBARGO_PARTNERS)
        .exactOptional()
        .meta({ description: 'Ids of the partners; all of them when it is not said.' }),
      reason: proseField(MAX_REASON_LENGTH).meta({ description: 'Kept in the audit trail.' }),
    }),
    example: { partners: [EXAMPLE_PARTNER.id], reason: 'It was read out on the radio at eight.' },
  },
  success: { ...oneArticle, description: 'The article afterwards.', headers: { ...WRITE_HEADERS, ...REPLAY_HEADERS } },
  problems: ['not_found', 'verb_not_allowed', 'idempotency_key_reused'],
  handle: ({ params, body, query, headers }, context) => {
    const { partners = null, reason } = body;
    return answerWrite(
      { operationId: 'revokeAccess', dryRun: query.dryRun, idempotencyKey: headers['Idempotency-Key'] },
      async (options) => {
        const { revokeAccess } = await newsroomDesk();
        return revokeAccess(context.deps, params.id, { partnerIds: partners, reason }, options);
      },
      context,
    );
  },
});

export const listOpeningsRoute = defineRoute({
  door: 'editorial',
  roles: ['editor', 'admin'],
  method: 'GET',
  url: '/v1/editorial/articles/{id}/openings',
  operationId: 'listOpenings',
  summary: 'List who was shown an article before its lift',
  description: 'Which partner, with which key, when, and which text, newest first. Nothing in it is ever removed.',
  tag: 'Newsroom',
  query: z.strictObject(PAGE_PARAMETERS),
  params: articleParams,
  success: {
    description: 'One page of openings.',
    mediaType: 'application/json',
    schema: openingPageView,
    example: examplePage(toOpeningView(EXAMPLE_OPENING)),
    isPage: true,
  },
  problems: ['not_found'],
  handle: ({ query, params: { id } }, context) =>
    answerClosedPage(
      query,
      {
        operationId: 'listOpenings',
        filters: { id },
        read: (page) => listOpenings(context.deps, id, page, context.audience),
        toView: toOpeningView,
      },
      context,
    ),
});
