import type { PublicOrganisation } from '../domain/official.ts';
import { notHere } from '../domain/problem.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

/** An organisation, or the slug of the one that it turned out to be. */
export type FoundOrganisation = { readonly organisation: PublicOrganisation } | { readonly movedTo: string };

/** @throws Problem `not_found`, the same for what never was and for what this audience may not see */
export async function readOrganisation({ store }: Deps, slug: string, audience: Audience): Promise<FoundOrganisation> {
  const organisation = await store.organisations.find(slug, audience);
  if (organisation) return { organisation };
  const movedTo = await store.organisations.movedTo(slug, audience);
  if (movedTo === undefined) throw notHere('organisation');
  return { movedTo };
}
