import type { PurgeHook } from '../domain/outbound.ts';
import type { Deps } from '../usecases/deps.ts';
import { purgeCaches } from '../usecases/purge-caches.ts';
import type { Job } from './loop.ts';

/** How long a change waits at most before caches are told of it. */
export const LOOK_MILLIS = 100;

/**
 * Tells caches in front of every public change, as soon as it has happened. A process without a hook that starts beside this
 * one has nobody to tell, and says so for all: it is contradicted at the next look.
 */
export function purgeAfterChanges(
  deps: Pick<Deps, 'store' | 'send'>,
  hook: PurgeHook,
  { signal }: { readonly signal: AbortSignal },
): Job {
  return async () => {
    await deps.store.purges.expect(true);
    return (await purgeCaches(deps, hook, signal)) > 0 ? 0 : LOOK_MILLIS;
  };
}
