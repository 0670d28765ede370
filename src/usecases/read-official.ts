import type { PublicOfficialWithHistory } from '../domain/official.ts';
import { notHere } from '../domain/problem.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

/** An official, or the slug of the one who they turned out to be. */
export type FoundOfficial = { readonly official: PublicOfficialWithHistory } | { readonly movedTo: string };

/** @throws Problem `not_found`, the same for what never was and for what this audience may not see */
export async function readOfficial({ store }: Deps, slug: string, audience: Audience): Promise<FoundOfficial> {
  const official = await store.officials.find(slug, audience);
  if (official) return { official };
  const movedTo = await store.officials.movedTo(slug, audience);
  if (movedTo === undefined) throw notHere('official');
  return { movedTo };
}
