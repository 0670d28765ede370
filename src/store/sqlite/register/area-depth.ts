import type { Connection } from '../engine/connection.ts';

/** How deep areas lie in each other along an area: it, all that it lies in, and what lies deepest in it. */
export function prepareAreaDepth({ client }: Connection): (id: string) => number {
  const depth = client
    .prepare<[{ id: string }], number>(
      `with recursive
        above(id) as (select +:id union all
          select area.parent_id from above join areas area on area.id = above.id where area.parent_id is not null),
        below(id, level) as (select +:id, 0 union all
          select area.id, below.level + 1 from below join areas area on area.parent_id = below.id)
      select (select count(*) from above) + (select max(level) from below)`,
    )
    .pluck();
  return (id) => depth.get({ id }) ?? 0;
}
