import { sql } from 'drizzle-orm';
import type { Connection } from '../engine/connection.ts';
import { areas } from './register-tables.ts';

/** Keys of an area and of all that it lies in; none for no area. */
export function prepareAreaLine({ db }: Pick<Connection, 'db'>): (areaId: string | null) => string[] {
  const line = db
    .select({ key: areas.key })
    .from(areas)
    .where(
      sql`${areas.id} in (
        with recursive line (id, parent_id) as (
          select id, parent_id from areas where id = ${sql.placeholder('areaId')}
          union select above.id, above.parent_id from areas above join line on above.id = line.parent_id
        ) select id from line)`,
    )
    .prepare();
  return (areaId) => (areaId === null ? [] : line.all({ areaId }).map(({ key }) => key));
}
