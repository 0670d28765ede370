import { Problem } from '../domain/problem.ts';

/** @throws Problem `stale_edition` quoting both versions */
export function refuseStaleVersion(what: string, present: number, read: number): void {
  if (read === present) return;
  throw new Problem('stale_edition', `The ${what} has changed since you read it.`, {
    errors: [
      { parameter: 'If-Match', detail: `It names version "${read}".`, expected: `The present one: "${present}".` },
    ],
  });
}
