import type { PublicOfficial } from '../domain/official.ts';
import type { NameQuery, Slice } from '../domain/query.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

export function listOfficials({ store }: Deps, query: NameQuery, audience: Audience): Promise<Slice<PublicOfficial>> {
  return store.officials.list(query, audience);
}
