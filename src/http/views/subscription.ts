import * as z from 'zod';
import type { Attempt, Delivery } from '../../domain/delivery.ts';
import { DELIVERY_STATES } from '../../domain/delivery.ts';
import { OUTBOUND_FAILURES } from '../../domain/outbound.ts';
import {
  DISABLED_REASONS,
  SUBSCRIPTION_STATES,
  type Subscription,
  type SubscriptionFigures,
  subscriptionState,
} from '../../domain/subscription.ts';
import { SYNDICATION_EVENTS } from '../../domain/syndication-event.ts';
import type { NewSubscription } from '../../usecases/subscriptions.ts';
import { pageOf } from './page.ts';
import { instantView, slugView } from './scalars.ts';

const subscriptionFields = {
  id: z.uuid(),
  partner: z.uuid().meta({ description: 'Id of the partner whose it is.' }),
  url: z.string().meta({ description: 'Where it is told.' }),
  areas: z
    .array(slugView)
    .meta({ description: 'Areas that it wants, with what is below them; empty: all that its partner gets.' }),
  events: z.array(z.enum(SYNDICATION_EVENTS)).meta({
    description:
      'Events that it wants; empty: all. That an article was taken down, or has left the areas, is always told.',
  }),
  state: z.enum(SUBSCRIPTION_STATES).meta({
    description: '`active`; `failing` since its receiver last took something; `disabled`: it gets nothing.',
  }),
  createdAt: instantView,
  disabledAt: instantView.nullable(),
  disabledReason: z.enum(DISABLED_REASONS).nullable().meta({
    description:
      '`gone`: its receiver has answered 410; `failing`: it took nothing for five days; `requested`: its partner wanted it.',
  }),
  failingSince: instantView.nullable(),
  pausedUntil: instantView.nullable().meta({ description: 'Until when its receiver wants to be left alone.' }),
};

export const subscriptionView = z
  .strictObject(subscriptionFields)
  .meta({ id: 'Subscription', description: 'An address at which a partner is told of changes.' });

export const subscriptionStandingView = z
  .strictObject({
    ...subscriptionFields,
    deliveries: z
      .strictObject({
        pending: z.int().min(0).meta({ description: 'Messages that it has not taken yet.' }),
        pendingSince: instantView.nullable().meta({ description: 'When what the first of them tells happened.' }),
        dead: z.int().min(0).meta({ description: 'Messages that it did not take in ten attempts.' }),
        lastDeliveredAt: instantView.nullable().meta({ description: 'When it last took something.' }),
      })
      .meta({ id: 'SubscriptionFigures', description: 'How far it has been told, of the last thirty days.' }),
  })
  .meta({ id: 'SubscriptionStanding', description: 'A subscription, and how far it has been told.' });

export const newSubscriptionView = z
  .strictObject({
    ...subscriptionFields,
    secret: z.string().meta({
      description: 'What messages are signed with, this once: a Standard Webhooks secret.',
    }),
  })
  .meta({ id: 'NewSubscription', description: 'A subscription with its secret, as it is shown once.' });

export const subscriptionPageView = pageOf('SubscriptionPage', subscriptionView);

const deliveryFields = {
  id: z.string().meta({ description: 'What `webhook-id` says, the same at every attempt.' }),
  order: z.int().min(1).meta({ description: '1, 2, 3… of its subscription.' }),
  type: z.enum(SYNDICATION_EVENTS),
  article: z.strictObject({ id: z.uuid(), edition: z.int().min(1).nullable() }).meta({
    id: 'DeliveredArticle',
    description: 'What it is about; without an edition when the public has not seen it.',
  }),
  change: z
    .int()
    .nullable()
    .meta({ description: 'Its number in the public log of changes; null for what concerns an embargo.' }),
  at: instantView.meta({ description: 'When it happened.' }),
  state: z.enum(DELIVERY_STATES).meta({
    description:
      '`pending`: it will be tried; `delivered`; `dead`: it was tried for three days, and is not unless replayed; `superseded`: the ' +
      'article was taken down before it was taken, and the removal was told in its place.',
  }),
  attempts: z.int().min(0).meta({ description: 'How often it was begun to be sent.' }),
  nextAttemptAt: instantView.nullable().meta({
    description:
      'When it is tried next, or at `pausedUntil` of its subscription where that is later; null when it is settled, or ' +
      'waits for another one of the same article.',
  }),
  settledAt: instantView.nullable(),
  supersededBy: z
    .int()
    .nullable()
    .meta({ description: '`order` of the removal that was told in its place; null unless it is superseded.' }),
};

export const deliveryView = z
  .strictObject(deliveryFields)
  .meta({ id: 'Delivery', description: 'One event for one subscription.' });

export const deliveryPageView = pageOf('DeliveryPage', deliveryView);

export const deliveryRecordView = z
  .strictObject({
    ...deliveryFields,
    log: z.array(
      z
        .strictObject({
          number: z.int().min(1),
          at: instantView,
          millis: z.int().nullable().meta({ description: 'How long it took.' }),
          status: z.int().nullable().meta({ description: 'What the receiver answered; null for no answer.' }),
          failure: z
            .enum(OUTBOUND_FAILURES)
            .nullable()
            .meta({
              description:
                'Why there was no answer: `address` (one that this server may not reach), `name`, `connection`, `timeout`, `cut` ' +
                '(the answer broke off), `stopped` (this server was closing down). Null together with `status` while the ' +
                'attempt runs, and for ever when the server died over it.',
            }),
        })
        .meta({ id: 'DeliveryAttempt' }),
    ),
  })
  .meta({ id: 'DeliveryRecord', description: 'A delivery with every attempt at it, oldest first.' });

export function toSubscriptionView(subscription: Subscription): z.output<typeof subscriptionView> {
  const { id, partnerId, url, areaKeys, events, createdAt, disabledAt, disabledReason } = subscription;
  return {
    id,
    partner: partnerId,
    url,
    areas: [...areaKeys],
    events: [...events],
    state: subscriptionState(subscription),
    createdAt,
    disabledAt,
    disabledReason,
    failingSince: subscription.failingSince,
    pausedUntil: subscription.pausedUntil,
  };
}

export function toSubscriptionStandingView(
  subscription: Subscription,
  { pending, pendingSince, dead, lastDeliveredAt }: SubscriptionFigures,
): z.output<typeof subscriptionStandingView> {
  return { ...toSubscriptionView(subscription), deliveries: { pending, pendingSince, dead, lastDeliveredAt } };
}

export function toNewSubscriptionView({ subscription, secret }: NewSubscription): z.output<typeof newSubscriptionView> {
  return { ...toSubscriptionView(subscription), secret };
}

export function toDeliveryView(delivery: Delivery): z.output<typeof deliveryView> {
  const { id, order, type, articleId, edition, change, at, state, attempts, nextAttemptAt, settledAt, supersededBy } =
    delivery;
  return {
    id,
    order,
    type,
    article: { id: articleId, edition },
    change,
    at,
    state,
    attempts,
    nextAttemptAt,
    settledAt,
    supersededBy,
  };
}

export function toDeliveryRecordView(delivery: Delivery, log: readonly Attempt[]): z.output<typeof deliveryRecordView> {
  const attempts = log.map(({ number, at, millis, status, failure }) => ({ number, at, millis, status, failure }));
  return { ...toDeliveryView(delivery), log: attempts };
}
