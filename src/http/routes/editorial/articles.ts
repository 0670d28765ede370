import * as z from 'zod';
import { MAX_KEY_NAME_LENGTH } from '../../../domain/actor.ts';
import { MAX_ADDRESS_LENGTH, parseAddress } from '../../../domain/address.ts';
import { isWithin } from '../../../domain/characters.ts';
import { MAX_SOUGHT_ARTICLES } from '../../../domain/query.ts';
import { OPEN_STATES, PUBLIC_STATES } from '../../../domain/workflow.ts';
import {
  listArticleEvents,
  listNewsroomArticles,
  readNewsroomArticle,
} from '../../../usecases/read-newsroom-article.ts';
import { answerClosedPage, PAGE_PARAMETERS } from '../../answer/page.ts';
import { REPLAY_HEADERS, versionHeader, WRITE_HEADERS, writtenLocationHeader } from '../../answer/response-headers.ts';
import { momentsInOrder } from '../../request/combinations.ts';
import {
  areaParameter,
  countParameter,
  dryRunParameter,
  momentParameters,
  parameter,
  tagParameter,
  titleParameter,
} from '../../request/parameters.ts';
import { idempotencyKeyHeader, ifMatchHeader, requireVersion } from '../../request/request-headers.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { auditPageView, toAuditEntryView } from '../../views/audit.ts';
import { EXAMPLE_AUDIT_ENTRY, EXAMPLE_EDITOR, EXAMPLE_NEWSROOM_ARTICLE, examplePage } from '../../views/examples.ts';
import {
  newsroomAddress,
  newsroomArticleView,
  newsroomPageView,
  toNewsroomArticleView,
  toNewsroomListingView,
} from '../../views/newsroom-article.ts';
import { answerArticle, answerWrite } from '../../writing/article-write.ts';
import { newsroomDesk } from '../../writing/newsroom-desk.ts';
import { draftPatchBody, newDraftBody, toDraftPatch, toNewDraft } from './draft-body.ts';

export const articleParams = z.strictObject({
  id: z.string().meta({
    description: 'Id of the article.',
    example: EXAMPLE_NEWSROOM_ARTICLE.id,
    param: { id: 'NewsroomArticleId' },
  }),
});

const EXAMPLE_OFFICE = { publicUrl: 'https://dateline.example', twoPersonVerbs: [] };

/** What every answer with one article of the newsroom is. */
export const oneArticle = {
  mediaType: 'application/json',
  schema: newsroomArticleView,
  example: toNewsroomArticleView(EXAMPLE_NEWSROOM_ARTICLE, EXAMPLE_EDITOR, EXAMPLE_OFFICE, []),
} as const;

export const createArticleRoute = defineRoute({
  door: 'editorial',
  method: 'POST',
  url: '/v1/editorial/articles',
  operationId: 'createArticle',
  summary: 'Create a draft',
  description:
    'Whoever posts and whatever the body says, this makes a draft and publishes nothing. Quotes are found in the body ' +
    'where none are given.',
  tag: 'Newsroom',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: NO_PARAMETERS,
  headers: z.object({ 'Idempotency-Key': idempotencyKeyHeader }),
  body: {
    schema: newDraftBody,
    example: {
      title: 'Three-month closure order for quayside flats in Fenwick',
      summary: 'Residents have been promised a quieter Christmas.',
      area: 'Castle Quay',
      tags: ['court', 'housing'],
      body: { markdown: 'The order covers two addresses on the fourth floor of Capstan House, Castle Quay.' },
    },
  },
  success: {
    ...oneArticle,
    statuses: [201],
    description: 'The article with its draft.',
    headers: {
      Location: writtenLocationHeader,
      ...WRITE_HEADERS,
      ...REPLAY_HEADERS,
    },
  },
  problems: ['conflict', 'idempotency_key_reused'],
  handle: ({ body, query, headers }, context) =>
    answerWrite(
      {
        operationId: 'createArticle',
        dryRun: query.dryRun,
        idempotencyKey: headers['Idempotency-Key'],
        isCreation: true,
      },
      async (options) => (await newsroomDesk()).createArticle(context.deps, toNewDraft(body), options),
      context,
    ),
});

