import { shifted } from '../domain/time.ts';
import type { Deps } from './deps.ts';

/** How long superseded entries are kept, for those who ask what stood when. */
export const SUPERSEDED_DAYS = 90;

const DAY_MILLIS = 24 * 60 * 60 * 1000;

/** Forgets at most `limit` entries of the log that have long been superseded, and says how many. No follower notices. */
export function compactLog({ store, clock }: Pick<Deps, 'store' | 'clock'>, limit: number): Promise<number> {
  const before = shifted(clock.now(), -SUPERSEDED_DAYS * DAY_MILLIS);
  return store.changes.compact(before, limit);
}
