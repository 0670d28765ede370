import { randomUUID } from 'node:crypto';
import { systemClock } from '../domain/time.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import type { Deps } from '../usecases/deps.ts';

/**
 * Opens what the use cases hold, on the engine of this installation: the one place that names it.
 * @throws Error with a sentence for the operator when the database cannot be used
 */
export function openDeps(database: string): Deps {
  const store = openSqliteStore({ path: database, newId: randomUUID });
  return { store, clock: systemClock, newId: randomUUID };
}

/** Runs something with an open store, and closes it whatever happens. */
export async function withDeps<Result>(database: string, run: (deps: Deps) => Promise<Result>): Promise<Result> {
  const deps = openDeps(database);
  try {
    return await run(deps);
  } finally {
    await deps.store.close();
  }
}
