import type { Instant } from '../../domain/time.ts';
import { type Authentication, authenticateKey } from '../../usecases/authenticate-key.ts';
import type { Deps } from '../../usecases/deps.ts';

/** RFC 6750, section 2.1; the name of the scheme in any case (RFC 9110, section 11.1). */
const BEARER = /^Bearer +([^ ]+)$/i;

/** Whose key an `Authorization` header carries; one that is no key at all is like one that opens nothing. */
export async function authenticate(deps: Deps, authorization: string, now: Instant): Promise<Authentication> {
  const token = BEARER.exec(authorization)?.[1];
  return token === undefined ? {} : authenticateKey(deps, token, now);
}
