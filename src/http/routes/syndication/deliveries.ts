import * as z from 'zod';
import { DELIVERY_STATES } from '../../../domain/delivery.ts';
import { listDeliveries, MAX_REPLAYED, readDelivery, replayDeliveries } from '../../../usecases/deliveries.ts';
import { answerClosedPage, PAGE_PARAMETERS } from '../../answer/page.ts';
import { DRY_RUN_HEADERS, REPLAY_HEADERS } from '../../answer/response-headers.ts';
import { dryRunParameter } from '../../request/parameters.ts';
import { idempotencyKeyHeader } from '../../request/request-headers.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { examplePage } from '../../views/examples.ts';
import {
  deliveryPageView,
  deliveryRecordView,
  toDeliveryRecordView,
  toDeliveryView,
} from '../../views/subscription.ts';
import { EXAMPLE_DELIVERY } from '../../views/syndication-examples.ts';
import { answerSafeWrite } from '../../writing/safe-write.ts';
import { subscriptionParams } from './subscriptions.ts';

const URL = '/v1/syndication/subscriptions/{id}';

export const listDeliveriesRoute = defineRoute({
  door: 'syndication',
  method: 'GET',
  url: `${URL}/deliveries`,
  operationId: 'listDeliveries',
  summary: 'List what a subscription was told',
  description:
    'Newest first. Settled deliveries are kept for thirty days; `state=dead` lists those that nobody took, `state=superseded` those ' +
    'in whose place a removal of the same article was told.',
  tag: 'Syndication',
  query: z.strictObject({
    state: z
      .enum(DELIVERY_STATES)
      .exactOptional()
      .meta({ description: 'How they stand.', param: { id: 'DeliveryState' }, example: 'dead' }),
    ...PAGE_PARAMETERS,
  }),
  params: subscriptionParams,
  success: {
    description: 'One page of deliveries.',
    mediaType: 'application/json',
    schema: deliveryPageView,
    example: examplePage(toDeliveryView(EXAMPLE_DELIVERY)),
    isPage: true,
  },
  problems: ['not_found'],
  handle: ({ query: { limit, cursor, ...filter }, params: { id } }, context) =>
    answerClosedPage(
      { limit, cursor },
      {
        operationId: 'listDeliveries',
        filters: { id, ...filter },
        read: (page) => listDeliveries(context.deps, context.actor, id, { ...filter, ...page }),
        toView: toDeliveryView,
      },
      context,
    ),
});

export const readDeliveryRoute = defineRoute({
  door: 'syndication',
  method: 'GET',
  url: `${URL}/deliveries/{deliveryId}`,
  operationId: 'readDelivery',
  summary: 'Read one delivery',
  description: 'With every attempt at it, oldest first.',
  tag: 'Syndication',
  query: NO_PARAMETERS,
  params: subscriptionParams.extend({
    deliveryId: z
      .string()
      .meta({ description: 'Id of the delivery.', example: EXAMPLE_DELIVERY.id, param: { id: 'DeliveryId' } }),
  }),
  success: {
    description: 'The delivery.',
    mediaType: 'application/json',
    schema: deliveryRecordView,
    example: toDeliveryRecordView(EXAMPLE_DELIVERY, [
      { number: 1, at: EXAMPLE_DELIVERY.at, millis: 41, status: 204, failure: null },
    ]),
  },
  problems: ['not_found'],
  handle: async ({ params }, { deps, actor }) => {
    const { delivery, log } = await readDelivery(deps, actor, params.id, params.deliveryId);
    return { body: toDeliveryRecordView(delivery, log) };
  },
});

const orderNumber = z.int().min(1);

export const replayDeliveriesRoute = defineRoute({
  door: 'syndication',
  method: 'POST',
  url: `${URL}/replay`,
  operationId: 'replayDeliveries',
  summary: 'Be told again',
  description:
    'Has deliveries made again, under the ids and in the words that they had: some by their ids, a range by their order ' +
    `numbers, or all that are dead; ${MAX_REPLAYED} at a time, and of dead ones the newest first. An id that is none of its deliveries is 404, and then none is made again.`,
  tag: 'Syndication',
  query: z.strictObject({ dryRun: dryRunParameter }),
  params: subscriptionParams,
  headers: z.object({ 'Idempotency-Key': idempotencyKeyHeader }),
  body: {
    schema: z.union([
      z.strictObject({ deliveries: z.array(z.string().max(100)).min(1).max(MAX_REPLAYED) }),
      z.strictObject({
        orders: z
          .strictObject({ from: orderNumber, to: orderNumber })
          .refine(
            ({ from, to }) => from <= to && to - from < MAX_REPLAYED,
            `At most ${MAX_REPLAYED} numbers, upwards.`,
          ),
      }),
      z.strictObject({ dead: z.literal(true) }),
    ]),
    example: { orders: { from: 17, to: 23 } },
  },
  success: {
    statuses: [202],
    description: 'They will be made.',
    mediaType: 'application/json',
    schema: z
      .strictObject({ replayed: z.int().min(0).meta({ description: 'Deliveries that were found.' }) })
      .meta({ id: 'Replay' }),
    example: { replayed: 7 },
    headers: { ...DRY_RUN_HEADERS, ...REPLAY_HEADERS },
  },
  problems: ['not_found', 'conflict', 'idempotency_key_reused'],
  handle: ({ params: { id }, body, query, headers }, context) => {
    const selection =
      'deliveries' in body
        ? { ids: body.deliveries }
        : 'orders' in body
          ? body.orders
          : { dead: body.dead, limit: MAX_REPLAYED };
    return answerSafeWrite<number>(
      {
        operationId: 'replayDeliveries',
        dryRun: query.dryRun,
        idempotencyKey: headers['Idempotency-Key'],
      },
      async (options) => {
        const replayed = await replayDeliveries(context.deps, context.actor, id, selection, options);
        return typeof replayed === 'number' ? { subject: replayed } : replayed;
      },
      (replayed) => ({ body: { replayed }, headers: {} }),
      context,
    );
  },
});
