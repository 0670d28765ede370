import type { PurgeHook } from '../domain/outbound.ts';
import type { Deps } from '../usecases/deps.ts';
import { purgeCaches } from '../usecases/purge-caches.ts';
import type { Job } from './loop.ts';

/** How long a change waits at most before caches are told of it. */
export const LOOK_MILLIS = 100;

/** Tells caches in front of every public change, as soon as it has happened. */
export function purgeAfterChanges(
  deps: Pick<Deps, 'store' | 'send'>,
  hook: PurgeHook,
  { signal }: { readonly signal: AbortSignal },
): Job {
  return async () => ((await purgeCaches(deps, hook, signal)) > 0 ? 0 : LOOK_MILLIS);
}
