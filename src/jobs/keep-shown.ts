import type { Deps } from '../usecases/deps.ts';
import { keepShown, type Maker } from '../usecases/show-articles.ts';
import type { Job } from './loop.ts';

/** Between two looks, and between two transactions of many: readers and writers come in between. */
export const LOOK_MILLIS = 1_000;
export const PAUSE_MILLIS = 50;
/** Articles of one transaction: some ten milliseconds. */
const BATCH = 50;

/** Keeps articles as they are shown. Readers do not need it: what is not kept is made for them. */
export function keepArticlesShown(deps: Pick<Deps, 'store'>, maker: Maker, batch = BATCH): Job {
  return async () => ((await keepShown(deps, maker, batch)) === batch ? PAUSE_MILLIS : LOOK_MILLIS);
}
