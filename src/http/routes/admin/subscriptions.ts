import * as z from 'zod';
import { readOutbox } from '../../../usecases/read-outbox.ts';
import { listAllSubscriptions } from '../../../usecases/subscriptions.ts';
import { answerClosedPage, PAGE_PARAMETERS } from '../../answer/page.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { examplePage } from '../../views/examples.ts';
import { instantView } from '../../views/scalars.ts';
import { subscriptionPageView, toSubscriptionView } from '../../views/subscription.ts';
import { EXAMPLE_SUBSCRIPTION } from '../../views/syndication-examples.ts';

export const listAllSubscriptionsRoute = defineRoute({
  door: 'admin',
  method: 'GET',
  url: '/v1/admin/subscriptions',
  operationId: 'listAllSubscriptions',
  summary: 'List the subscriptions of all partners',
  description: 'Where partners are told of changes, and how that goes, in the order of creation, without secrets.',
  tag: 'Administration',
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
        operationId: 'listAllSubscriptions',
        filters: {},
        read: (page) => listAllSubscriptions(context.deps, page),
        toView: toSubscriptionView,
      },
      context,
    ),
});

const outboxView = z
  .strictObject({
    pending: z.int().min(0).meta({ description: 'Deliveries that will be tried.' }),
    dueSince: instantView.nullable().meta({
      description:
        'When the first delivery that is not made is or was due: the longer ago, the further behind; null for none.',
    }),
    dead: z.int().min(0).meta({ description: 'Deliveries that nobody took, of the last thirty days.' }),
    disabledSubscriptions: z.int().min(0),
  })
  .meta({ id: 'Outbox', description: 'How far behind the telling of partners is.' });

export const readOutboxRoute = defineRoute({
  door: 'admin',
  method: 'GET',
  url: '/v1/admin/outbox',
  operationId: 'readOutbox',
  summary: 'Read how the telling of partners goes',
  description: 'Counts over the subscriptions of all partners.',
  tag: 'Administration',
  query: NO_PARAMETERS,
  params: NO_PARAMETERS,
  success: {
    description: 'The counts.',
    mediaType: 'application/json',
    schema: outboxView,
    example: { pending: 3, dueSince: EXAMPLE_SUBSCRIPTION.createdAt, dead: 0, disabledSubscriptions: 0 },
  },
  problems: [],
  handle: async (_input, { deps }) => {
    const { pending, dueSince, dead, disabledSubscriptions } = await readOutbox(deps);
    return { body: { pending, dueSince, dead, disabledSubscriptions } };
  },
});
