import { eq, sql } from 'drizzle-orm';
import type { Connection } from './connection.ts';
import { publicAreas } from './public-tables.ts';

/**
 * What an article can be listed by. `all` is every article, `quoted` every one with a quote; `area-only` leaves out what
 * lies below the area.
 */
export const facet = {
  all: 'all',
  quoted: 'quoted',
  area: (id: string): string => `area:${id}`,
  areaOnly: (id: string): string => `area-only:${id}`,
  official: (id: string): string => `official:${id}`,
  organisation: (id: string): string => `organisation:${id}`,
  tag: (tag: string): string => `tag:${tag}`,
  language: (language: string): string => `language:${language}`,
} as const;

/** The facets of an area: itself, and every area that it lies in. */
export function prepareAreaFacets({ db }: Connection): (areaId: string) => string[] {
  const parent = db
    .select({ parentId: publicAreas.parentId })
    .from(publicAreas)
    .where(eq(publicAreas.id, sql.placeholder('id')))
    .prepare();
  return (areaId) => {
    const facets = [facet.areaOnly(areaId)];
    for (let id: string | null | undefined = areaId; id; id = parent.get({ id })?.parentId) facets.push(facet.area(id));
    return facets;
  };
}
