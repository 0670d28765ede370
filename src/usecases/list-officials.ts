import type { PublicOfficial } from '../domain/official.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

export function listOfficials({ store }: Deps, page: PageQuery, audience: Audience): Promise<Slice<PublicOfficial>> {
  return store.officials.list(page, audience);
}
