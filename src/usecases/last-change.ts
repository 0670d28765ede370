import type { Instant } from '../domain/time.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

/** When anything that this audience can see last changed; undefined while there is nothing. */
export async function lastChange({ store }: Deps, audience: Audience): Promise<Instant | undefined> {
  return (await store.changes.state(audience)).changedAt ?? undefined;
}
