import type { Instant } from '../../domain/time.ts';
import { type Authentication, authenticateKey } from '../../usecases/authenticate-key.ts';
import type { Deps } from '../../usecases/deps.ts';

/** RFC 6750, section 2.1; the name of the scheme in any case (RFC 9110, section 11.1). */
const BEARER = /^Bearer +([^ ]+)$/i;

/** The key that an `Authorization` header carries, however its scheme is written. */
export function bearerOf(authorization: string): string | undefined {
  return BEARER.exec(authorization)?.[1];
}

/** Whose key an `Authorization` header carries; one that is no key at all is like one that opens nothing. */
export async function authenticate(deps: Deps, authorization: string, now: Instant): Promise<Authentication> {
  const token = bearerOf(authorization);
  return token === undefined ? {} : authenticateKey(deps, token, now);
}
