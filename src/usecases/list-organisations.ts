import type { PublicOrganisation } from '../domain/official.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

export function listOrganisations(
  { store }: Deps,
  page: PageQuery,
  audience: Audience,
): Promise<Slice<PublicOrganisation>> {
  return store.organisations.list(page, audience);
}
