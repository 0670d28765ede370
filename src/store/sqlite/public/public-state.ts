import { eq, sql } from 'drizzle-orm';
import type { Instant } from '../../../domain/time.ts';
import type { ChangeStore } from '../../changes.ts';
import type { Connection } from '../engine/connection.ts';
import { keepSinceCommit } from '../engine/since-commit.ts';
import { prepareSchedule } from '../newsroom/lift.ts';
import type { Standing } from '../newsroom/visible.ts';
import { publicLatest } from './log/log-tables.ts';
import { prepareTouched } from './log/touched.ts';
import { publicState } from './public-tables.ts';

/** Asks the database again only after a commit; within a snapshot, what it says is of that. */
export function prepareStanding(reader: Connection): Standing {
  const state = reader.db
    .select({
      version: publicState.version,
      changedAt: publicState.changedAt,
      names: publicState.names,
      sequence: sql<number>`coalesce((select max(${publicLatest.sequence}) from ${publicLatest}), 0)`,
    })
    .from(publicState)
    .where(eq(publicState.id, 1))
    .prepare();
  const schedule = prepareSchedule(reader);
  return keepSinceCommit(reader, () => {
    const row = state.get();
    if (!row) throw new Error('the state of the public is missing');
    return { state: row, nextLift: schedule.next() };
  });
}

/** Lifts what has become due, as every read does. */
export function createPublicState(
  reader: Connection,
  standing: Standing,
  lift: (now: Instant) => unknown,
): Pick<ChangeStore, 'state' | 'touched'> {
  const touched = prepareTouched(reader);

  return {
    async state({ at }) {
      const { nextLift, state: current } = standing();
      if (nextLift === null || nextLift > at) return current;
      lift(at);
      return standing().state;
    },
    async touched(before, now) {
      if (now.names !== before.names) return undefined;
      const found = touched(before.sequence);
      // What is committed meanwhile may be in it already, or in part.
      return standing().state.version === now.version ? found : undefined;
    },
  };
}
