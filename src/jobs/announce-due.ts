import type { Deps } from '../usecases/deps.ts';
import { liftDue } from '../usecases/lift-due.ts';
import type { Job } from './loop.ts';

/** The longest that a schedule which another process has written waits to be noticed. */
export const RECHECK_MILLIS = 1_000;

/** Where it is told what was announced; ids alone. */
export interface AnnouncementLog {
  info(
    fields: { readonly article: string; readonly edition: number; readonly latenessMillis: number },
    message: string,
  ): void;
}

/** Announces scheduled editions at their instant, without anybody reading; after a standstill it catches up. */
export function announceDue(deps: Deps, log: AnnouncementLog): Job {
  return async () => {
    const { lifts, nextInMillis } = await liftDue(deps);
    for (const { articleId, edition, latenessMillis } of lifts) {
      log.info({ article: articleId, edition, latenessMillis }, 'a scheduled edition is public');
    }
    return Math.min(nextInMillis ?? RECHECK_MILLIS, RECHECK_MILLIS);
  };
}
