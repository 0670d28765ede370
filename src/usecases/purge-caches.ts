import type { PurgeHook } from '../domain/outbound.ts';
import type { Deps } from './deps.ts';

/** Keys that one request names; the smallest limit of the services that are known to take them is 256. */
const MAX_PURGED_KEYS = 200;

/** Every change is in these, so they are told with each. */
const ALWAYS = ['list', 'feed'];

/**
 * Tells the hook what the oldest changes are in, and says how many keys that were. They are forgotten only when it has
 * answered with success, so each is told at least once, in order.
 * @throws Error when it has not
 */
export async function purgeCaches(
  { store, send }: Pick<Deps, 'store' | 'send'>,
  { url, header }: PurgeHook,
  signal: AbortSignal,
): Promise<number> {
  const oldest = await store.purges.oldest(MAX_PURGED_KEYS);
  const last = oldest.at(-1);
  if (last === undefined) return 0;
  const keys = [...new Set([...ALWAYS, ...oldest.map(({ key }) => key)])];
  const result = await send({
    method: 'POST',
    url,
    headers: {
      'Content-Type': 'application/json',
      'Surrogate-Key': keys.join(' '),
      ...(header && { [header.name]: header.value }),
    },
    body: JSON.stringify({ keys }),
    signal,
  });
  if (result.status === null) {
    const advice = result.failure === 'address' ? ', which DATELINE_OUTBOUND_EXCEPTIONS would have to name' : '';
    throw new Error(`the purge hook cannot be reached: ${result.failure}${advice}`);
  }
  if (result.status < 200 || result.status > 299) throw new Error(`the purge hook answered ${result.status}`);
  await store.purges.done(last.sequence);
  return oldest.length;
}