export const listNewsroomArticlesRoute = defineRoute({
  door: 'editorial',
  method: 'GET',
  url: '/v1/editorial/articles',
  operationId: 'listNewsroomArticles',
  summary: 'List the articles of the newsroom',
  description:
    'Every article that the key may see, last changed first: an author their own, a key with areas what lies in them. ' +
    `All filters must hold together. \`q\` and \`tag\` look at the newest save, among the ${MAX_SOUGHT_ARTICLES} articles ` +
    'that changed last.',
  tag: 'Newsroom',
  query: z
    .strictObject({
      open: z
        .enum(OPEN_STATES)
        .exactOptional()
        .meta({
          description: 'Where the edition stands that is being worked on.',
          param: { id: 'OpenState' },
          example: 'submitted',
        }),
      public: z
        .enum(PUBLIC_STATES)
        .exactOptional()
        .meta({ description: 'What the public has.', param: { id: 'PublicState' }, example: 'live' }),
      area: areaParameter,
      createdBy: parameter((text) => (text !== '' && isWithin(text, MAX_KEY_NAME_LENGTH) ? text : undefined), {
        id: 'CreatedBy',
        description: 'Name of the person whose articles they are.',
        expected: `A name of 1 to ${MAX_KEY_NAME_LENGTH} characters.`,
        schema: { type: 'string', minLength: 1, maxLength: MAX_KEY_NAME_LENGTH },
        example: 'Sam Hunt',
      }),
      url: parameter((text) => (isWithin(text, MAX_ADDRESS_LENGTH) ? parseAddress(text)?.href : undefined), {
        id: 'CanonicalAddress',
        description: 'Canonical address: finds the one article that has it, as after an import.',
        expected: `An absolute http or https address of at most ${MAX_ADDRESS_LENGTH} characters.`,
        schema: { type: 'string', format: 'uri', maxLength: MAX_ADDRESS_LENGTH },
        example: 'https://www.ouseshire.police.example/news/lantern-parade',
      }),
      q: titleParameter,
      tag: tagParameter,
      ...momentParameters('Changed', 'Changed last'),
      count: countParameter,
      ...PAGE_PARAMETERS,
    })
    .refine(...momentsInOrder),
  params: NO_PARAMETERS,
  success: {
    description: 'One page of articles.',
    mediaType: 'application/json',
    schema: newsroomPageView,
    example: examplePage(toNewsroomListingView(EXAMPLE_NEWSROOM_ARTICLE, EXAMPLE_EDITOR, EXAMPLE_OFFICE)),
    isPage: true,
  },
  problems: [],
  handle: ({ query: { limit, cursor, count, ...filters } }, context) => {
    const { deps, audience, actor, publicUrl } = context;
    const { q, to, ...same } = filters;
    const wanted = { ...same, ...(q && { search: q }), ...(to && { before: to }) };
    return answerClosedPage(
      { limit, cursor, count },
      {
        operationId: 'listNewsroomArticles',
        filters,
        read: (page) => listNewsroomArticles(deps, { ...wanted, ...page }, audience),
        toView: (article) => toNewsroomListingView(article, actor, { publicUrl, ...deps.rules }),
      },
      context,
    );
  },
});

export const readNewsroomArticleRoute = defineRoute({
  door: 'editorial',
  method: 'GET',
  url: '/v1/editorial/articles/{id}',
  operationId: 'readNewsroomArticle',
  summary: 'Read one article of the newsroom',
  description:
    'One article with its open, its live or its withdrawn edition. What the key may not see is 404, like what never was.',
  tag: 'Newsroom',
  query: NO_PARAMETERS,
  params: articleParams,
  success: { ...oneArticle, description: 'The article.', headers: { ETag: versionHeader } },
  problems: ['not_found'],
  handle: async ({ params }, context) => {
    const article = await readNewsroomArticle(context.deps, params.id, context.audience);
    const links = [{ rel: 'self', href: newsroomAddress(article, context.publicUrl) }] as const;
    const { reviewOpenEdition } = await newsroomDesk();
    const checks = await reviewOpenEdition(context.deps, article, context.audience.at);
    return { ...answerArticle(article, context, checks), links };
  },
});

export const patchArticleRoute = defineRoute({
  door: 'editorial',
  method: 'PATCH',
  url: '/v1/editorial/articles/{id}',
  operationId: 'patchArticle',
  summary: 'Change a draft',
  description:
    'A JSON merge patch (RFC 7396) of the open edition: what it does not name stays, null puts a field back to what an ' +
    'empty draft has. Where no edition is open, one is opened from what is public, or was until it was withdrawn, which ' +
    'stays as it is. What was submitted is a draft again; what is scheduled must be unscheduled first. Every save is a ' +
    'revision.',
  tag: 'Newsroom',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: articleParams,
  headers: z.object({ 'If-Match': ifMatchHeader }),
  body: { schema: draftPatchBody, example: { title: 'Closure order extended', image: null } },
  success: { ...oneArticle, description: 'The article with its changed draft.', headers: WRITE_HEADERS },
  problems: ['not_found', 'precondition_required', 'stale_edition', 'verb_not_allowed', 'conflict'],
  handle: ({ params, body, query, headers }, context) => {
    const version = requireVersion(headers['If-Match']);
    return answerWrite(
      { operationId: 'patchArticle', dryRun: query.dryRun },
      async (options) => {
        const { patchArticle } = await newsroomDesk();
        return patchArticle(context.deps, params.id, toDraftPatch(body), { ...options, version });
      },
      context,
    );
  },
});

export const listArticleEventsRoute = defineRoute({
  door: 'editorial',
  method: 'GET',
  url: '/v1/editorial/articles/{id}/events',
  operationId: 'listArticleEvents',
  summary: 'List what was done to an article',
  description: 'Who did what to it with which key, and what was refused, newest first: its part of the audit trail.',
  tag: 'Newsroom',
  query: z.strictObject(PAGE_PARAMETERS),
  params: articleParams,
  success: {
    description: 'One page of entries.',
    mediaType: 'application/json',
    schema: auditPageView,
    example: examplePage(toAuditEntryView(EXAMPLE_AUDIT_ENTRY)),
    isPage: true,
  },
  problems: ['not_found'],
  handle: ({ query, params: { id } }, context) =>
    answerClosedPage(
      query,
      {
        operationId: 'listArticleEvents',
        filters: { id },
        read: (page) => listArticleEvents(context.deps, id, page, context.audience),
        toView: toAuditEntryView,
      },
      context,
    ),
});
