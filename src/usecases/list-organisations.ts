import type { PublicOrganisation } from '../domain/official.ts';
import type { NameQuery, Slice } from '../domain/query.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

export function listOrganisations(
  { store }: Deps,
  query: NameQuery,
  audience: Audience,
): Promise<Slice<PublicOrganisation>> {
  return store.organisations.list(query, audience);
}
