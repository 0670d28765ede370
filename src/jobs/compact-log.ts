import { compactLog } from '../usecases/compact-log.ts';
import type { Deps } from '../usecases/deps.ts';
import type { Job } from './loop.ts';

/** Between two rounds, and between two transactions of one: writers come in between. */
export const ROUND_MILLIS = 6 * 60 * 60 * 1000;
export const PAUSE_MILLIS = 1_000;
/** Entries that one transaction forgets. */
const BATCH = 1_000;

/** Keeps the log as short as its followers need it. */
export function compactChangeLog(deps: Pick<Deps, 'store' | 'clock'>, batch = BATCH): Job {
  return async () => ((await compactLog(deps, batch)) === batch ? PAUSE_MILLIS : ROUND_MILLIS);
}
