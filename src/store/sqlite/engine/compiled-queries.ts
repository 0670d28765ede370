import type Database from 'better-sqlite3';
import { Column, getTableName, is, noopDecoder, Param, Placeholder, type Query, SQL } from 'drizzle-orm';
import { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import {
  type PreparedQueryConfig,
  SQLitePreparedQuery,
  SQLiteSession,
  SQLiteSyncDialect,
} from 'drizzle-orm/sqlite-core';
import { madeOnce } from './first-use.ts';

/**
 * Drizzle over one connection, as its own `drizzle(client)` makes it but for two things. What it finds out about the
 * parameters and columns of a statement anew at every call, and for every value of every row, is found out once: that
 * was half of what a list or an import cost. And a statement is put together, written out and prepared by SQLite when it
 * is first used: of some six hundred most processes use few, and the first write of an article two dozen out of two hundred.
 */
export function openDrizzle(client: Database.Database): BetterSQLite3Database {
  return new BetterSQLite3Database('sync', DIALECT, new CompilingSession(client, DIALECT), undefined);
}

class LateDialect extends SQLiteSyncDialect {
  override buildSelectQuery(...given: Parameters<SQLiteSyncDialect['buildSelectQuery']>): SQL {
    return builtLate(() => super.buildSelectQuery(...given));
  }

  override buildUpdateQuery(...given: Parameters<SQLiteSyncDialect['buildUpdateQuery']>): SQL {
    return builtLate(() => super.buildUpdateQuery(...given));
  }

  override sqlToQuery(...statement: Parameters<SQLiteSyncDialect['sqlToQuery']>) {
    const query = madeOnce(() => super.sqlToQuery(...statement));
    return {
      get sql() {
        return query().sql;
      },
      get params() {
        return query().params;
      },
    };
  }
}

/** SQL that is put together when it is written out. */
function builtLate(build: () => SQL): SQL {
  return new SQL([{ getSQL: build, shouldOmitSQLParens: () => true }]);
}

/** It keeps nothing but the names of columns. */
const DIALECT = new LateDialect();

type NoTables = Record<string, never>;
type Prepare = SQLiteSession<'sync', Database.RunResult, NoTables, NoTables>['prepareQuery'];
type Fields = NonNullable<Parameters<Prepare>[1]>;
type Values = Readonly<Record<string, unknown>>;
type Config = PreparedQueryConfig & { readonly type: 'sync'; readonly run: Database.RunResult };

interface Prepared {
  readonly statement: Database.Statement<unknown[]>;
  readonly fill: (values: Values) => unknown[];
}

class CompilingSession extends SQLiteSession<'sync', Database.RunResult, NoTables, NoTables> {
  readonly #client: Database.Database;

  constructor(client: Database.Database, dialect: SQLiteSyncDialect) {
    super(dialect);
    this.#client = client;
  }

  override prepareQuery(...[query, fields, method, , toResult]: Parameters<Prepare>): CompiledQuery {
    if (toResult) throw new Error('relational queries are not used here');
    return new CompiledQuery(this.#client, query, fields, method);
  }

  override transaction(): never {
    throw new Error('transactions belong to the connection');
  }
}

/**
 * Where the planner may look at the value of a parameter, a statement is planned anew each time that it is run with
 * another: half of what a list cost. Behind a plus it sees none, so a plan stays what it is and is the one that the
 * tests of the plans have seen.
 */
function plannedOnce(text: string): string {
  return text.replaceAll(/(?<=[ (,=<>])\?/g, '+?');
}

class CompiledQuery extends SQLitePreparedQuery<Config> {
  /** Which joined tables always have a row. Drizzle's builder sets it when the query is made. */
  declare readonly joinsNotNullableMap: Readonly<Record<string, boolean>> | undefined;
  readonly #client: Database.Database;
  readonly #query: Query;
  readonly #fields: Fields | undefined;
  #prepared: Prepared | undefined;
  #toRow: ((found: unknown) => unknown) | undefined;

  constructor(
    client: Database.Database,
    query: Query,
    fields: Fields | undefined,
    method: ConstructorParameters<typeof SQLitePreparedQuery>[1],
  ) {
    super('sync', method, query);
    this.#client = client;
    this.#query = query;
    this.#fields = fields;
  }

  override run(values: Values = {}): Database.RunResult {
    const { statement, fill } = this.#prepared ?? this.#prepare();
    return statement.run(...fill(values));
  }

  override get(values: Values = {}): unknown {
    const { statement, fill } = this.#prepared ?? this.#prepare();
    const found = statement.get(...fill(values));
    return found === undefined || !this.#fields ? found : this.#mapper(this.#fields)(found);
  }

  override all(values: Values = {}): unknown {
    const { statement, fill } = this.#prepared ?? this.#prepare();
    const found = statement.all(...fill(values));
    if (!this.#fields) return found;
    const toRow = this.#mapper(this.#fields);
    return found.map(toRow);
  }

  /** Of a statement with one column that is left as the driver gives it. */
  plucked(values: Values): unknown[] {
    const { statement, fill } = this.#prepared ?? this.#prepare();
    return statement.all(...fill(values));
  }

  override values(): never {
    throw new Error('rows without names are not used here');
  }

  #prepare(): Prepared {
    const statement = this.#client.prepare<unknown[]>(plannedOnce(this.#query.sql));
    // A row of one value would cost the driver a call for its array.
    if (this.#fields && isSingle(this.#fields)) statement.pluck(true);
    else if (this.#fields) statement.raw(true);
    this.#prepared = { statement, fill: compileParameters(this.#query.params) };
    return this.#prepared;
  }

  #mapper(fields: Fields): (found: unknown) => unknown {
    if (!this.#toRow) {
      const build = isSingle(fields) ? undefined : compileRow(fields, this.joinsNotNullableMap ?? {});
      this.#toRow = build ? (found) => build(columnsOf(found)) : compileSingle(fields);
    }
    return this.#toRow;
  }
}

/** What a statement with one column finds, without a row around each value. */
export function valuesOf<Row extends object>(statement: { all(values: Values): Row[] }) {
  if (!(statement instanceof CompiledQuery))
    throw new Error('only a statement that is prepared here knows its columns');
  return (values: Values) => statement.plucked(values) as Row[keyof Row][];
}

function isSingle(fields: Fields): boolean {
  return fields.length === 1 && fields[0]?.path.length === 1;
}

function columnsOf(row: unknown): readonly unknown[] {
  if (!Array.isArray(row)) throw new Error('the driver gives rows as arrays');
  return row;
}

/** @throws Error when a value is missing */
function compileParameters(parameters: readonly unknown[]): (values: Values) => unknown[] {
  const fills = parameters.map((parameter) => {
    const isEncoded = is(parameter, Param) && is(parameter.value, Placeholder);
    const placeholder = isEncoded ? parameter.value : parameter;
    if (!is(placeholder, Placeholder)) return () => parameter;
    const { name } = placeholder;
    const read = (values: Values): unknown => {
      const value = values[name];
      if (value === undefined && !(name in values)) throw new Error(`the parameter ${name} has no value`);
      return value;
    };
    return isEncoded ? (values: Values) => parameter.encoder.mapToDriverValue(read(values)) : read;
  });
  return (values) => fills.map((fill) => fill(values));
}

type Decode = (value: unknown) => unknown;
type Plain = Record<string, unknown>;

/** One column of the statement and where it goes. */
interface Leaf {
  readonly name: string;
  readonly index: number;
  /** Undefined where the value is left as the driver gives it. */
  readonly decode: Decode | undefined;
}

/** An object of columns, by the name that it has in the row. */
interface Group {
  readonly name: string;
  readonly build: (columns: readonly unknown[]) => Plain;
  /** The column that is null when a left join has found nothing; then the object is null. */
  readonly absence: number | undefined;
}

function compileRow(fields: Fields, always: Readonly<Record<string, boolean>>): (columns: readonly unknown[]) => Plain {
  const placed = fields.map(({ path, field }, index) => ({ path, field, index }));
  if (placed.some(({ path }) => path.length > 2)) throw new Error('rows hold objects of columns, not deeper ones');
  const top = placed.filter(({ path }) => path.length === 1);
  const names = [...new Set(placed.filter(({ path }) => path.length === 2).map(({ path }) => path[0] ?? ''))];
  const groups = names.map((name): Group => {
    const members = placed.filter(({ path }) => path.length === 2 && path[0] === name);
    return { name, build: compileObject(members), absence: absenceOf(members, always) };
  });
  const build = compileObject(top);
  if (groups.length === 0) return build;
  return (columns) => {
    const row = build(columns);
    for (const group of groups) {
      const isAbsent = group.absence !== undefined && columns[group.absence] === null;
      row[group.name] = isAbsent ? null : group.build(columns);
    }
    return row;
  };
}

/** Of a statement with one column, whose rows the driver gives as values. */
function compileSingle(fields: Fields): (value: unknown) => Plain {
  const [leaf] = fields.map(({ path, field }) => ({ name: path[0] ?? '', decode: decoderOf(field) }));
  if (!leaf) throw new Error('a statement without columns');
  const { name, decode } = leaf;
  return (value) => ({ [name]: decode === undefined || value === null ? value : decode(value) });
}

type Placed = Fields[number] & { readonly index: number };

function compileObject(placed: readonly Placed[]): (columns: readonly unknown[]) => Plain {
  const leaves = placed.map(
    ({ path, field, index }): Leaf => ({ name: path.at(-1) ?? '', index, decode: decoderOf(field) }),
  );
  // Copied for each row, so that all rows are of one shape from the start.
  const empty: Plain = Object.fromEntries(leaves.map(({ name }) => [name, null]));
  return (columns) => {
    const object = { ...empty };
    for (const { name, index, decode } of leaves) {
      const value = columns[index];
      object[name] = decode === undefined || value === null ? value : decode(value);
    }
    return object;
  };
}

/** As Drizzle has it: the first column decides, when all are of one table that need not have a row. */
function absenceOf(placed: readonly Placed[], always: Readonly<Record<string, boolean>>): number | undefined {
  const columns = placed.flatMap(({ field, index }) =>
    is(field, Column) ? [{ table: getTableName(field.table), index }] : [],
  );
  const [first, ...others] = columns;
  if (!first || always[first.table] || others.some(({ table }) => table !== first.table)) return undefined;
  return first.index;
}

function decoderOf(field: Fields[number]['field']): Decode | undefined {
  const column = is(field, Column) ? field : decodingColumn(field);
  const isPlain = column?.mapFromDriverValue === Column.prototype.mapFromDriverValue;
  return column === undefined || isPlain ? undefined : (value) => column.mapFromDriverValue(value);
}

/** The column as whose values those of an expression are read; without one they stay as the driver gives them. */
function decodingColumn(field: Fields[number]['field']): Column | undefined {
  const expression: unknown = is(field, SQL) ? field : Reflect.get(field, 'sql');
  const decoder: unknown = is(expression, SQL) ? Reflect.get(expression, 'decoder') : undefined;
  if (is(decoder, Column)) return decoder;
  if (decoder !== noopDecoder) throw new Error('what is not a column is left as the driver gives it');
  return undefined;
}
