import { Column, getTableColumns, type Placeholder, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Connection } from './connection.ts';
import { madeOnce } from './first-use.ts';

/**
 * A prepared insert of whole rows. The statement is Drizzle's; the driver carries it out, for Drizzle takes as long to
 * fill in the values as SQLite takes to write the row. The column `numbered` is left to SQLite, which counts it up, and so
 * are columns that it makes of others.
 */
export function prepareInsert<Table extends SQLiteTable, Numbered extends keyof Table['$inferInsert'] = never>(
  { client, db }: Connection,
  table: Table,
  numbered?: Numbered,
): (row: Omit<Required<Table['$inferInsert']>, Numbered>) => void {
  const columns = Object.entries(getTableColumns(table)).filter(
    ([name, { generated }]) => name !== numbered && !generated,
  );
  const placeholders: Record<string, Placeholder> = {};
  for (const [name] of columns) placeholders[name] = sql.placeholder(name);
  const statement = madeOnce(() => {
    // A placeholder for every column is a value for every column, which the generic type cannot see.
    const insert = db.insert(table).values(placeholders as SQLiteInsertValue<Table>);
    return client.prepare(insert.toSQL().sql);
  });
  const encoders = columns.map(([name, column]) => ({ name, encode: encoderOf(column) }));
  return (row: Readonly<Record<string, unknown>>) => {
    statement().run(
      ...encoders.map(({ name, encode }) => (encode && row[name] !== null ? encode(row[name]) : row[name])),
    );
  };
}

/** Undefined for a column whose values the driver takes as they are. */
function encoderOf(column: SQLiteColumn): ((value: unknown) => unknown) | undefined {
  const isPlain = column.mapToDriverValue === Column.prototype.mapToDriverValue;
  return isPlain ? undefined : (value) => column.mapToDriverValue(value);
}

/**
 * Statements that several parts of the store use, prepared for the first of them on each connection. Only for what keeps
 * nothing but statements.
 */
export function preparedOnce<Prepared>(prepare: (connection: Connection) => Prepared) {
  const prepared = new WeakMap<Connection['db'], { readonly value: Prepared }>();
  return (connection: Connection): Prepared => {
    const found = prepared.get(connection.db) ?? { value: prepare(connection) };
    prepared.set(connection.db, found);
    return found.value;
  };
}

/** Statements of one kind that are kept; readers choose the fields of an answer, so that there are more than fit. */
const MAX_SHAPES = 500;

/**
 * Statements that differ by their shape, each built once while it is used. A shape is plain data, its keys always in one
 * order. Of more shapes than are kept, the one that was built first goes.
 */
export function prepareByShape<Shape, Statement>(build: (shape: Shape) => Statement): (shape: Shape) => Statement {
  const built = new Map<string, Statement>();
  return (shape) => {
    const name = JSON.stringify(shape);
    let statement = built.get(name);
    if (statement === undefined) {
      const [oldest] = built.keys();
      if (built.size >= MAX_SHAPES && oldest !== undefined) built.delete(oldest);
      statement = build(shape);
      built.set(name, statement);
    }
    return statement;
  };
}
