import * as z from 'zod';
import { MAX_KEY_AREAS, MAX_KEY_NAME_LENGTH, ROLES } from '../../../domain/actor.ts';
import { MAX_SLUG_LENGTH, SLUG_PATTERN } from '../../../domain/slug.ts';
import {
  createKey,
  listKeys,
  MAX_GRACE_SECONDS,
  type NewKey,
  readKey,
  revokeKey,
  rotateKey,
} from '../../../usecases/keys.ts';
import { type WriteOptions, writtenOf } from '../../../usecases/write-wish.ts';
import { answerClosedPage, PAGE_PARAMETERS } from '../../answer/page.ts';
import {
  DRY_RUN_HEADERS,
  dryRunHeaders,
  REPLAY_HEADERS,
  writtenLocationHeader,
} from '../../answer/response-headers.ts';
import { endField } from '../../request/fields.ts';
import { dryRunParameter } from '../../request/parameters.ts';
import { idempotencyKeyHeader } from '../../request/request-headers.ts';
import { type Answer, defineRoute, NO_PARAMETERS, type RouteContext, type SuccessWithBody } from '../../route.ts';
import { EXAMPLE_KEY, EXAMPLE_KEY_TEXT, examplePage } from '../../views/examples.ts';
import { keyPageView, keyView, newKeyView, toKeyView, toNewKeyView } from '../../views/key.ts';
import { answerSafeWrite, type WriteRequest } from '../../writing/safe-write.ts';

const EXAMPLE_NOW = EXAMPLE_KEY.createdAt;

const prefixParams = z.strictObject({
  prefix: z
    .string()
    .meta({ description: 'Prefix of the key.', example: EXAMPLE_KEY.prefix, param: { id: 'KeyPrefix' } }),
});

const newKeySuccess: SuccessWithBody = {
  statuses: [201],
  description: 'The new key, shown this once.',
  mediaType: 'application/json',
  schema: newKeyView,
  example: toNewKeyView({ key: EXAMPLE_KEY, text: EXAMPLE_KEY_TEXT }, EXAMPLE_NOW),
  headers: { Location: writtenLocationHeader, ...DRY_RUN_HEADERS, ...REPLAY_HEADERS },
};

export const listKeysRoute = defineRoute({
  door: 'admin',
  method: 'GET',
  url: '/v1/admin/keys',
  operationId: 'listKeys',
  summary: 'List keys',
  description: 'Every key there ever was, in the order of creation, without secrets.',
  tag: 'Administration',
  query: z.strictObject(PAGE_PARAMETERS),
  params: NO_PARAMETERS,
  success: {
    description: 'One page of keys.',
    mediaType: 'application/json',
    schema: keyPageView,
    example: examplePage(toKeyView(EXAMPLE_KEY, EXAMPLE_NOW)),
    isPage: true,
  },
  problems: [],
  handle: ({ query }, context) =>
    answerClosedPage(
      query,
      {
        operationId: 'listKeys',
        filters: {},
        read: (page) => listKeys(context.deps, page),
        toView: (key) => toKeyView(key, context.audience.at),
      },
      context,
    ),
});

export const readKeyRoute = defineRoute({
  door: 'admin',
  method: 'GET',
  url: '/v1/admin/keys/{prefix}',
  operationId: 'readKey',
  summary: 'Read one key',
  description: 'One key, without its secret.',
  tag: 'Administration',
  query: NO_PARAMETERS,
  params: prefixParams,
  success: {
    description: 'The key.',
    mediaType: 'application/json',
    schema: keyView,
    example: toKeyView(EXAMPLE_KEY, EXAMPLE_NOW),
  },
  problems: ['not_found'],
  handle: async ({ params }, { deps, audience }) => ({
    body: toKeyView(await readKey(deps, params.prefix), audience.at),
  }),
});

