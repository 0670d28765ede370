import type { Release } from '../release.ts';

/** Something about a release that an editor should look at. */
export interface Finding {
  /** Stable name of the rule. */
  readonly id: string;
  readonly severity: 'error' | 'warning' | 'notice';
  readonly message: string;
  /** Offsets into the body's markdown, in UTF-16 code units; null for what concerns the whole release. */
  readonly start: number | null;
  readonly end: number | null;
}

/** Everything that the editorial rules find in a release. */
export function checkRelease(_release: Release): Finding[] {
  return [];
}
