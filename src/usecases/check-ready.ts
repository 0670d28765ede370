import { Problem } from '../domain/problem.ts';
import type { Deps } from './deps.ts';

const RETRY_AFTER_SECONDS = 5;

/** @throws Problem `unavailable` when the store cannot be read or written; what stands in the way is its cause */
export async function checkReady({ store }: Deps): Promise<void> {
  try {
    await store.ready();
  } catch (cause) {
    throw new Problem('unavailable', 'The server cannot reach its data.', {
      cause,
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    });
  }
}
