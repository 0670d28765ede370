import * as z from 'zod';
import { MAX_SLUG_LENGTH, SLUG_PATTERN } from '../../../domain/slug.ts';
import {
  DEFAULT_SECRET_GRACE_SECONDS,
  MAX_SECRET_GRACE_SECONDS,
  MAX_SUBSCRIPTION_AREAS,
  MAX_SUBSCRIPTIONS,
} from '../../../domain/subscription.ts';
import { SYNDICATION_EVENTS } from '../../../domain/syndication-event.ts';
import {
  changeSubscription,
  createSubscription,
  listSubscriptions,
  type NewSubscription,
  readStanding,
  removeSubscription,
  rotateSecret,
  type SubscriptionPatch,
} from '../../../usecases/subscriptions.ts';
import { type WriteOptions, writtenOf } from '../../../usecases/write-wish.ts';
import { answerClosedPage, PAGE_PARAMETERS } from '../../answer/page.ts';
import {
  DRY_RUN_HEADERS,
  dryRunHeaders,
  REPLAY_HEADERS,
  versionHeader,
  WRITE_HEADERS,
  writtenLocationHeader,
} from '../../answer/response-headers.ts';
import { receiverField } from '../../request/fields.ts';
import { dryRunParameter } from '../../request/parameters.ts';
import { idempotencyKeyHeader, ifMatchHeader, requireVersion } from '../../request/request-headers.ts';
import { type Answer, defineRoute, NO_PARAMETERS, type RouteContext } from '../../route.ts';
import { examplePage } from '../../views/examples.ts';
import {
  newSubscriptionView,
  subscriptionPageView,
  subscriptionStandingView,
  subscriptionView,
  toNewSubscriptionView,
  toSubscriptionStandingView,
  toSubscriptionView,
} from '../../views/subscription.ts';
import {
  EXAMPLE_SIGNING_SECRET,
  EXAMPLE_SUBSCRIPTION,
  EXAMPLE_SUBSCRIPTION_FIGURES,
} from '../../views/syndication-examples.ts';
import { answerSafeWrite, type CreatingRequest } from '../../writing/safe-write.ts';

const URL = '/v1/syndication/subscriptions';

export const subscriptionParams = z.strictObject({
  id: z.string().meta({
    description: 'Id of the subscription.',
    example: EXAMPLE_SUBSCRIPTION.id,
    param: { id: 'SubscriptionId' },
  }),
});

const oneSubscription = {
  mediaType: 'application/json',
  schema: subscriptionView,
  example: toSubscriptionView(EXAMPLE_SUBSCRIPTION),
} as const;

const oneNewSubscription = {
  mediaType: 'application/json',
  schema: newSubscriptionView,
  example: toNewSubscriptionView({ subscription: EXAMPLE_SUBSCRIPTION, secret: EXAMPLE_SIGNING_SECRET }),
} as const;

const fields = {
  url: receiverField.meta({ description: 'Where to be told: https, on port 443 or 8443.' }),
  areas: z.array(z.string().meta({ pattern: SLUG_PATTERN.source, maxLength: MAX_SLUG_LENGTH })).meta({
    description: 'Areas that are wanted, with what is below them; empty: all.',
    maxItems: MAX_SUBSCRIPTION_AREAS,
  }),
  events: z.array(z.enum(SYNDICATION_EVENTS)).meta({ description: 'Events that are wanted; empty: all.' }),
};

export const listSubscriptionsRoute = defineRoute({
  door: 'syndication',
  method: 'GET',
  url: URL,
  operationId: 'listSubscriptions',
  summary: 'List your subscriptions',
  description: 'Those of the partner whose key asks, in the order of creation, without secrets.',
  tag: 'Syndication',
  query: z.strictObject(PAGE_PARAMETERS),
  params: NO_PARAMETERS,
  success: {
    description: 'One page of subscriptions.',
    mediaType: 'application/json',
    schema: subscriptionPageView,
    example: examplePage(toSubscriptionView(EXAMPLE_SUBSCRIPTION)),
    isPage: true,
  },
  problems: [],
  handle: ({ query }, context) =>
    answerClosedPage(
      query,
      {
        operationId: 'listSubscriptions',
        filters: {},
        read: (page) => listSubscriptions(context.deps, context.actor, page),
        toView: toSubscriptionView,
      },
      context,
    ),
});

