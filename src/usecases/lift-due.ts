import { type Instant, millisOf } from '../domain/time.ts';
import type { Lift } from '../store/store.ts';
import type { Deps } from './deps.ts';

export interface LiftReport {
  /** What went public just now, with how late that was noticed. */
  readonly lifts: readonly (Lift & { readonly latenessMillis: number })[];
  /** Milliseconds until the next lift; null when nothing is scheduled. */
  readonly nextInMillis: number | null;
}

/** Carries out every lift that is due. Readers do not need it: they see what is due in any case. */
export async function liftDue({ store, clock }: Deps): Promise<LiftReport> {
  const now = clock.now();
  const { lifts, next } = await store.articles.lift(now);
  const millisFrom = (from: Instant, to: Instant) => millisOf(to) - millisOf(from);
  return {
    lifts: lifts.map((lift) => ({ ...lift, latenessMillis: millisFrom(lift.at, now) })),
    nextInMillis: next === null ? null : millisFrom(clock.now(), next),
  };
}
