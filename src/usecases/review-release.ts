import { type Check, type Override, SPEAKER_CHECK_IDS } from '../domain/check.ts';
import type { Instant } from '../domain/time.ts';
import { checkRelease } from '../text/checks/check-release.ts';
import type { Release } from '../text/release.ts';
import { faultsAmong } from './check-article.ts';
import type { Deps } from './deps.ts';
import { knownSpeakers } from './known-speakers.ts';

/** What the editorial rules found in a release that is imported. */
export interface Found {
  readonly checks?: readonly Check[];
  /** What stops the publication. */
  readonly faults: readonly Check[];
  /** Those of the overrides without which it would be stopped. */
  readonly overridden: readonly Override[];
}

/** What is asked of the rules. */
interface Wish {
  readonly publish: boolean;
  readonly checks?: 'text' | 'all' | undefined;
  readonly overrides?: readonly Override[];
}

/** Reads a release by the editorial rules, as far as anybody asks: for all of them, or for what stops its publication. */
export async function reviewRelease(
  deps: Deps,
  release: Release,
  now: Instant,
  { publish, checks: wanted, overrides = [] }: Wish,
): Promise<Found> {
  if (!publish && !wanted) return { faults: [], overridden: [] };
  const rules = deps.rules.checks;
  const isAsked = wanted === 'all' || (publish && SPEAKER_CHECK_IDS.some((id) => rules.levels[id] === 'error'));
  const checked = {
    ...release,
    publishedAt: release.publishedAt ?? now,
    ...(isAsked && { speakers: await knownSpeakers(deps, release.statements, now) }),
  };
  const checks = checkRelease(checked, rules, wanted ? undefined : 'error');
  const faults = publish ? faultsAmong(checks, []) : [];
  return {
    ...(wanted && { checks }),
    faults: faultsAmong(faults, overrides),
    overridden: overrides.filter(({ check }) => faults.some(({ id }) => id === check)),
  };
}
