import { type CheckRules, DEFAULT_CHECK_RULES } from '../domain/check.ts';
import type { Send } from '../domain/outbound.ts';
import { DEFAULT_WITHDRAWAL_ALERT_MINUTES } from '../domain/receipt.ts';
import type { Clock } from '../domain/time.ts';
import type { Verb } from '../domain/workflow.ts';
import type { Store } from '../store/store.ts';

/** All that a use case may hold. */
export interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  /** A fresh random UUIDv4: neither order nor age shows in it. */
  readonly newId: () => string;
  readonly rules: NewsroomRules;
  /** The only way out to somebody else's server. */
  readonly send: Send;
}

/** What each installation decides for its newsroom. */
export interface NewsroomRules {
  /** Verbs that need another person than the one who submitted. */
  readonly twoPersonVerbs: readonly Verb[];
  /** After how long a withdrawal that a partner has not acknowledged is reported. */
  readonly withdrawalAlertMinutes: number;
  readonly checks: CheckRules;
}

export const DEFAULT_RULES: NewsroomRules = {
  twoPersonVerbs: ['publish', 'schedule'],
  withdrawalAlertMinutes: DEFAULT_WITHDRAWAL_ALERT_MINUTES,
  checks: DEFAULT_CHECK_RULES,
};
