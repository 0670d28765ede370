import { eq } from 'drizzle-orm';
import type { PublicState } from '../../../domain/change.ts';
import type { Instant } from '../../../domain/time.ts';
import type { ChangeStore } from '../../changes.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareSchedule } from '../newsroom/lift.ts';
import { publicState } from './public-tables.ts';

interface Seen {
  readonly dataVersion: unknown;
  readonly state: PublicState;
  readonly nextLift: Instant | null;
}

/**
 * Asks the database again only where any connection of any process has committed something since, which SQLite tells by
 * one number; and lifts what has become due, as every read does.
 */
export function createPublicState(reader: Connection, lift: (now: Instant) => unknown): ChangeStore['state'] {
  const dataVersion = reader.client.prepare('pragma data_version').pluck();
  const state = reader.db
    .select({ version: publicState.version, changedAt: publicState.changedAt })
    .from(publicState)
    .where(eq(publicState.id, 1))
    .prepare();
  const schedule = prepareSchedule(reader);
  let seen: Seen = { dataVersion: undefined, state: { version: 0, changedAt: null }, nextLift: null };

  const look = (): Seen => {
    // Asked first: what is committed in between is seen now and asked for once more.
    const found = dataVersion.get();
    if (found !== seen.dataVersion) {
      const row = state.get();
      if (!row) throw new Error('the state of the public is missing');
      seen = { dataVersion: found, state: row, nextLift: schedule.next() };
    }
    return seen;
  };

  return async ({ at }) => {
    const { nextLift, state: current } = look();
    if (nextLift === null || nextLift > at) return current;
    lift(at);
    return look().state;
  };
}
