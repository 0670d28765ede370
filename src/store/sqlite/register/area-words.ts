import { type SQL, sql } from 'drizzle-orm';

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
