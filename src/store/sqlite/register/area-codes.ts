import { Problem } from '../../../domain/problem.ts';
import type { Connection } from '../engine/connection.ts';

/**
 * Refuses areas that have come to a GSS code which another one has too: it names one place. Such as stand there from
 * before may stay. Must be asked when all are in place, since one may have given its code to another.
 * @throws Problem `conflict`
 */
export function prepareRefuseSharedCode({ client }: Connection): (ids: readonly string[]) => void {
  const shared = client.prepare<[string], { code: string; name: string; other: string }>(
    `select one.gss as code, one.name, other.name as other
      from json_each(+?) wanted cross join areas one on one.id = wanted.value
      join areas other on other.gss = one.gss and other.id <> one.id limit 1`,
  );
  return (ids) => {
    const found = shared.get(JSON.stringify(ids));
    if (!found) return;
    throw new Problem('conflict', `${found.name} cannot have the GSS code ${found.code}: ${found.other} has it.`, {
      errors: [
        { pointer: '/gss', detail: 'Another area has this code.', expected: 'A code that no other area has, or null.' },
      ],
    });
  };
}
