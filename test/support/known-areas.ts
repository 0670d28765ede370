import { OPERATOR } from '../../src/domain/actor.ts';
import type { Store } from '../../src/store/store.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { createArea } from '../../src/usecases/manage-areas.ts';
import { place } from './place.ts';
import { NOW } from './release.ts';

/** Has the newsroom know areas, and readers nothing of them. */
export async function knowAreas(deps: Deps, keys: readonly string[]): Promise<void> {
  for (const name of keys) {
    const options = { actor: OPERATOR, dryRun: false, once: null };
    if (!(await deps.store.names.areas.find(name))) await createArea(deps, { name, listed: false }, options);
  }
}

/** Puts areas on the public list. */
export async function listAreas(store: Store, keys: readonly string[]): Promise<void> {
  await store.areas.register(
    keys.map((key) => place(key)),
    NOW,
  );
}
