import type { Delivery } from '../../domain/delivery.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { EXAMPLE_NEWSROOM_ARTICLE } from './examples.ts';
import { EXAMPLE_PARTNER } from './partner-examples.ts';

export const EXAMPLE_SUBSCRIPTION: Subscription = {
  id: '5f0d5c2e-6a3b-4f0e-8d8f-3c1f0b2a9e77',
  partnerId: EXAMPLE_PARTNER.id,
  version: 1,
  url: 'https://www.fenwick.gov.example/hooks/dateline',
  areaKeys: EXAMPLE_PARTNER.areaKeys,
  events: [],
  createdAt: EXAMPLE_PARTNER.createdAt,
  disabledAt: null,
  disabledReason: null,
  failingSince: null,
  pausedUntil: null,
};

export const EXAMPLE_SIGNING_SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDAjZFMGYvIdY=';

export const EXAMPLE_DELIVERY: Delivery = {
  id: 'msg_2b7d0a0e-5a0c-4f53-9c3e-0d1f5b7c8a90',
  subscriptionId: EXAMPLE_SUBSCRIPTION.id,
  partnerId: EXAMPLE_PARTNER.id,
  order: 17,
  type: 'article.withdrawn',
  articleId: EXAMPLE_NEWSROOM_ARTICLE.id,
  edition: 2,
  change: 1042,
  at: EXAMPLE_PARTNER.createdAt,
  state: 'delivered',
  attempts: 1,
  nextAttemptAt: null,
  settledAt: EXAMPLE_PARTNER.createdAt,
  supersedes: [],
  supersededBy: null,
};

export const EXAMPLE_CHALLENGE = { challenge: 'p3Jt0oGzT5xYw1mQ2cVbN8aLkR7uHsEd', at: EXAMPLE_PARTNER.createdAt };

export const EXAMPLE_SUBSCRIPTION_FIGURES = {
  pending: 1,
  pendingSince: EXAMPLE_PARTNER.createdAt,
  dead: 0,
  lastDeliveredAt: EXAMPLE_PARTNER.createdAt,
};
