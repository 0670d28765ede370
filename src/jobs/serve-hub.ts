import type { Deps } from '../usecases/deps.ts';
import { type HubOptions, serveHub } from '../usecases/hub.ts';
import type { Job } from './loop.ts';

/** The longest that a change or a wish waits to be noticed. */
const HUB_RECHECK_MILLIS = 1_000;

/** Looks after the hub's subscriptions until none has anything to be told. */
export function hubService(deps: Deps, options: HubOptions): Job {
  return async () => {
    while (!options.signal.aborted && (await serveHub(deps, options)) > 0);
    return HUB_RECHECK_MILLIS;
  };
}
