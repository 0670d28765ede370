import type { AreaEntry } from '../domain/register.ts';
import { writeAreasFile } from '../text/write-areas-file.ts';
import type { Deps } from './deps.ts';
import { everyRow } from './every-row.ts';

/**
 * The tree of the areas that the public knows, as a file that an import takes in; null where it would say nothing that
 * releases do not say. What only drafts know is left out: whoever takes the file in puts all of it on the public list.
 */
export async function exportAreas({ store }: Pick<Deps, 'store'>): Promise<Uint8Array | null> {
  const known: AreaEntry[] = [];
  for await (const area of everyRow((page) => store.names.areas.list(page))) if (area.slug !== null) known.push(area);
  const parents = new Set(known.map(({ parentId }) => parentId));
  const told = known.filter((area) => isToldApart(area) || parents.has(area.id));
  return told.length === 0 ? null : writeAreasFile(told);
}

/** Whether there is more to an area than a release that names it says. */
function isToldApart({ listed, named, parentId, nameCy, kind, gss, otherNames }: AreaEntry): boolean {
  const said = [parentId, nameCy, kind, gss].some((fact) => fact !== null);
  return listed || named || said || otherNames.length > 0;
}