export const readSubscriptionRoute = defineRoute({
  door: 'syndication',
  method: 'GET',
  url: `${URL}/{id}`,
  operationId: 'readSubscription',
  summary: 'Read one subscription',
  description: 'How it stands and how far it has been told, without its secret.',
  tag: 'Syndication',
  query: NO_PARAMETERS,
  params: subscriptionParams,
  success: {
    description: 'The subscription.',
    mediaType: 'application/json',
    schema: subscriptionStandingView,
    example: toSubscriptionStandingView(EXAMPLE_SUBSCRIPTION, EXAMPLE_SUBSCRIPTION_FIGURES),
    headers: { ETag: versionHeader },
  },
  problems: ['not_found'],
  handle: async ({ params }, { deps, actor }) => {
    const { subscription, figures } = await readStanding(deps, actor, params.id);
    return { body: toSubscriptionStandingView(subscription, figures), etag: String(subscription.version) };
  },
});

export const createSubscriptionRoute = defineRoute({
  door: 'syndication',
  method: 'POST',
  url: URL,
  operationId: 'createSubscription',
  summary: 'Subscribe to changes',
  description:
    'Before anything is kept, the address is sent a POST `{ "type": "subscription.challenge", "data": { "challenge": "…" } }`, and ' +
    'must answer 2xx with the challenge, as text or as `challenge` of a JSON object. From then on it is told of every change ' +
    'that comes later, with messages as the Standard Webhooks specification has them, signed with the secret that is shown ' +
    `this once. A partner has ${MAX_SUBSCRIPTIONS} subscriptions at most, each with another address.`,
  tag: 'Syndication',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: NO_PARAMETERS,
  headers: z.object({ 'Idempotency-Key': idempotencyKeyHeader }),
  body: {
    schema: z.strictObject({ url: fields.url, areas: fields.areas.default([]), events: fields.events.default([]) }),
    example: { url: EXAMPLE_SUBSCRIPTION.url, areas: [...EXAMPLE_SUBSCRIPTION.areaKeys] },
  },
  success: {
    ...oneNewSubscription,
    statuses: [201],
    description: 'The subscription, with its secret.',
    headers: { Location: writtenLocationHeader, ...WRITE_HEADERS, ...REPLAY_HEADERS },
  },
  problems: ['conflict', 'idempotency_key_reused', 'idempotency_key_in_use'],
  handle: ({ body: { areas, ...rest }, query, headers }, context) => {
    const wish = { ...rest, areaKeys: areas };
    return answerNewSubscription(
      {
        operationId: 'createSubscription',
        dryRun: query.dryRun,
        idempotencyKey: headers['Idempotency-Key'],
        isLong: true,
        isCreation: true,
      },
      (options) => createSubscription(context.deps, context.actor, wish, options),
      context,
    );
  },
});

