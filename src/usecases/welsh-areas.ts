import { slugify } from '../text/slug.ts';
import type { Deps } from './deps.ts';
import { everyRow } from './every-row.ts';

/** Finds the key of the area that a name means; undefined where it means none that there is. */
export type AreaFinder = (name: string | null) => Promise<string | undefined>;

/**
 * A place is found by its Welsh name too, where no place has that for its own. The Welsh names are read when a name is
 * sought that nothing else has. What a finder has found it finds again without looking: an archive has few names and many
 * releases.
 */
export function createAreaFinder({ store }: Pick<Deps, 'store'>): AreaFinder {
  const found = new Map<string, string | undefined>();
  let welsh: ReadonlyMap<string, string> | undefined;
  const find = async (key: string): Promise<string | undefined> => {
    if (await store.names.areas.find(key)) return key;
    welsh ??= await welshKeys(store);
    return welsh.get(key);
  };
  return async (name) => {
    const key = name === null ? '' : slugify(name);
    if (key === '') return undefined;
    if (!found.has(key)) found.set(key, await find(key));
    return found.get(key);
  };
}

async function welshKeys(store: Deps['store']): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  for await (const { key, nameCy } of everyRow((page) => store.names.areas.list(page))) {
    if (nameCy !== null) keys.set(slugify(nameCy), key);
  }
  return keys;
}
