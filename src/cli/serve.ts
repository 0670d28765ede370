import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { RateLimits } from '../http/admission/rate-limit.ts';
import { createApp } from '../http/app.ts';
import { DEFAULT_LIMITS } from '../http/options.ts';
import { MAKER } from '../http/views/shown-article.ts';
import { announceDue } from '../jobs/announce-due.ts';
import { compactChangeLog } from '../jobs/compact-log.ts';
import { deliverWebhooks } from '../jobs/deliver-webhooks.ts';
import { keepArticlesShown } from '../jobs/keep-shown.ts';
import { type Job, runLoop } from '../jobs/loop.ts';
import { purgeAfterChanges } from '../jobs/purge-caches.ts';
import { reportOverdueWithdrawals } from '../jobs/report-overdue.ts';
import { hubService } from '../jobs/serve-hub.ts';
import type { Deps } from '../usecases/deps.ts';
import type { HubOptions } from '../usecases/hub-desk.ts';
import { onEndingSignal } from './ending-signals.ts';
import { shownWith } from './shown-with.ts';
import { topicReader } from './topic-reader.ts';

/** How long requests in work may go on once the server was told to close. */
const CLOSE_TIMEOUT_MILLIS = 10_000;
const SWEEP_MILLIS = 50;

export interface RunningServer {
  /** The address that readers use. */
  readonly address: string;
  /** Resolves when a signal has ended the server and what was in work is finished, or its time was up. */
  readonly closed: Promise<void>;
}

/**
 * Serves the API until the process is told to end.
 * @throws Error when the address cannot be listened on
 */
export async function startServer(config: Config, deps: Deps, log: Logger): Promise<RunningServer> {
  const app = await createApp(deps, {
    publicUrl: config.publicUrl,
    siteUrl: config.siteUrl,
    publisher: config.publisher,
    cacheControl: cacheControlOf(config),
    logger: log,
    limits: DEFAULT_LIMITS,
    rateLimits: rateLimitsOf(config),
    memoryBytes: config.cacheMemoryMegabytes * 1_000_000,
    maxLoopDelayMillis: config.maxLoopDelayMillis,
    trustProxy: [...config.trustedProxies],
  });
  await deps.store.articles.showWith(shownWith(config), deps.clock.now());
  await deps.store.purges.expect(config.purgeHook !== null);
  await app.listen({ host: config.host, port: config.port });
  const jobs = startJobs(deps, config, { log, readTopic: topicReader(app) });
  return { address: config.publicUrl, closed: closeOnSignal(app, log).finally(jobs.stop) };
}

/** What the server does of itself. */
function startJobs(
  deps: Deps,
  { publicUrl, purgeHook }: Config,
  { log, readTopic }: { readonly log: Logger; readonly readTopic: HubOptions['readTopic'] },
): { readonly stop: () => Promise<void> } {
  const ending = new AbortController();
  const { signal } = ending;
  const start = (job: Job, failed: string) =>
    runLoop(job, {
      signal,
      onFailure: (err, pauseMillis) => log.error({ err, pauseMillis }, failed),
    });
  const running = [
    start(announceDue(deps, log), 'announcing failed'),
    start(compactChangeLog(deps), 'compacting the log of changes failed'),
    start(keepArticlesShown(deps, MAKER), 'keeping articles as they are shown failed'),
    start(reportOverdueWithdrawals(deps, log), 'looking for overdue withdrawals failed'),
    start(deliverWebhooks(deps, { publicUrl, signal }), 'delivering failed'),
    start(hubService(deps, { publicUrl, readTopic, signal }), 'telling the readers of feeds failed'),
    ...(purgeHook ? [start(purgeAfterChanges(deps, purgeHook, ending), 'purging failed')] : []),
  ];
  return {
    stop: async () => {
      ending.abort();
      await Promise.all(running);
    },
  };
}

async function closeOnSignal(app: FastifyInstance, log: Logger): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals>();
  onEndingSignal(resolve);
  const signal = await promise;
  log.info({ signal }, 'closing');
  const cut = setTimeout(() => app.server.closeAllConnections(), CLOSE_TIMEOUT_MILLIS);
  // A connection whose last request has been answered would be waited for, though nothing may come over it any more.
  const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_MILLIS);
  await app.close();
  clearTimeout(cut);
  clearInterval(sweep);
}

function cacheControlOf({ cacheMaxAgeSeconds, cacheSharedMaxAgeSeconds }: Config): string {
  return `public, max-age=${cacheMaxAgeSeconds}, s-maxage=${cacheSharedMaxAgeSeconds}, must-revalidate`;
}

function rateLimitsOf({ rateLimitReads, rateLimitWrites, rateLimitFailures }: Config): RateLimits {
  const perMinute = (quota: number) => ({ quota, windowSeconds: 60 });
  return { read: perMinute(rateLimitReads), write: perMinute(rateLimitWrites), failure: perMinute(rateLimitFailures) };
}
