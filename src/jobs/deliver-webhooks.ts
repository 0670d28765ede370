import { setTimeout as timer } from 'node:timers/promises';
import { type Instant, millisOf } from '../domain/time.ts';
import { type DeskOptions, openDeliveryDesk } from '../usecases/delivery-desk.ts';
import type { Deps } from '../usecases/deps.ts';
import { forgetDeliveries } from '../usecases/forget-deliveries.ts';
import type { Job } from './loop.ts';

/** The longest that an event which another process has written waits to be noticed. */
export const DELIVERY_RECHECK_MILLIS = 500;
/** Attempts that end within so long of each other are written down in one transaction: each costs a wait for the disk. */
const SETTLED_TOGETHER_MILLIS = 5;
const FORGET_EVERY_MILLIS = 60_000;

/** Tells subscriptions what has happened. One run goes on until nothing is due and nothing is at work. */
export function deliverWebhooks(deps: Deps, options: DeskOptions): Job {
  const desk = openDeliveryDesk(deps, options);
  const forget = createForgetting(deps);
  return async () => {
    for (;;) {
      const now = deps.clock.now();
      const next = options.signal.aborted ? null : await desk.next(now);
      const isDue = next !== null && next <= now;
      const begun = desk.hasNews() || isDue ? await desk.turn(now) : 0;
      if (begun > 0 || desk.hasNews()) continue;
      if (desk.isAtWork()) await newsOf(desk);
      else {
        await forget(now);
        return next === null ? DELIVERY_RECHECK_MILLIS : pauseUntil(next, now);
      }
    }
  };
}

/** What is due and cannot be begun is another process's, or will be in a moment. */
function pauseUntil(next: Instant, now: Instant): number {
  const millis = millisOf(next) - millisOf(now);
  return millis <= 0 ? DELIVERY_RECHECK_MILLIS : Math.min(millis, DELIVERY_RECHECK_MILLIS);
}

/** Waits for the end of an attempt, but not so long that a new event would be late; ends that come together are one. */
async function newsOf(desk: { ended(): Promise<void> }): Promise<void> {
  const time = Promise.withResolvers<void>();
  const recheck = setTimeout(time.resolve, DELIVERY_RECHECK_MILLIS);
  await Promise.race([desk.ended(), time.promise]);
  clearTimeout(recheck);
  await timer(SETTLED_TOGETHER_MILLIS);
}

/** The log is tidied once in a while, for as long as there is nothing better to do. */
function createForgetting(deps: Deps): (now: Instant) => Promise<void> {
  let last = 0;
  return async (now) => {
    if (Math.abs(millisOf(now) - last) < FORGET_EVERY_MILLIS) return;
    last = millisOf(now);
    await forgetDeliveries(deps);
  };
}
