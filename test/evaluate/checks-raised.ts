import { CHECK_IDS, type CheckId } from '../../src/domain/check.ts';
import { RULES } from '../../src/text/checks/rules.ts';
import type { Reading } from '../../src/text/reading.ts';

/** How often a rule finds something in the corpus, whose releases are written without faults. */
export interface ChecksRaised {
  readonly id: CheckId;
  readonly severity: string;
  readonly times: number;
}

/** Every rule with its count, the most frequent first, then in the order of the rules. */
export function checksRaised(readings: readonly Reading[]): ChecksRaised[] {
  const found = Map.groupBy(
    readings.flatMap(({ checks }) => checks),
    ({ id }) => id,
  );
  const severities = new Map(RULES.map(({ id, severity }) => [id, severity]));
  return CHECK_IDS.map((id) => ({ id, severity: severities.get(id) ?? '', times: found.get(id)?.length ?? 0 })).sort(
    (a, b) => b.times - a.times,
  );
}
