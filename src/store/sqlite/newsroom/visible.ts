import { type SQL, sql } from 'drizzle-orm';
import type { PublicState } from '../../../domain/change.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Audience } from '../../../domain/visibility.ts';
import type { Connection } from '../engine/connection.ts';
import { areasNamedIn } from '../register/area-words.ts';
import { articles } from './tables.ts';

/**
 * The visibility rule of the engine, the twin of domain/visibility.ts: the public tables hold what is public, and an
 * edition that has reached its instant is brought there before anybody reads. So the rule hangs on the clock, whether
 * or not a job has run. The reader carries out a read of public tables as one snapshot.
 */
export type VisibleReader = <Result>(audience: Audience, read: (state: PublicState) => Result) => Result;

/** How things stand with the public, and when they will be otherwise although nothing is written. */
export type Standing = () => { readonly state: PublicState; readonly nextLift: Instant | null };

export function createVisibleReader(
  reader: Connection,
  standing: Standing,
  lift: (now: Instant) => unknown,
): VisibleReader {
  const begin = reader.client.prepare('begin');
  const end = reader.client.prepare('commit');

  return ({ at }, read) => {
    begin.run();
    try {
      const { state, nextLift } = standing();
      if (nextLift === null || nextLift > at) return read(state);
      end.run();
      lift(at);
      begin.run();
      return read(standing().state);
    } finally {
      // An error of the disk ends the transaction by itself.
      if (reader.client.inTransaction) end.run();
    }
  };
}

/** Whether an audience of the newsroom may see an article that there is. */
export function prepareIsVisible({ db }: Connection): (id: string, audience: Audience) => boolean {
  const visible = db
    .select({ id: articles.id })
    .from(articles)
    .where(sql`${articles.id} = ${sql.placeholder('id')} and ${visibleTo()}`)
    .prepare();
  return (id, audience) => {
    if (audience.sees !== 'newsroom') return false;
    const isUnlimited = audience.onlyBy === null && audience.onlyIn === null;
    return isUnlimited || visible.get({ id, ...audienceParameters(audience) }) !== undefined;
  };
}

/** Restricts rows of `articles` to what an audience of the newsroom may see, by the parameters of `audienceParameters`. */
export function visibleTo(): SQL {
  return sql`(${sql.placeholder('onlyBy')} is null or articles.created_by = ${sql.placeholder('onlyBy')})
    and (${sql.placeholder('onlyIn')} is null or ${isInAreas('onlyIn')})`;
}

/** Restricts rows of `articles` to those in the areas that a parameter names as a list in JSON, and below them. */
export function isInAreas(parameter: string): SQL {
  return sql`articles.area_id in (
    with recursive below (id) as (
      select id from areas where id in ${areasNamedIn(parameter)}
      union select areas.id from areas join below on areas.parent_id = below.id
    ) select id from below)`;
}

export function audienceParameters({ onlyBy, onlyIn }: Audience): { onlyBy: string | null; onlyIn: string | null } {
  return { onlyBy, onlyIn: onlyIn && JSON.stringify(onlyIn) };
}
