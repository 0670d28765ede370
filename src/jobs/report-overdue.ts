import type { Deps } from '../usecases/deps.ts';
import { reportOverdue } from '../usecases/receipts.ts';
import type { Job } from './loop.ts';

/** How late the report of an overdue withdrawal may be, which is due minutes or hours after it. */
const ROUND_MILLIS = 30_000;

/** Where it is told that a partner has not taken something down; ids alone, and no change where it lost access. */
export interface OverdueLog {
  error(
    fields: { readonly article: string; readonly partner: string; readonly change: number | null },
    message: string,
  ): void;
}

/** Reports withdrawals that partners have not acknowledged in time, each once. */
export function reportOverdueWithdrawals(deps: Deps, log: OverdueLog): Job {
  return async () => {
    for (const { articleId, partner, change } of await reportOverdue(deps)) {
      const sequence = change.kind === 'access-lost' ? null : change.sequence;
      const fields = { article: articleId, partner: partner.id, change: sequence };
      log.error(fields, 'a partner has not acknowledged a withdrawal in time');
    }
    return ROUND_MILLIS;
  };
}
