import { and, eq, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { PublicState } from '../../../../domain/change.ts';
import type { ArticleQuery } from '../../../../domain/query.ts';
import type { MergedKind } from '../../../../domain/register.ts';
import type { Connection } from '../../engine/connection.ts';
import {
  publicAreas,
  publicFormerTags,
  publicOfficials,
  publicOrganisations,
  publicRedirects,
} from '../public-tables.ts';
import { publicFacets } from './facet-tables.ts';
import { facet } from './facets.ts';

type FacetQuery = Pick<ArticleQuery, 'area' | 'areaScope' | 'official' | 'organisation' | 'tag' | 'language'>;

/**
 * The facets that an article must be listed under. Undefined when a filter names what the public does not know: then
 * nothing matches.
 */
export function prepareFacets(
  reader: Connection,
): (query: FacetQuery, state?: PublicState) => readonly string[] | undefined {
  const areaId = rememberWhile(prepareIdOf(reader, publicAreas));
  const officialId = prepareSpeakerId(reader, 'official');
  const organisationId = prepareSpeakerId(reader, 'organisation');
  const presentTag = preparePresentTag(reader);
  return ({ official, organisation, tag, area, areaScope, language }, state) => {
    const ofArea = areaScope === 'exact' ? facet.areaOnly : facet.area;
    const facets: (string | undefined)[] = [];
    if (official !== undefined) facets.push(named(officialId(official), facet.official));
    if (organisation !== undefined) facets.push(named(organisationId(organisation), facet.organisation));
    if (tag !== undefined) facets.push(facet.tag(presentTag(tag)));
    if (area !== undefined) facets.push(named(areaId(area, state), ofArea));
    if (language !== undefined) facets.push(facet.language(language));
    return facets.every((name) => name !== undefined) ? facets : undefined;
  };
}

/** Names that are remembered; the public knows more areas than any list is asked for by. */
const MAX_REMEMBERED = 1_000;

/** Remembers what was found for as long as it is asked in one and the same state of the public. */
function rememberWhile(idOf: (slug: string) => string | undefined) {
  let remembered: { readonly state: PublicState; readonly ids: Map<string, string> } | undefined;
  return (slug: string, state: PublicState | undefined): string | undefined => {
    if (!state) return idOf(slug);
    if (remembered?.state !== state) remembered = { state, ids: new Map() };
    const { ids } = remembered;
    const id = ids.get(slug) ?? idOf(slug);
    if (id !== undefined && ids.size < MAX_REMEMBERED) ids.set(slug, id);
    return id;
  };
}

/** Puts the facet with the fewest articles first, since the first one drives a list and the others are looked up. */
export function prepareNarrowestFirst(reader: Connection): (facets: readonly string[]) => readonly string[] {
  const articlesUnder = prepareArticlesUnder(reader);
  return (facets) =>
    facets.length < 2
      ? facets
      : facets
          .map((name) => ({ name, articles: articlesUnder(name) }))
          .sort((a, b) => a.articles - b.articles)
          .map(({ name }) => name);
}

/** How many articles are listed under a facet. */
export function prepareArticlesUnder({ db }: Connection): (facet: string) => number {
  const statement = db
    .select({ articles: publicFacets.articles })
    .from(publicFacets)
    .where(eq(publicFacets.facet, sql.placeholder('facet')))
    .prepare();
  return (name) => statement.get({ facet: name })?.articles ?? 0;
}

/** Looks up the id behind a public slug, one too of somebody who turned out to be somebody else. */
export function prepareSpeakerId(reader: Connection, kind: MergedKind): (slug: string) => string | undefined {
  const present = prepareIdOf(reader, kind === 'official' ? publicOfficials : publicOrganisations);
  const moved = reader.db
    .select({ id: publicRedirects.targetId })
    .from(publicRedirects)
    .where(and(eq(publicRedirects.kind, kind), eq(publicRedirects.slug, sql.placeholder('slug'))))
    .prepare();
  return (slug) => present(slug) ?? moved.get({ slug })?.id;
}

/** The tag that a word stands for, as far as the public knows it: itself, unless it was renamed. */
export function preparePresentTag({ db }: Connection): (word: string) => string {
  const statement = db
    .select({ tag: publicFormerTags.tag })
    .from(publicFormerTags)
    .where(eq(publicFormerTags.word, sql.placeholder('word')))
    .prepare();
  return (word) => statement.get({ word })?.tag ?? word;
}

/** Looks up the id behind a public slug. */
function prepareIdOf(
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

function named(id: string | undefined, toFacet: (id: string) => string): string | undefined {
  return id === undefined ? undefined : toFacet(id);
}
