import type { AreaRef } from '../../domain/area.ts';
import type { OfficialRef } from '../../domain/official.ts';

/* What a cache in front files an answer under, so that it can be told what to drop. Ids and public slugs alone. */

/** Of whatever shows more than one article, and of what stands where an article is not: each public change drops it. */
export const LIST_KEY = 'list';

interface Keyed {
  readonly id: string;
  readonly area?: AreaRef | null;
  readonly officials?: readonly OfficialRef[];
}

/** Of one article and of every name in it; what holds only parts of one may show names that are not in `officials`. */
export function articleKeys({ id, area, officials }: Keyed): string[] {
  return [
    `article-${id}`,
    ...(area?.path.split('/') ?? []).map(areaKey),
    ...(officials ?? []).map(({ slug }) => officialKey(slug)),
    ...(area === undefined || officials === undefined ? [LIST_KEY] : []),
  ];
}

function areaKey(slug: string): string {
  return `area-${slug}`;
}

function officialKey(slug: string): string {
  return `official-${slug}`;
}
