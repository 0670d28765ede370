import type { Deps } from '../usecases/deps.ts';
import { type HubOptions, openHubDesk } from '../usecases/hub-desk.ts';
import type { Job } from './loop.ts';

/** The longest that a change or a wish waits to be noticed. */
const HUB_RECHECK_MILLIS = 1_000;

/** Looks after the hub's subscriptions until none has anything to be told and none is at work. */
export function hubService(deps: Deps, options: HubOptions): Job {
  const desk = openHubDesk(deps, options);
  return async () => {
    while ((await desk.turn()) > 0 || desk.isAtWork()) if (desk.isAtWork()) await newsOf(desk);
    return HUB_RECHECK_MILLIS;
  };
}

/** One that hangs keeps no other from being told. */
async function newsOf(desk: { ended(): Promise<void> }): Promise<void> {
  const time = Promise.withResolvers<void>();
  const recheck = setTimeout(time.resolve, HUB_RECHECK_MILLIS);
  await Promise.race([desk.ended(), time.promise]);
  clearTimeout(recheck);
}
