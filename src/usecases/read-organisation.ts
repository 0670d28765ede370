import type { PublicOrganisation } from '../domain/official.ts';
import { Problem } from '../domain/problem.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

/** @throws Problem `not_found`, the same for what never was and for what this audience may not see */
export async function readOrganisation({ store }: Deps, slug: string, audience: Audience): Promise<PublicOrganisation> {
  const found = await store.organisations.find(slug, audience);
  if (!found) throw new Problem('not_found', 'There is no organisation here.');
  return found;
}
