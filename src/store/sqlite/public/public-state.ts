import { eq } from 'drizzle-orm';
import type { PublicState } from '../../../domain/change.ts';
import type { Instant } from '../../../domain/time.ts';
import type { ChangeStore } from '../../changes.ts';
import type { Connection } from '../engine/connection.ts';
import { keepSinceCommit } from '../engine/since-commit.ts';
import { prepareSchedule } from '../newsroom/lift.ts';
import { publicState } from './public-tables.ts';

/** Asks the database again only after a commit, and lifts what has become due, as every read does. */
export function createPublicState(reader: Connection, lift: (now: Instant) => unknown): ChangeStore['state'] {
  const state = reader.db
    .select({ version: publicState.version, changedAt: publicState.changedAt })
    .from(publicState)
    .where(eq(publicState.id, 1))
    .prepare();
  const schedule = prepareSchedule(reader);
  const look = keepSinceCommit(reader, (): { state: PublicState; nextLift: Instant | null } => {
    const row = state.get();
    if (!row) throw new Error('the state of the public is missing');
    return { state: row, nextLift: schedule.next() };
  });

  return async ({ at }) => {
    const { nextLift, state: current } = look();
    if (nextLift === null || nextLift > at) return current;
    lift(at);
    return look().state;
  };
}
