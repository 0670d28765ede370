import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/**
 * In SQL, the id of the area that a word means: the one that readers know by it, else the one that the register knows by
 * it. So a slug that somebody wrote down means the same area before it is public and after.
 */
export function areaNamed(word: string): string {
  return `coalesce(
    (select shown.id from public_areas shown where shown.slug = ${word}),
    (select known.id from areas known where known.key = ${word}),
    (select other.owner_id from other_names other where other.kind = 'area' and other.key = ${word}))`;
}

/** The ids of the areas that a parameter of a statement names as a list in JSON. */
export function areasNamedIn(parameter: string): SQL {
  return sql`(select ${sql.raw(areaNamed('json_each.value'))} from json_each(${sql.placeholder(parameter)}))`;
}

/**
 * The words of a column, a list in JSON, as their areas are called today: as readers know them, else by the present name in
 * the register, each area once. A word that means no area stays.
 */
export function wordsOfToday<Words extends SQLiteColumn>(column: Words) {
  return sql`case ${column} when '[]' then '[]' else (
    select json_group_array(word) from (
      select coalesce(
        (select shown.slug from public_areas shown where shown.id = named.id),
        (select other.key from other_names other
          where other.owner_id = named.id and +other.kind = 'area' and other.name = named.name),
        named.key, said.value
      ) word
      from json_each(${column}) said
      left join areas named on named.id = ${sql.raw(areaNamed('said.value'))}
      group by 1 order by min(said.key)
    )
  ) end`.mapWith(column);
}
