import { randomUUID } from 'node:crypto';
import { systemClock } from '../domain/time.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import type { Deps } from '../usecases/deps.ts';

/**
 * Runs something with all that the use cases hold, and closes the store whatever happens. The one place that names the
 * engine of this installation.
 * @throws Error with a sentence for the operator when the database cannot be used
 */
export async function withDeps<Result>(database: string, run: (deps: Deps) => Promise<Result>): Promise<Result> {
  const store = openSqliteStore({ path: database, newId: randomUUID });
  try {
    return await run({ store, clock: systemClock, newId: randomUUID });
  } finally {
    await store.close();
  }
}
