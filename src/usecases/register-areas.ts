import type { Actor } from '../domain/actor.ts';
import { readAreasFile } from '../text/areas-file.ts';
import type { Deps } from './deps.ts';
import { entryNote } from './register-entries.ts';

interface Registering {
  readonly actor: Actor;
  readonly dryRun: boolean;
  /** Of a dry run: the files that would stand there by then. */
  readonly earlier?: readonly Uint8Array[];
}

/**
 * Puts the areas of a file on the public list, with their place in the tree, and says how many they are.
 * @throws Problem `invalid_document` with line and column of everything that is wrong, `conflict` for what cannot stand so
 *   beside the areas that are there; nothing is registered then
 */
export async function registerAreas(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  bytes: Uint8Array,
  { actor, dryRun, earlier = [] }: Registering,
): Promise<number> {
  const areas = readAreasFile(bytes);
  const at = clock.now();
  await store.areas.register(areas, at, {
    noteOf: (area) => entryNote(actor, at, 'area.registered', area),
    ...(dryRun && { dryRunAfter: earlier.map(readAreasFile) }),
  });
  return areas.length;
}
