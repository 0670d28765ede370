import { and, type SQL, sql } from 'drizzle-orm';
import type { PageQuery, Slice } from '../../../domain/query.ts';
import type { Audience } from '../../../domain/visibility.ts';
import { behind, type Direction, inOrder, type Order, positionParameters, sliceOf } from '../engine/keyset.ts';
import { prepareByShape } from '../engine/prepared.ts';
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
  const statementOf = prepareByShape(({ towards, positioned }: { towards: Direction; positioned: boolean }) =>
    prepare(and(mayBeSeen, positioned ? behind(order, towards) : undefined), inOrder(order, towards)),
  );
  return async (article, query, audience) => {
    const { position, limit } = query;
    const statement = statementOf({ towards: position?.direction ?? 'next', positioned: position !== null });
    const parameters = { article, ...audienceParameters(audience), ...positionParameters(order, position) };
    const read = () => (audience.sees === 'newsroom' ? statement.all({ ...parameters, limit: limit + 1 }) : []);
    return sliceOf(visible(audience, read), query, keysOf);
  };
}
