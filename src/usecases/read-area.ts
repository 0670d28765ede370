import type { PublicAreaWithNeighbours } from '../domain/area.ts';
import { notHere } from '../domain/problem.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

/** @throws Problem `not_found`, the same for what never was and for what this audience may not see */
export async function readArea({ store }: Deps, slug: string, audience: Audience): Promise<PublicAreaWithNeighbours> {
  const found = await store.areas.find(slug, audience);
  if (!found) throw notHere('area');
  return found;
}
