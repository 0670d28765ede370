import { stringify } from 'yaml';
import type { AreaEntry } from '../domain/register.ts';
import { slugify } from './slug.ts';

type Place = Pick<AreaEntry, 'id' | 'parentId' | 'key' | 'name' | 'nameCy' | 'kind' | 'gss' | 'otherNames'>;

/** The file of areas that `readAreasFile` reads the same tree of, whose places stand in the order in which they are given. */
export function writeAreasFile(places: readonly Place[]): Uint8Array {
  const inside = Map.groupBy(places, ({ parentId }) => parentId);
  const treeOf = (parentId: string | null): object[] =>
    (inside.get(parentId) ?? []).map((place) => {
      const areas = treeOf(place.id);
      return { ...fieldsOf(place), ...(areas.length > 0 && { areas }) };
    });
  return Buffer.from(stringify(treeOf(null), { lineWidth: 0 }), 'utf8');
}

function fieldsOf({ key, name, nameCy, kind, gss, otherNames }: Place): object {
  const others = otherNames.map((other) => other.name).filter((other) => other !== name);
  return {
    name,
    ...(slugify(name) !== key && { slug: key }),
    ...(nameCy !== null && { nameCy }),
    ...(kind !== null && { kind }),
    ...(gss !== null && { gss }),
    ...(others.length > 0 && { otherNames: others }),
  };
}
