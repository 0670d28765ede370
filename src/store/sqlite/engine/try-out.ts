import type { Connection } from './connection.ts';

/** Does something in a transaction, or in a part of the one that runs, and keeps nothing of it but its result. */
export function tryOut<Result>({ client }: Connection, run: () => Result): Result {
  const results: Result[] = [];
  const undo = new Error('what is tried out is not kept');
  const trial = client.transaction(() => {
    results.push(run());
    throw undo;
  });
  try {
    trial.immediate();
  } catch (error) {
    if (error !== undo) throw error;
  }
  for (const result of results) return result;
  throw undo;
}
