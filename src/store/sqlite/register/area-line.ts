import { sql } from 'drizzle-orm';
import type { Connection } from '../engine/connection.ts';
import { preparedOnce } from '../engine/prepared.ts';
import { areaNamed } from './area-words.ts';

/** Every word that means an area or one of those that it lies in, its slug among them; none for no area. */
export const prepareAreaLine = preparedOnce(prepareLine);

function prepareLine({ db }: Connection): (areaId: string | null) => string[] {
  const words = db
    .select({ word: sql<string>`words.word` })
    .from(
      sql`(
        with recursive line (id, key, parent_id) as (
          select id, key, parent_id from areas where id = ${sql.placeholder('areaId')}
          union select above.id, above.key, above.parent_id from areas above join line on above.id = line.parent_id
        )
        select id, key word from line
        union all select line.id, shown.slug from line cross join public_areas shown on shown.id = line.id and shown.slug <> line.key
        union all select line.id, other.key from line cross join other_names other on other.owner_id = line.id and +other.kind = 'area'
      ) words`,
    )
    .where(sql.raw(`words.id = ${areaNamed('words.word')}`))
    .prepare();
  return (areaId) => (areaId === null ? [] : words.all({ areaId }).map(({ word }) => word));
}
