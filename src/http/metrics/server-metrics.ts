import type { FastifyInstance } from 'fastify';
import { type Metric, metric } from '../../formats/prometheus.ts';
import type { AnswerCache } from '../memory/answer-cache.ts';
import type { Pressure } from '../pressure.ts';
import type { Bells } from '../serve-route.ts';
import type { Meter } from './meter.ts';
import type { ProcessMetrics } from './process-metrics.ts';

/** What counts and watches while the server answers. */
export interface Watched {
  readonly meter: Pick<Meter, 'metric'>;
  readonly cache: Pick<AnswerCache, 'figures'>;
  readonly bells: Bells;
  readonly pressure: Pick<Pressure, 'isTooHigh'>;
  readonly itself: Pick<ProcessMetrics, 'read'>;
}

/** What the HTTP server says of itself. */
export async function readServerMetrics(app: FastifyInstance, watched: Watched): Promise<readonly Metric[]> {
  const { meter, cache, bells, pressure, itself } = watched;
  const { answers, bytes, hits, misses } = cache.figures();
  return [
    meter.metric(),
    metric('gauge', 'dateline_http_connections', 'Connections that are open.', await openConnections(app)),
    metric(
      'gauge',
      'dateline_http_waiting',
      'Answers that wait for a change.',
      bells.everybody.waiting() + bells.partners.waiting(),
    ),
    metric(
      'gauge',
      'dateline_http_refusing',
      '1 while requests are refused for pressure.',
      Number(pressure.isTooHigh()),
    ),
    {
      name: 'dateline_cache_answers_total',
      help: 'Public answers out of memory, and those that had to be made anew.',
      kind: 'counter',
      samples: [
        { labels: { from: 'memory' }, value: hits },
        { labels: { from: 'data' }, value: misses },
      ],
    },
    metric('gauge', 'dateline_cache_held', 'Answers in memory.', answers),
    metric('gauge', 'dateline_cache_held_bytes', 'What they take.', bytes),
    ...itself.read(),
  ];
}

function openConnections(app: FastifyInstance): Promise<number> {
  return new Promise((resolve, reject) => {
    app.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}
