import { type Actor, ANONYMOUS } from '../domain/actor.ts';
import { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/time.ts';
import type { Deps } from '../usecases/deps.ts';
import { authenticateKey } from '../usecases/keys.ts';

/** RFC 6750, section 2.1; the name of the scheme in any case (RFC 9110, section 11.1). */
const BEARER = /^Bearer +([^ ]+)$/i;

/**
 * Who is asking. No `Authorization` header is anybody; one that is not a valid key is refused, never anybody.
 * @throws Problem `unauthorized`
 */
export async function authenticate(deps: Deps, authorization: string | undefined, now: Instant): Promise<Actor> {
  if (authorization === undefined) return ANONYMOUS;
  const token = BEARER.exec(authorization)?.[1];
  const actor = token === undefined ? undefined : await authenticateKey(deps, token, now);
  if (!actor) throw new Problem('unauthorized', 'The Authorization header does not carry a valid key.');
  return actor;
}
