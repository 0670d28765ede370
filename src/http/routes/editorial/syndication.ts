import * as z from 'zod';
import { DEFAULT_WITHDRAWAL_ALERT_MINUTES } from '../../../domain/receipt.ts';
import { listOverdue, readHoldings } from '../../../usecases/receipts.ts';
import { answerClosedPage, PAGE_PARAMETERS } from '../../answer/page.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { EXAMPLE_NEWSROOM_ARTICLE, examplePage } from '../../views/examples.ts';
import { EXAMPLE_HOLDINGS, EXAMPLE_OPEN_WITHDRAWAL } from '../../views/partner-examples.ts';
import { articleHoldingsView, overduePageView, toArticleHoldingsView, toOverdueView } from '../../views/receipt.ts';
import { articleParams } from './articles.ts';

export const readHoldingsRoute = defineRoute({
  door: 'editorial',
  roles: ['editor', 'admin'],
  method: 'GET',
  url: '/v1/editorial/articles/{id}/syndication',
  operationId: 'readHoldings',
  summary: 'Read what partners have of an article',
  description:
    'Every partner that gets the article or had it: which edition it has, since when and how it said so, and who has not ' +
    'yet taken a withdrawal down.',
  tag: 'Newsroom',
  query: NO_PARAMETERS,
  params: articleParams,
  success: {
    description: 'What partners have.',
    mediaType: 'application/json',
    schema: articleHoldingsView,
    example: toArticleHoldingsView(EXAMPLE_NEWSROOM_ARTICLE.id, EXAMPLE_HOLDINGS),
  },
  problems: ['not_found'],
  handle: async ({ params: { id } }, { deps, audience }) => ({
    body: toArticleHoldingsView(id, await readHoldings(deps, id, audience)),
  }),
});

export const listOverdueRoute = defineRoute({
  door: 'editorial',
  roles: ['editor', 'admin'],
  method: 'GET',
  url: '/v1/editorial/syndication/overdue',
  operationId: 'listOverdue',
  summary: 'List withdrawals that partners have not acknowledged in time',
  description:
    'One entry for each partner and article: whom to ring up. Each is reported once in the log and the audit trail ' +
    '(`withdrawal.overdue`), and leaves this list with its receipt.',
  tag: 'Newsroom',
  query: z.strictObject(PAGE_PARAMETERS),
  params: NO_PARAMETERS,
  success: {
    description: 'One page of what is overdue, the oldest first.',
    mediaType: 'application/json',
    schema: overduePageView,
    example: {
      ...examplePage(
        toOverdueView(EXAMPLE_OPEN_WITHDRAWAL, {
          now: EXAMPLE_OPEN_WITHDRAWAL.change.at,
          publicUrl: 'https://dateline.example',
        }),
      ),
      afterMinutes: DEFAULT_WITHDRAWAL_ALERT_MINUTES,
    },
    isPage: true,
  },
  problems: [],
  handle: ({ query }, context) => {
    const { deps, audience, publicUrl } = context;
    return answerClosedPage(
      query,
      {
        operationId: 'listOverdue',
        filters: {},
        beside: { afterMinutes: deps.rules.withdrawalAlertMinutes },
        read: (page) => listOverdue(deps, page, audience),
        toView: (open) => toOverdueView(open, { now: audience.at, publicUrl }),
      },
      context,
    );
  },
});
