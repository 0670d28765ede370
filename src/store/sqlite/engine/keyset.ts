import { asc, desc, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { foreignCursor, numberOfKey, type PageQuery, type Position, type Slice } from '../../../domain/query.ts';
import type { Connection } from './connection.ts';
import { prepareByShape } from './prepared.ts';

/**
 * A total order of rows: its last key is unique, and all keys run in one direction, so that one comparison of row
 * values finds the place where a page starts and an index can serve it.
 */
export interface Order {
  readonly keys: readonly { readonly of: SQLWrapper; readonly type: 'text' | 'integer' }[];
  readonly direction: 'asc' | 'desc';
}

/** The order in which the rows of a table were made; `creationOf` gives their keys. */
export function byCreation(
  { createdAt, id }: { readonly createdAt: SQLWrapper; readonly id: SQLWrapper },
  direction: Order['direction'] = 'asc',
): Order {
  return {
    keys: [
      { of: createdAt, type: 'text' },
      { of: id, type: 'text' },
    ],
    direction,
  };
}

export function creationOf({ createdAt, id }: { readonly createdAt: string; readonly id: string }): string[] {
  return [createdAt, id];
}

type Direction = Position['direction'];

/** What a page changes in the statement that reads it. */
export interface PageShape {
  readonly towards: Direction;
  /** Whether it starts behind a position, and not at an end of the list. */
  readonly positioned: boolean;
}

export function pageShape({ position }: Pick<PageQuery, 'position'>): PageShape {
  return { towards: position?.direction ?? 'next', positioned: position !== null };
}

/** The rows behind a position, whose keys are the parameters `key0`, `key1`… of the statement; undefined for all rows. */
export function behind({ keys, direction }: Order, { towards, positioned }: PageShape): SQL | undefined {
  if (!positioned) return undefined;
  const columns = sql.join(
    keys.map(({ of }) => of.getSQL()),
    sql`, `,
  );
  const values = sql.join(
    keys.map((_, at) => sql`${sql.placeholder(`key${at}`)}`),
    sql`, `,
  );
  return (direction === 'asc') === (towards === 'next')
    ? sql`(${columns}) > (${values})`
    : sql`(${columns}) < (${values})`;
}

/** The order in which a page is read. */
export function inOrder({ keys, direction }: Order, { towards }: Pick<PageShape, 'towards'>): SQL[] {
  const sort = (direction === 'asc') === (towards === 'next') ? asc : desc;
  return keys.map(({ of }) => sort(of));
}

/** The parameters that `behind` wants. @throws Problem `invalid_parameter` when the position belongs to another order */
export function positionParameters({ keys }: Order, position: Position | null): Record<string, string | number> {
  return Object.fromEntries(
    keysAt(position, keys.length).map((key, at) => [`key${at}`, keys[at]?.type === 'integer' ? numberOfKey(key) : key]),
  );
}

/**
 * The keys of a position in an order of so many, none at an end of the list. Cursors are no secret: whoever reads how they
 * are written can write one with other keys.
 * @throws Problem `invalid_parameter` when the position belongs to another order
 */
export function keysAt(position: Position | null, count: number): readonly string[] {
  if (position === null) return [];
  if (position.keys.length !== count) throw foreignCursor();
  return position.keys;
}

/** Makes a page of the rows that were read in its direction, one more than its limit where there are more. */
export function sliceOf<Row>(
  read: readonly Row[],
  { limit, position, offset = 0 }: PageQuery,
  keysOf: (row: Row) => readonly string[],
): Slice<Row> {
  const towards = position?.direction ?? 'next';
  const kept = read.slice(0, limit);
  const rows = towards === 'next' ? kept : kept.toReversed();
  const first = rows[0];
  const last = rows.at(-1);
  const goesOn = read.length > limit;
  const hasNext = towards === 'prev' || goesOn;
  const hasPrev = towards === 'prev' ? goesOn : position !== null || offset > 0;
  return {
    rows,
    next: hasNext && last !== undefined ? { direction: 'next', keys: keysOf(last) } : null,
    prev: hasPrev && first !== undefined ? { direction: 'prev', keys: keysOf(first) } : null,
  };
}

/** The parameters `limit` and `offset` of a page. */
export function pageParameters({ limit, offset = 0 }: PageQuery): Record<'limit' | 'offset', number> {
  return { limit: limit + 1, offset };
}

/** A page of a list with nothing in it. */
export function emptySlice<Row>({ count }: PageQuery): Slice<Row> {
  return { rows: [], next: null, prev: null, ...(count && { total: 0 }) };
}

/**
 * A list of one kind: `prepare` gets the condition and the order of a page, and takes its parameters by the names that
 * `pageParameters` gives them, and whatever else its statement wants. `count` says how many rows there are, where readers
 * may ask for that.
 */
export function prepareList<Row>(
  order: Order,
  prepare: (condition: SQL | undefined, order: SQL[]) => { all(parameters: Record<string, unknown>): Row[] },
  keysOf: (row: Row) => readonly string[],
  count?: { get(parameters: Record<string, unknown>): { readonly rows: number } | undefined },
): (query: PageQuery, parameters?: Readonly<Record<string, unknown>>) => Slice<Row> {
  const statementOf = prepareByShape((shape: PageShape) => prepare(behind(order, shape), inOrder(order, shape)));
  return (query, parameters = {}) => {
    const read = statementOf(pageShape(query)).all({
      ...parameters,
      ...positionParameters(order, query.position),
      ...pageParameters(query),
    });
    const total = query.count ? count?.get(parameters)?.rows : undefined;
    return { ...sliceOf(read, query, keysOf), ...(total !== undefined && { total }) };
  };
}

/** Counts the rows of a table, all or those of which something holds. */
export function prepareCount({ db }: Connection, table: SQLiteTable, condition?: SQL) {
  return db.select({ rows: sql<number>`count(*)` }).from(table).where(condition).prepare();
}
