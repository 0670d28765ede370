import type { Connection } from '../engine/connection.ts';

/**
 * Says which of these areas have a GSS code that another one has too: it names one place. Must be asked of those that
 * have come to theirs, since such as share one from before may stay, and when all are in place, since one may have given
 * its code to another.
 */
export function prepareSharedCode({ client }: Connection): (ids: readonly string[]) => string | undefined {
  const shared = client.prepare<[string], { code: string; name: string; other: string }>(
    `select one.gss as code, one.name, other.name as other
      from json_each(+?) wanted cross join areas one on one.id = wanted.value
      join areas other on other.gss = one.gss and other.id <> one.id limit 1`,
  );
  return (ids) => {
    const found = shared.get(JSON.stringify(ids));
    return found && `${found.name} cannot have the GSS code ${found.code}: ${found.other} has it.`;
  };
}
