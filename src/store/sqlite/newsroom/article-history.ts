import { and, type SQL, sql } from 'drizzle-orm';
import type { PageQuery, Slice } from '../../../domain/query.ts';
import type { Audience } from '../../../domain/visibility.ts';
import { emptySlice, type Order, prepareList } from '../engine/keyset.ts';
import { articles } from './tables.ts';
import { audienceParameters, type VisibleReader, visibleTo } from './visible.ts';

/**
 * A list of what belongs to one article, for those of the newsroom who may see it; for others there is nothing. `prepare`
 * gets the condition, on a statement that reads `articles`, and the order of a page; `limit` is its parameter.
 */
export function prepareArticleHistory<Row>(
  visible: VisibleReader,
  order: Order,
  prepare: (condition: SQL | undefined, order: SQL[]) => { all(parameters: Record<string, unknown>): Row[] },
  keysOf: (row: Row) => readonly string[],
): (article: string, query: PageQuery, audience: Audience) => Promise<Slice<Row>> {
  const mayBeSeen = sql`${articles.id} = ${sql.placeholder('article')} and ${visibleTo()}`;
  const list = prepareList(order, (condition, ordered) => prepare(and(mayBeSeen, condition), ordered), keysOf);
  return async (article, query, audience) =>
    visible(audience, () =>
      audience.sees === 'newsroom' ? list(query, { article, ...audienceParameters(audience) }) : emptySlice(query),
    );
}
