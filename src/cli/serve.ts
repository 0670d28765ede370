import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { createApp } from '../http/app.ts';
import { DEFAULT_LIMITS } from '../http/options.ts';
import type { Deps } from '../usecases/deps.ts';

/** How long requests in work may go on once the server was told to close. */
const CLOSE_TIMEOUT_MILLIS = 10_000;

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
  const address = config.publicUrl ?? ownAddress(config);
  const app = await createApp(deps, {
    publicUrl: address,
    cacheControl: cacheControlOf(config),
    logger: log,
    limits: DEFAULT_LIMITS,
    trustProxy: false,
  });
  await app.listen({ host: config.host, port: config.port });
  return { address, closed: closeOnSignal(app, log) };
}

async function closeOnSignal(app: FastifyInstance, log: Logger): Promise<void> {
  const signal = await nextSignal();
  log.info({ signal }, 'closing');
  const cut = setTimeout(() => app.server.closeAllConnections(), CLOSE_TIMEOUT_MILLIS);
  await app.close();
  clearTimeout(cut);
}

function cacheControlOf({ cacheMaxAgeSeconds, cacheSharedMaxAgeSeconds }: Config): string {
  return `public, max-age=${cacheMaxAgeSeconds}, s-maxage=${cacheSharedMaxAgeSeconds}, must-revalidate`;
}

/** An address that a browser on this machine can open. */
function ownAddress({ host, port }: Config): string {
  const isEvery = host === '0.0.0.0' || host === '::';
  const name = isEvery ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
}
