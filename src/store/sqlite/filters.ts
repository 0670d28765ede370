import { eq, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { ArticleQuery } from '../../domain/query.ts';
import type { Connection } from './connection.ts';
import { facet } from './facets.ts';
import { publicAreas, publicOfficials, publicOrganisations } from './public-tables.ts';

/** Looks up the id behind a public slug. */
export function prepareIdOf(
  { db }: Connection,
  table: SQLiteTable & { readonly id: SQLiteColumn; readonly slug: SQLiteColumn },
): (slug: string) => string | undefined {
  const statement = db
    .select({ id: sql<string>`${table.id}` })
    .from(table)
    .where(eq(table.slug, sql.placeholder('slug')))
    .prepare();
  return (slug) => statement.get({ slug })?.id;
}

/**
 * The facets that an article must be listed under, the narrowest first since it drives the query. Undefined when a
 * filter names what the public does not know: then nothing matches.
 */
export function prepareFilters(reader: Connection): (query: ArticleQuery) => readonly string[] | undefined {
  const areaId = prepareIdOf(reader, publicAreas);
  const officialId = prepareIdOf(reader, publicOfficials);
  const organisationId = prepareIdOf(reader, publicOrganisations);
  return ({ official, organisation, tag, area, areaScope, language }) => {
    const ofArea = areaScope === 'exact' ? facet.areaOnly : facet.area;
    const facets = [
      official === undefined ? [] : [named(officialId(official), facet.official)],
      organisation === undefined ? [] : [named(organisationId(organisation), facet.organisation)],
      tag === undefined ? [] : [facet.tag(tag)],
      area === undefined ? [] : [named(areaId(area), ofArea)],
      language === undefined ? [] : [facet.language(language)],
    ].flat();
    if (facets.length === 0) return [facet.all];
    const known = facets.filter((name) => name !== undefined);
    return known.length === facets.length ? known : undefined;
  };
}

function named(id: string | undefined, toFacet: (id: string) => string): string | undefined {
  return id === undefined ? undefined : toFacet(id);
}
