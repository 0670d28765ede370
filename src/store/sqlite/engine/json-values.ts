import { type SQL, sql } from 'drizzle-orm';

/**
 * The values of a list that a parameter of a statement gives as JSON: one statement serves lists of any length, and SQLite
 * goes through them in their order.
 */
export function valuesIn(parameter: string): SQL {
  return sql`(select value from json_each(${sql.placeholder(parameter)}))`;
}
