import { eq, type SQLWrapper, sql } from 'drizzle-orm';
import type { Connection } from '../../engine/connection.ts';
import { publicAreas, publicListings } from '../public-tables.ts';
import { publicFacets } from './facet-tables.ts';

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

/** How many articles are listed under the facet of a row, by what the name of the facet begins with. */
export function countedUnder(beginning: string, id: SQLWrapper) {
  const { facet: name, articles } = publicFacets;
  return sql<number>`coalesce((select ${articles} from ${publicFacets} where ${name} = ${beginning} || ${id}), 0)`;
}

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

/**
 * Articles that one statement lists. It keeps in memory what the pages were that it writes to, some twenty for each
 * article, so that it can be undone.
 */
const LISTED_AT_A_TIME = 128;

/** Lists the articles that have arrived in this transaction, from their rows, in the order of the listings. */
export function prepareListing({ client }: Connection): () => void {
  const named = (prefix: string, value: string) => `'${prefix}' || ${value}`;
  const quotes = 'some cross join public_quotes on article_key = some.key';
  const nextOf = client
    .prepare<[number], number>('select key from arrived where key >= +? order by key limit 1')
    .pluck();
  const list = client.prepare(`insert into public_listings (facet, published_at, article_id, updated_at, key)
    with recursive
      some (key) as materialized (
        select key from arrived where key >= +? and key < +?
      ),
      article as (select article.* from some cross join public_articles article on article.key = some.key),
      place (key, area_id) as (
        select key, area_id from article where area_id is not null
        union all
        select place.key, parent_id from place cross join public_areas area on area.id = place.area_id
        where parent_id is not null
      ),
      listed (key, facet) as (
        select key, '${facet.all}' from some
        union all select distinct article_key, '${facet.quoted}' from ${quotes}
        union all select key, ${named(facet.language(''), 'language')} from article
        union all select article.key, ${named(facet.tag(''), 'tag.value')} from article cross join json_each(article.tags) tag
        union all select distinct article_key, ${named(facet.official(''), 'official_id')} from ${quotes}
          where official_id is not null
        union all select distinct article_key, ${named(facet.organisation(''), 'organisation_id')} from ${quotes}
          where organisation_id is not null
        union all select key, ${named(facet.areaOnly(''), 'area_id')} from article where area_id is not null
        union all select key, ${named(facet.area(''), 'area_id')} from place
      )
    select facet, published_at, id, updated_at, article.key
    from listed cross join public_articles article on article.key = listed.key
    order by facet, published_at, id`);
  return () => {
    for (let first = nextOf.get(0); first !== undefined; first = nextOf.get(first + LISTED_AT_A_TIME))
      list.run(first, first + LISTED_AT_A_TIME);
  };
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
