import * as z from 'zod';
import { DEFAULT_PREVIEW_SECONDS, MAX_PREVIEW_SECONDS } from '../../../domain/preview.ts';
import type { NewPreview } from '../../../usecases/previews.ts';
import { readNewsroomArticle } from '../../../usecases/read-newsroom-article.ts';
import { writtenOf } from '../../../usecases/write-wish.ts';
import { answerClosedPage, PAGE_PARAMETERS } from '../../answer/page.ts';
import { DRY_RUN_HEADERS, dryRunHeaders, REPLAY_HEADERS } from '../../answer/response-headers.ts';
import { dryRunParameter } from '../../request/parameters.ts';
import { idempotencyKeyHeader } from '../../request/request-headers.ts';
import { defineRoute } from '../../route.ts';
import { EXAMPLE_PREVIEW, EXAMPLE_PREVIEW_TOKEN, examplePage } from '../../views/examples.ts';
import { newPreviewView, previewAddress, previewPageView, toPreviewView } from '../../views/preview.ts';
import { newsroomDesk } from '../../writing/newsroom-desk.ts';
import { answerSafeWrite } from '../../writing/safe-write.ts';
import { articleParams } from './articles.ts';

export const createPreviewRoute = defineRoute({
  door: 'editorial',
  method: 'POST',
  url: '/v1/editorial/articles/{id}/previews',
  operationId: 'createPreview',
  summary: 'Make a link to the open edition',
  description:
    'Whoever has the link reads the open edition as it stands, without a key, until the link expires or is revoked, or the ' +
    'edition is published or discarded, or the article is withdrawn. It is shown this once: asking again makes another link, ' +
    'unless it is the same request by its Idempotency-Key. One that is only tried opens nothing.',
  tag: 'Newsroom',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: articleParams,
  headers: z.object({ 'Idempotency-Key': idempotencyKeyHeader }),
  body: {
    schema: z
      .strictObject({
        expiresInSeconds: z
          .int()
          .min(1)
          .max(MAX_PREVIEW_SECONDS)
          .exactOptional()
          .meta({ description: 'How long it works: a week when it is not said, thirty days at most.' }),
      })
      .optional(),
    example: { expiresInSeconds: 86_400 },
  },
  success: {
    statuses: [201],
    description: 'The link.',
    mediaType: 'application/json',
    schema: newPreviewView,
    example: {
      id: EXAMPLE_PREVIEW.id,
      url: previewAddress(EXAMPLE_PREVIEW_TOKEN, 'https://dateline.example'),
      expiresAt: EXAMPLE_PREVIEW.expiresAt,
    },
    headers: { ...DRY_RUN_HEADERS, ...REPLAY_HEADERS },
  },
  problems: ['not_found', 'verb_not_allowed', 'conflict', 'idempotency_key_reused'],
  handle: ({ params: { id }, body, query, headers }, context) => {
    const { deps, actor, publicUrl } = context;
    const wish = { articleId: id, seconds: body?.expiresInSeconds ?? DEFAULT_PREVIEW_SECONDS };
    return answerSafeWrite<NewPreview>(
      {
        operationId: 'createPreview',
        dryRun: query.dryRun,
        idempotencyKey: headers['Idempotency-Key'],
        isSecret: true,
      },
      async (options) => {
        const { createPreview } = await newsroomDesk();
        return writtenOf(await createPreview(deps, actor, wish, options));
      },
      ({ preview, token }) => ({
        body: { id: preview.id, url: previewAddress(token, publicUrl), expiresAt: preview.expiresAt },
        headers: {},
      }),
      context,
    );
  },
});

export const listPreviewsRoute = defineRoute({
  door: 'editorial',
  method: 'GET',
  url: '/v1/editorial/articles/{id}/previews',
  operationId: 'listPreviews',
  summary: 'List the links to an article',
  description: 'Every link there ever was to an edition of it, newest first, without its token.',
  tag: 'Newsroom',
  query: z.strictObject(PAGE_PARAMETERS),
  params: articleParams,
  success: {
    description: 'One page of links.',
    mediaType: 'application/json',
    schema: previewPageView,
    example: examplePage(toPreviewView(EXAMPLE_PREVIEW, EXAMPLE_PREVIEW.editionId, EXAMPLE_PREVIEW.createdAt)),
    isPage: true,
  },
  problems: ['not_found'],
  handle: async ({ query, params: { id } }, context) => {
    const { deps, audience } = context;
    const { open } = await readNewsroomArticle(deps, id, audience);
    const { listPreviews } = await newsroomDesk();
    return answerClosedPage(
      query,
      {
        operationId: 'listPreviews',
        filters: { id },
        read: (page) => listPreviews(deps, id, page, audience),
        toView: (preview) => toPreviewView(preview, open?.id ?? null, audience.at),
      },
      context,
    );
  },
});

export const revokePreviewRoute = defineRoute({
  door: 'editorial',
  method: 'DELETE',
  url: '/v1/editorial/articles/{id}/previews/{previewId}',
  operationId: 'revokePreview',
  summary: 'Revoke a link',
  description: 'It shows nothing from the next request on. It stays on the list.',
  tag: 'Newsroom',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: articleParams.extend({
    previewId: z
      .string()
      .meta({ description: 'Id of the link.', example: EXAMPLE_PREVIEW.id, param: { id: 'PreviewId' } }),
  }),
  success: { statuses: [204], description: 'The link is revoked.', headers: DRY_RUN_HEADERS },
  problems: ['not_found', 'conflict'],
  handle: async ({ params: { id, previewId }, query: { dryRun = false } }, { deps, actor }) => {
    const { revokePreview } = await newsroomDesk();
    await revokePreview(deps, actor, id, previewId, dryRun);
    return { headers: dryRunHeaders(dryRun) };
  },
});
