import * as z from 'zod';
import { millisOf } from '../../../domain/time.ts';
import { type Metric, metric, renderPrometheus } from '../../../formats/prometheus.ts';
import { type Figures, readFigures } from '../../../usecases/read-figures.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';

export const readMetricsRoute = defineRoute({
  door: 'metrics',
  method: 'GET',
  url: '/metrics',
  operationId: 'readMetrics',
  summary: 'Read the figures of the operator',
  description:
    'How the server and its data do, in the text format of Prometheus: counts, sizes and times, of no article and of nothing ' +
    'that is to come. It needs a key, for how busy a newsroom is tells something too; best one of the role `monitor`, which ' +
    'opens nothing else.',
  tag: 'Operations',
  query: NO_PARAMETERS,
  params: NO_PARAMETERS,
  success: {
    description: 'The figures.',
    mediaType: 'text/plain',
    schema: z.string(),
    example: renderPrometheus([metric('gauge', 'dateline_public_articles', 'Articles that anybody may read.', 12)]),
  },
  problems: [],
  handle: async (_input, { deps, serverMetrics }) => ({
    body: renderPrometheus([...dataMetrics(await readFigures(deps)), ...(await serverMetrics())]),
  }),
});

function dataMetrics(figures: Figures): Metric[] {
  const { outbox, lastLift } = figures;
  const liftedAt = lastLift && millisOf(lastLift.at) + lastLift.latenessMillis;
  return [
    gauge('public_articles', 'Articles that anybody may read.', figures.publicArticles),
    gauge('database_bytes', 'Size of the database.', figures.dataBytes),
    gauge('database_log_bytes', 'Size of its write-ahead log.', figures.logBytes),
    gauge('reserve_bytes', 'Room that is kept for withdrawals on a full disk.', figures.reserveBytes),
    gauge('lifts_due', 'Scheduled editions whose instant has come and that are not announced yet.', figures.dueLifts),
    ...(lastLift && liftedAt
      ? [
          gauge('last_lift_timestamp_seconds', 'When a scheduled edition was last announced.', liftedAt / 1000),
          gauge('last_lift_lateness_seconds', 'How long that was after its instant.', lastLift.latenessMillis / 1000),
        ]
      : []),
    gauge('outbox_pending', 'Deliveries to partners that will be tried.', outbox.pending),
    gauge('outbox_lag_seconds', 'For how long the first of them has been due.', figures.outboxLagMillis / 1000),
    gauge('outbox_dead', 'Deliveries that nobody took, of the last thirty days.', outbox.dead),
    gauge('subscriptions_disabled', 'Subscriptions that ended by themselves.', outbox.disabledSubscriptions),
    gauge(
      'withdrawals_overdue',
      'Withdrawals that a partner has not acknowledged in time.',
      figures.overdueWithdrawals,
    ),
    gauge('purges_waiting', 'Keys that caches in front have not been told to drop yet.', figures.waitingPurges),
  ];
}

function gauge(name: string, help: string, value: number): Metric {
  return metric('gauge', `dateline_${name}`, help, value);
}
