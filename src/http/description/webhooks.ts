import * as z from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import type { Delivery } from '../../domain/delivery.ts';
import { REMOVALS, SYNDICATION_EVENTS, type SyndicationEventType } from '../../domain/syndication-event.ts';
import { challengeBody } from '../../usecases/challenge-receiver.ts';
import { webhookBody } from '../../usecases/webhook-body.ts';
import { JSON_MEDIA_TYPE } from '../request/json-body.ts';
import { EXAMPLE_CHALLENGE, EXAMPLE_DELIVERY } from '../views/syndication-examples.ts';
import { challengeAnswerView, challengeView, EVENT_MEANINGS, messageName, messageView } from '../views/webhook.ts';

/** What subscriptions are sent, as the OpenAPI document describes it: one webhook for each type of message. */
export function describeWebhooks(publicUrl: string): ZodOpenApiPathsObject {
  const events = SYNDICATION_EVENTS.map((type) => [type, { post: eventOperation(type, publicUrl) }]);
  return { 'subscription.challenge': { post: challengeOperation() }, ...Object.fromEntries(events) };
}

const id = z.string().meta({
  description: 'Names the message, the same at every attempt: one that you have seen needs no work.',
  example: EXAMPLE_DELIVERY.id,
  param: { id: 'WebhookId' },
});

const HEADERS = z.object({
  'webhook-id': id,
  'webhook-timestamp': z.string().meta({
    description: 'When this attempt was made, in seconds since 1970. Refuse what is older than five minutes.',
    example: '1772445600',
    param: { id: 'WebhookTimestamp' },
  }),
  'webhook-signature': z.string().meta({
    description:
      '`v1,` and the HMAC-SHA256 in base64 of `id.timestamp.body`, with the secret of the subscription; two of them, with a ' +
      'space between, while one secret replaces another.',
    example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
    param: { id: 'WebhookSignature' },
  }),
});

function eventOperation(type: SyndicationEventType, publicUrl: string): ZodOpenApiOperationObject {
  const { meaning, action } = EVENT_MEANINGS[type];
  const always = REMOVALS.has(type) ? ' It is told whatever the filters of the subscription are.' : '';
  return {
    operationId: `receive${messageName(type)}`,
    summary: `Of an article: ${meaning}`,
    description: `What to do: ${action}.${always}`,
    tags: ['Syndication'],
    security: [],
    requestParams: { header: HEADERS },
    requestBody: {
      required: true,
      content: {
        [JSON_MEDIA_TYPE]: { schema: messageView(type), example: JSON.parse(webhookBody(exampleOf(type), publicUrl)) },
      },
    },
    responses: {
      '2XX': { description: 'It was taken: a receipt for it. Answer within 20 seconds, then work.' },
      '410': { description: 'Nobody wants this any more: the subscription is disabled.' },
      '429': {
        description:
          'Too much at a time, as 502, 503 and 504 say too: the whole subscription is left alone for a minute at least.',
        headers: z.object({
          'Retry-After': z.string().optional().meta({ description: 'Seconds or a date, honoured for up to a day.' }),
        }),
      },
      default: {
        description:
          'A failure, 3xx included: it is tried again, nine times in three days, with the same `webhook-id`.',
      },
    },
  };
}

function exampleOf(type: SyndicationEventType): Delivery {
  const delivery = { ...EXAMPLE_DELIVERY, type };
  return type === 'article.embargoed' ? { ...delivery, edition: null, change: null } : delivery;
}

function challengeOperation(): ZodOpenApiOperationObject {
  const { challenge, at } = EXAMPLE_CHALLENGE;
  return {
    operationId: 'receiveSubscriptionChallenge',
    summary: 'Show that a subscription is wanted',
    description:
      'Sent while a subscription is created, gets another address or goes on after it was disabled. Of a new one you do not ' +
      'know the secret yet: answer it unverified, and only while you are subscribing.',
    tags: ['Syndication'],
    security: [],
    requestParams: { header: HEADERS },
    requestBody: {
      required: true,
      content: { [JSON_MEDIA_TYPE]: { schema: challengeView, example: JSON.parse(challengeBody(challenge, at)) } },
    },
    responses: {
      '2XX': {
        description: 'It is wanted: the challenge, as text or in JSON.',
        content: {
          [JSON_MEDIA_TYPE]: { schema: challengeAnswerView, example: { challenge } },
          'text/plain': { schema: z.string(), example: challenge },
        },
      },
      default: { description: 'It is not wanted, and nothing is kept.' },
    },
  };
}
