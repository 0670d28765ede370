import { MAX_LIMIT, type Position, type Slice } from '../domain/query.ts';
import type { AreaEntry } from '../domain/register.ts';
import { slugify } from '../text/slug.ts';
import type { Deps } from './deps.ts';

/** Finds the key of the area that a name means; undefined where it means none that there is. */
export type AreaFinder = (name: string | null) => Promise<string | undefined>;

/**
 * A place is found by its Welsh name too, where no place has that for its own. The Welsh names are read when a name is
 * sought that nothing else has, and once by each finder: an archive has many such names.
 */
export function createAreaFinder({ store }: Pick<Deps, 'store'>): AreaFinder {
  let welsh: Promise<ReadonlyMap<string, string>> | undefined;
  return async (name) => {
    const key = name === null ? '' : slugify(name);
    if (key === '') return undefined;
    if (await store.names.areas.find(key)) return key;
    welsh ??= welshKeys(store);
    return (await welsh).get(key);
  };
}

async function welshKeys(store: Deps['store']): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  let position: Position | null = null;
  do {
    const page: Slice<AreaEntry> = await store.names.areas.list({ limit: MAX_LIMIT, position });
    for (const { key, nameCy } of page.rows) if (nameCy !== null) keys.set(slugify(nameCy), key);
    position = page.next;
  } while (position);
  return keys;
}
