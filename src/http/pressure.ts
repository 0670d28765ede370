import type { FastifyInstance } from 'fastify';
import { Problem } from '../domain/problem.ts';
import { atOnce } from './at-once.ts';

/** How often it is looked at. */
const LOOK_MILLIS = 50;

/** Whether the process has more to do than it can. */
export interface Pressure {
  isTooHigh(): boolean;
  /**
   * Does what the process does once in its life, such as to load what it is seldom asked for: to stand still over it is no
   * overload, and nobody is refused for it.
   */
  excuse<Made>(once: () => Promise<Made>): Promise<Made>;
  /** Stops watching. */
  close(): void;
}

/**
 * Watches how late the event loop comes to what it should do. What comes too late passes as soon as one look comes in
 * time, so an overload ends by itself. Time-outs run before the sockets are read: after a standstill the first request
 * knows of it.
 * @param maxDelayMillis never too high when it is 0
 */
export function watchPressure(maxDelayMillis: number): Pressure {
  if (maxDelayMillis === 0) return { isTooHigh: () => false, excuse: (once) => once(), close: () => {} };
  let lookedAt = performance.now();
  let delayMillis = 0;
  let excused = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    delayMillis = excused > 0 ? 0 : now - lookedAt - LOOK_MILLIS;
    lookedAt = now;
  }, LOOK_MILLIS).unref();
  return {
    isTooHigh: () => delayMillis > maxDelayMillis,
    async excuse(once) {
      excused += 1;
      try {
        return await once();
      } finally {
        excused -= 1;
        lookedAt = performance.now();
      }
    },
    close: () => clearInterval(timer),
  };
}

const RETRY_AFTER_SECONDS = 2;

/**
 * An overload is met before anything is done for a request.
 * @param exempt addresses, as Fastify writes them, that are answered all the same
 */
export function refuseUnderPressure(app: FastifyInstance, pressure: Pressure, exempt: ReadonlySet<string>): void {
  app.addHook(
    'onRequest',
    atOnce(({ routeOptions }) => {
      if (!pressure.isTooHigh() || exempt.has(routeOptions.url ?? '')) return;
      const retryAfterSeconds = RETRY_AFTER_SECONDS;
      throw new Problem('unavailable', 'The server has more to do than it can.', { retryAfterSeconds });
    }),
  );
}
