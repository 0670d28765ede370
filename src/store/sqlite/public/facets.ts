import { eq, sql } from 'drizzle-orm';
import type { Connection } from '../engine/connection.ts';
import { publicAreas, publicListings } from './public-tables.ts';

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

/** The keys of the public articles that are listed under a facet. */
export function prepareListed({ db }: Connection): (facet: string) => number[] {
  const listed = db
    .select({ key: publicListings.key })
    .from(publicListings)
    .where(eq(publicListings.facet, sql.placeholder('facet')))
    .prepare();
  return (name) => listed.all({ facet: name }).map(({ key }) => key);
}

/** Lists what stands under one facet under another one instead. Must run inside a write transaction. */
export function prepareRelist({ client }: Connection): (from: string, into: string) => void {
  const relist = client.prepare(`
    insert or ignore into public_listings (facet, published_at, article_id, updated_at, key)
    select :into, published_at, article_id, updated_at, key from public_listings where facet = :from`);
  const unlist = client.prepare('delete from public_listings where facet = :from');
  return (from, into) => {
    relist.run({ from, into });
    unlist.run({ from });
  };
}
