import Database from 'better-sqlite3';

/** A statement that was carried out, and on which connection. */
export interface Executed {
  readonly sql: string;
  readonly database: Database.Database;
  /** Whether it saw the same state as those before and behind it. */
  readonly isInTransaction: boolean;
}

const METHODS = ['all', 'get', 'iterate', 'run'] as const;

/**
 * Every statement that `run` carries out through the driver, in order. The driver's statements share one prototype, so
 * that those prepared long before are heard too.
 */
export async function statementsOf(run: () => Promise<unknown>): Promise<Executed[]> {
  const executed: Executed[] = [];
  const prototype = statementPrototype();
  const originals = METHODS.map((name) => [name, prototype[name]] as const);
  const replace = (name: string, value: unknown) =>
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  for (const [name, original] of originals) {
    replace(name, function (this: Database.Statement, ...parameters: unknown[]) {
      const { source: sql, database } = this;
      executed.push({ sql, database, isInTransaction: database.inTransaction });
      return Reflect.apply(original, this, parameters);
    });
  }
  try {
    await run();
  } finally {
    for (const [name, original] of originals) replace(name, original);
  }
  return executed;
}

function statementPrototype(): Database.Statement {
  const database = new Database(':memory:');
  const prototype: Database.Statement = Object.getPrototypeOf(database.prepare('select 1'));
  database.close();
  return prototype;
}
