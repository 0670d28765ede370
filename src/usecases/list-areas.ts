import type { PublicArea } from '../domain/area.ts';
import type { PageQuery, Slice } from '../domain/query.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

export function listAreas({ store }: Deps, page: PageQuery, audience: Audience): Promise<Slice<PublicArea>> {
  return store.areas.list(page, audience);
}