export const createKeyRoute = defineRoute({
  door: 'admin',
  method: 'POST',
  url: '/v1/admin/keys',
  operationId: 'createKey',
  summary: 'Create a key',
  description:
    'Makes a key and shows it, this once. Keys of one name belong to one person: whoever submits an article with one of ' +
    'them cannot approve it with another.',
  tag: 'Administration',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: NO_PARAMETERS,
  headers: z.object({ 'Idempotency-Key': idempotencyKeyHeader }),
  body: {
    schema: z.strictObject({
      name: z.string().meta({ description: 'Whose key it is.', maxLength: MAX_KEY_NAME_LENGTH }),
      role: z.enum(ROLES),
      areas: z
        .array(z.string().meta({ pattern: SLUG_PATTERN.source, maxLength: MAX_SLUG_LENGTH }))
        .meta({ description: 'Areas to limit it to, with what is below them; not for admin.', maxItems: MAX_KEY_AREAS })
        .default([]),
      expiresAt: endField
        .nullable()
        .default(null)
        .meta({ description: 'When it ends by itself, a day at its end; null for never.' }),
      partner: z
        .string()
        .nullable()
        .default(null)
        .meta({ description: 'Id of the partner whose it is: for the role `partner`, and only for that.' }),
    }),
    example: { name: 'Sam Carter', role: 'editor', areas: ['ouseshire'], expiresAt: '2021-10-28' },
  },
  success: newKeySuccess,
  problems: ['conflict', 'idempotency_key_reused'],
  handle: ({ body: { areas, partner, ...wish }, query, headers }, context) => {
    const whole = { ...wish, areaKeys: areas, partnerId: partner };
    return answerNewKey(
      { operationId: 'createKey', dryRun: query.dryRun, idempotencyKey: headers['Idempotency-Key'] },
      (options) => createKey(context.deps, context.actor, whole, options),
      context,
    );
  },
});

export const rotateKeyRoute = defineRoute({
  door: 'admin',
  method: 'POST',
  url: '/v1/admin/keys/{prefix}/rotate',
  operationId: 'rotateKey',
  summary: 'Replace a key by a new one',
  description:
    'The new key has the same name, role, areas and expiry, and is shown this once. The old one ends at once, or works on ' +
    'beside it for `graceSeconds`.',
  tag: 'Administration',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: prefixParams,
  headers: z.object({ 'Idempotency-Key': idempotencyKeyHeader }),
  body: {
    schema: z.strictObject({
      graceSeconds: z
        .int()
        .min(0)
        .max(MAX_GRACE_SECONDS)
        .default(0)
        .meta({ description: 'How long the old key goes on, at most a week.' }),
    }),
    example: { graceSeconds: 3600 },
  },
  success: newKeySuccess,
  problems: ['not_found', 'conflict', 'idempotency_key_reused'],
  handle: ({ params, body, query, headers }, context) =>
    answerNewKey(
      { operationId: 'rotateKey', dryRun: query.dryRun, idempotencyKey: headers['Idempotency-Key'] },
      (options) => rotateKey(context.deps, context.actor, { ...params, ...body }, options),
      context,
    ),
});

export const revokeKeyRoute = defineRoute({
  door: 'admin',
  method: 'DELETE',
  url: '/v1/admin/keys/{prefix}',
  operationId: 'revokeKey',
  summary: 'Revoke a key',
  description:
    'The key opens nothing from the next request on. It stays on the list, and in the audit trail. The last valid key of an ' +
    'administrator can be revoked on the command line only.',
  tag: 'Administration',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: prefixParams,
  success: { statuses: [204], description: 'The key is revoked.', headers: DRY_RUN_HEADERS },
  problems: ['not_found', 'conflict'],
  handle: async ({ params, query: { dryRun = false } }, { deps, actor }) => {
    await revokeKey(deps, actor, params.prefix, dryRun);
    return { headers: dryRunHeaders(dryRun) };
  },
});

function answerNewKey(
  request: WriteRequest,
  write: (options: WriteOptions<NewKey>) => ReturnType<typeof createKey>,
  context: RouteContext,
): Promise<Answer> {
  const { audience, publicUrl } = context;
  return answerSafeWrite<NewKey>(
    { ...request, isSecret: true },
    async (options) => writtenOf(await write(options)),
    (created) => ({
      body: toNewKeyView(created, audience.at),
      headers: { Location: `${publicUrl}/v1/admin/keys/${created.key.prefix}` },
    }),
    context,
  );
}
