import type { Actor } from '../domain/actor.ts';
import { readAreasFile } from '../text/areas-file.ts';
import type { Deps } from './deps.ts';
import { entryNote } from './register-entries.ts';

/**
 * Puts the areas of a file on the public list, with their place in the tree, and says how many they are.
 * @throws Problem (`invalid_document`) with line and column of everything that is wrong; nothing is registered then
 */
export async function registerAreas(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  bytes: Uint8Array,
  { actor, dryRun }: { readonly actor: Actor; readonly dryRun: boolean },
): Promise<number> {
  const areas = readAreasFile(bytes);
  const at = clock.now();
  if (!dryRun) await store.areas.register(areas, at, (area) => entryNote(actor, at, 'area.registered', area));
  return areas.length;
}