export const patchSubscriptionRoute = defineRoute({
  door: 'syndication',
  method: 'PATCH',
  url: `${URL}/{id}`,
  operationId: 'patchSubscription',
  summary: 'Change a subscription',
  description:
    'A JSON merge patch (RFC 7396). `enabled: false` stops it: what happens is kept for it, for thirty days. `enabled: true` lets ' +
    'it go on from there. A new address is challenged first, and so is the old one before it goes on. Other filters count for ' +
    'what was not queued yet.',
  tag: 'Syndication',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: subscriptionParams,
  headers: z.object({ 'If-Match': ifMatchHeader }),
  body: {
    schema: z.strictObject({
      url: fields.url.exactOptional(),
      areas: fields.areas.nullable().exactOptional().meta({ description: 'As at the creation; null: all.' }),
      events: fields.events.nullable().exactOptional().meta({ description: 'As at the creation; null: all.' }),
      enabled: z.boolean().exactOptional().meta({ description: 'Whether it is to be told.' }),
    }),
    example: { enabled: true },
  },
  success: { ...oneSubscription, description: 'The subscription afterwards.', headers: WRITE_HEADERS },
  problems: ['not_found', 'precondition_required', 'stale_edition', 'conflict'],
  handle: async ({ params: { id }, body: wish, query: { dryRun = false }, headers }, { deps, actor }) => {
    const { areas, events, ...rest } = wish;
    const known = { id, version: requireVersion(headers['If-Match'], 'subscription') };
    const patch: SubscriptionPatch = {
      ...rest,
      ...(areas !== undefined && { areaKeys: areas ?? [] }),
      ...(events !== undefined && { events: events ?? [] }),
    };
    const changed = await changeSubscription(deps, actor, known, patch, dryRun);
    const body = toSubscriptionView(changed);
    return dryRun ? { body, headers: dryRunHeaders(true) } : { body, etag: String(changed.version) };
  },
});

export const removeSubscriptionRoute = defineRoute({
  door: 'syndication',
  method: 'DELETE',
  url: `${URL}/{id}`,
  operationId: 'removeSubscription',
  summary: 'End a subscription',
  description: 'It is told nothing more, and its secrets are forgotten.',
  tag: 'Syndication',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: subscriptionParams,
  success: { statuses: [204], description: 'The subscription is gone.', headers: DRY_RUN_HEADERS },
  problems: ['not_found'],
  handle: async ({ params, query: { dryRun = false } }, { deps, actor }) => {
    await removeSubscription(deps, actor, params.id, dryRun);
    return { headers: dryRunHeaders(dryRun) };
  },
});

export const rotateSecretRoute = defineRoute({
  door: 'syndication',
  method: 'POST',
  url: `${URL}/{id}/rotate-secret`,
  operationId: 'rotateSubscriptionSecret',
  summary: 'Replace the secret of a subscription',
  description:
    'The new secret is shown this once and signs from now on. The one before signs beside it for `graceSeconds`, so that a ' +
    'receiver can change over whenever it likes in that time.',
  tag: 'Syndication',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: subscriptionParams,
  headers: z.object({ 'Idempotency-Key': idempotencyKeyHeader }),
  body: {
    schema: z
      .strictObject({
        graceSeconds: z.int().min(0).max(MAX_SECRET_GRACE_SECONDS).exactOptional().meta({
          description: 'How long the secret before goes on: a day when it is not said, at most a week.',
        }),
      })
      .optional(),
    example: { graceSeconds: 3600 },
  },
  success: {
    ...oneNewSubscription,
    description: 'The subscription, with its new secret.',
    headers: { ...WRITE_HEADERS, ...REPLAY_HEADERS },
  },
  problems: ['not_found', 'idempotency_key_reused'],
  handle: ({ params: { id }, body, query, headers }, context) => {
    const wish = { id, graceSeconds: body?.graceSeconds ?? DEFAULT_SECRET_GRACE_SECONDS };
    return answerNewSubscription(
      {
        operationId: 'rotateSubscriptionSecret',
        dryRun: query.dryRun,
        idempotencyKey: headers['Idempotency-Key'],
      },
      (options) => rotateSecret(context.deps, context.actor, wish, options),
      context,
    );
  },
});

function answerNewSubscription(
  { isCreation = false, ...request }: CreatingRequest,
  write: (options: WriteOptions<NewSubscription>) => ReturnType<typeof createSubscription>,
  context: RouteContext,
): Promise<Answer> {
  return answerSafeWrite<NewSubscription>(
    { ...request, isSecret: true },
    async (options) => writtenOf(await write(options)),
    (created) => ({
      body: toNewSubscriptionView(created),
      etag: String(created.subscription.version),
      headers: isCreation ? { Location: `${context.publicUrl}${URL}/${created.subscription.id}` } : {},
    }),
    context,
  );
}
