import { getTableColumns, type Placeholder, sql } from 'drizzle-orm';
import type { SQLiteInsertValue, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Connection } from './connection.ts';

/**
 * A prepared insert of whole rows: building the statement costs ten times what running it does. The column `numbered`
 * is left to SQLite, which counts it up.
 */
export function prepareInsert<Table extends SQLiteTable, Numbered extends keyof Table['$inferInsert'] = never>(
  { db }: Connection,
  table: Table,
  numbered?: Numbered,
): (row: Omit<Required<Table['$inferInsert']>, Numbered>) => void {
  const placeholders: Record<string, Placeholder> = {};
  for (const name of Object.keys(getTableColumns(table))) {
    if (name !== numbered) placeholders[name] = sql.placeholder(name);
  }
  // A placeholder for every column is a value for every column, which the generic type cannot see.
  const statement = db
    .insert(table)
    .values(placeholders as SQLiteInsertValue<Table>)
    .prepare();
  return (row) => {
    statement.run(row);
  };
}

/** Statements that differ by their shape, each built once. A shape is plain data, its keys always in one order. */
export function prepareByShape<Shape, Statement>(build: (shape: Shape) => Statement): (shape: Shape) => Statement {
  const built = new Map<string, Statement>();
  return (shape) => {
    const name = JSON.stringify(shape);
    let statement = built.get(name);
    if (statement === undefined) {
      statement = build(shape);
      built.set(name, statement);
    }
    return statement;
  };
}
