import type { PublicOfficialWithHistory } from '../domain/official.ts';
import { Problem } from '../domain/problem.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

/** @throws Problem `not_found`, the same for what never was and for what this audience may not see */
export async function readOfficial(
  { store }: Deps,
  slug: string,
  audience: Audience,
): Promise<PublicOfficialWithHistory> {
  const found = await store.officials.find(slug, audience);
  if (!found) throw new Problem('not_found', 'There is no official here.');
  return found;
}
