import { type Instant, millisOf } from '../domain/time.ts';
import type { StoreFigures } from '../store/figures.ts';
import type { OutboxFigures } from '../store/outbox.ts';
import type { Deps } from './deps.ts';
import { countOverdue } from './receipts.ts';

/** How the installation does, for whoever keeps it running; of no article, and of nothing that is to come. */
export interface Figures extends StoreFigures {
  readonly outbox: OutboxFigures;
  /** For how long the delivery that is due longest has waited. */
  readonly outboxLagMillis: number;
  /** Withdrawals that partners have not acknowledged in time. */
  readonly overdueWithdrawals: number;
  /** Keys that caches in front have not been told to drop yet. */
  readonly waitingPurges: number;
  /** The newest lift; null when there was none yet. */
  readonly lastLift: { readonly at: Instant; readonly latenessMillis: number } | null;
}

export async function readFigures(deps: Deps): Promise<Figures> {
  const { store, clock } = deps;
  const now = clock.now();
  const [figures, outbox, overdueWithdrawals, waitingPurges, lifts] = await Promise.all([
    store.figures(now),
    store.outbox.figures(),
    countOverdue(deps, now),
    store.purges.waiting(),
    store.audit.list({ action: 'article.lifted', limit: 1, position: null }),
  ]);
  const [lift] = lifts.rows;
  const outboxLagMillis = outbox.dueSince === null ? 0 : Math.max(0, millisOf(now) - millisOf(outbox.dueSince));
  return {
    ...figures,
    outbox,
    outboxLagMillis,
    overdueWithdrawals,
    waitingPurges,
    lastLift: lift ? { at: lift.at, latenessMillis: Number(lift.detail['latenessMillis']) } : null,
  };
}
