import { asc, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Audience } from '../../../domain/visibility.ts';
import type { Connection } from '../engine/connection.ts';
import { facet } from '../public/facets/facets.ts';
import { areasNamedIn } from '../register/area-words.ts';
import { areas } from '../register/register-tables.ts';

/** The ids of the areas of a partner's filter, in order: null for everywhere, undefined for whoever is no partner. */
export function preparePartnerAreas({ db }: Connection): (audience: Audience) => readonly string[] | null | undefined {
  const known = db
    .select({ id: areas.id })
    .from(areas)
    .where(sql`${areas.id} in ${areasNamedIn('keys')}`)
    .orderBy(asc(areas.id))
    .prepare();
  return ({ partner }) => {
    if (partner === null) return undefined;
    if (partner.areaKeys.length === 0) return null;
    return known.all({ keys: JSON.stringify(partner.areaKeys) }).map(({ id }) => id);
  };
}

/**
 * The facets of which a public article must have one for a partner to get it: null for all of them, undefined for whoever
 * is no partner.
 */
export function preparePartnerFilter(
  connection: Connection,
): (audience: Audience) => readonly string[] | null | undefined {
  const areasOf = preparePartnerAreas(connection);
  return (audience) => {
    const ids = areasOf(audience);
    return ids === null ? null : ids?.map((id) => facet.area(id));
  };
}

/**
 * Whether the article has one of the facets that the parameter `within` lists as JSON, by look-ups in the whole primary
 * key of the listings.
 */
export function isWithin({ publishedAt, articleId }: Record<'publishedAt' | 'articleId', SQLWrapper>): SQL {
  return sql`1 = (select 1 from json_each(${sql.placeholder('within')}) place
    cross join public_listings other on other.facet = place.value
      and other.published_at = ${publishedAt} and other.article_id = ${articleId} limit 1)`;
}
