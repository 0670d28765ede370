import Database from 'better-sqlite3';

/** A statement that was carried out, and on which connection. */
export interface Executed {
  readonly sql: string;
  readonly database: Database.Database;
  /** Whether it saw the same state as those before and behind it. */
  readonly isInTransaction: boolean;
}

/** What statements of connections that only read have answered, by their parameters. */
export type Answers = Map<unknown, Map<string, unknown>>;

const METHODS = ['all', 'get', 'iterate', 'run'] as const;

/**
 * Every statement that `run` carries out through the driver, in order. The driver's statements share one prototype, so
 * that those prepared long before are heard too.
 * @param answers are given again to whoever asks the same, which is right as long as nobody writes
 */
export async function statementsOf(run: () => Promise<unknown>, answers?: Answers): Promise<Executed[]> {
  const executed: Executed[] = [];
  const prototype = statementPrototype();
  const originals = METHODS.map((name) => [name, prototype[name]] as const);
  const replace = (name: string, value: unknown) =>
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  for (const [name, original] of originals) {
    replace(name, function (this: Database.Statement, ...parameters: unknown[]) {
      const { source: sql, database } = this;
      executed.push({ sql, database, isInTransaction: database.inTransaction });
      const answer = () => Reflect.apply(original, this, parameters);
      const isKept = answers && database.readonly && (name === 'all' || name === 'get');
      return isKept ? keptAnswer(answers, this, JSON.stringify([name, ...parameters]), answer) : answer();
    });
  }
  try {
    await run();
  } finally {
    for (const [name, original] of originals) replace(name, original);
  }
  return executed;
}

/** A copy each time, for readers turn a page round where it stands. */
function keptAnswer(answers: Answers, statement: Database.Statement, question: string, answer: () => unknown): unknown {
  const ofStatement = answers.get(statement) ?? new Map<string, unknown>();
  answers.set(statement, ofStatement);
  if (!ofStatement.has(question)) ofStatement.set(question, answer());
  return structuredClone(ofStatement.get(question));
}

function statementPrototype(): Database.Statement {
  const database = new Database(':memory:');
  const prototype: Database.Statement = Object.getPrototypeOf(database.prepare('select 1'));
  database.close();
  return prototype;
}
