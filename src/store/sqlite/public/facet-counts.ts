import { and, desc, or, sql } from 'drizzle-orm';
import {
  type ArticleQuery,
  type FacetKind,
  type Facets,
  MAX_FACET_VALUES,
  MAX_FACETED,
} from '../../../domain/query.ts';
import type { Connection } from '../engine/connection.ts';
import { prepareByShape } from '../engine/prepared.ts';
import { facet } from './facets.ts';
import {
  conditionsOf,
  filterParameters,
  filterShape,
  isUnfiltered,
  type ListShape,
  type Narrowing,
} from './listings.ts';
import { matchingBy, matchingParameters } from './matching.ts';
import { publicAreas, publicListings, publicOfficials, publicOrganisations } from './public-tables.ts';

/** How often a facet occurs. */
interface Count {
  readonly facet: string;
  readonly articles: number;
}

/** A kind of which articles are listed under each value. */
type ListedKind = Exclude<FacetKind, 'year'>;

/** What the names of the facets of each kind begin with. */
const PREFIXES: Readonly<Record<ListedKind, string>> = {
  area: facet.area(''),
  tag: facet.tag(''),
  official: facet.official(''),
  organisation: facet.organisation(''),
  language: facet.language(''),
};

/** Breaks a list down, by the very conditions by which it is read. */
export function prepareFacetCounts(reader: Connection) {
  const countedOf = prepareCounted(reader);
  const standing = prepareStanding(reader);
  const yearsOf = prepareYears(reader);
  const named = prepareNames(reader);

  return (query: ArticleQuery, narrowing: Narrowing, kinds: readonly FacetKind[]): Facets => {
    const isOfAll = narrowing.matching === undefined && isUnfiltered(query, narrowing.facets);
    const listed = kinds.filter((kind) => kind !== 'year');
    const isCounted = !isOfAll && listed.length > 0;
    const { counts, isComplete } = isCounted ? countedOf(query, narrowing, listed) : { counts: [], isComplete: true };
    const valuesOf = (kind: ListedKind): Count[] => {
      const prefix = PREFIXES[kind];
      const found = isOfAll ? standing(prefix) : counts.filter(({ facet: name }) => name.startsWith(prefix));
      return found.map(({ facet: name, articles }) => ({ facet: name.slice(prefix.length), articles }));
    };
    const wants = (kind: FacetKind) => kinds.includes(kind);
    return {
      isComplete,
      ...(wants('area') && { area: mostFirst(named.areas(valuesOf('area')), slugOf) }),
      ...(wants('tag') && {
        tag: mostFirst(valuesOf('tag'), textOf).map(({ facet: tag, articles }) => ({ tag, articles })),
      }),
      ...(wants('year') && { year: yearsOf(query, narrowing) }),
      ...(wants('official') && { official: mostFirst(named.officials(valuesOf('official')), slugOf) }),
      ...(wants('organisation') && { organisation: mostFirst(named.organisations(valuesOf('organisation')), slugOf) }),
      ...(wants('language') && {
        language: mostFirst(valuesOf('language'), textOf).map(({ facet: language, articles }) => ({
          language,
          articles,
        })),
      }),
    };
  };
}

/** A list without articles, broken down. */
export function noFacets(kinds: readonly FacetKind[]): Facets {
  return { isComplete: true, ...Object.fromEntries(kinds.map((kind) => [kind, []])) };
}

/** Among equals in the order of what the public calls them: ids would tell which names a draft has coined first. */
function mostFirst<Value extends { readonly articles: number }>(
  values: readonly Value[],
  nameOf: (value: Value) => string,
): Value[] {
  return values
    .toSorted((one, other) => other.articles - one.articles || (nameOf(one) < nameOf(other) ? -1 : 1))
    .slice(0, MAX_FACET_VALUES);
}

function slugOf({ slug }: { readonly slug: string }): string {
  return slug;
}

function textOf({ facet: text }: Count): string {
  return text;
}

/** The parameters of a statement with the conditions of a list. */
function parametersOf(query: ArticleQuery, { facets, matching }: Narrowing) {
  const [driving = facet.all, ...others] = facets;
  const shape: ListShape = { ...filterShape(query, others), matching: matchingBy(matching, Infinity) };
  return { shape, parameters: { ...filterParameters(query, others), ...matchingParameters(matching), driving } };
}

interface CountedShape extends ListShape {
  readonly kinds: readonly ListedKind[];
}

/**
 * Under what of these kinds the articles of a list are listed, the newest MAX_FACETED of them. An article is listed under
 * more than twice as much, and to group it costs more than to read it.
 */
function prepareCounted({ db }: Connection) {
  const statementOf = prepareByShape(({ kinds, ...shape }: CountedShape) => {
    const found = db
      .select({ key: publicListings.key })
      .from(publicListings)
      .where(and(...conditionsOf(shape)))
      .orderBy(desc(publicListings.publishedAt), desc(publicListings.articleId))
      .limit(MAX_FACETED + 1)
      .as('found');
    const isOfKind = kinds.map((kind) => {
      const prefix = PREFIXES[kind];
      return sql`(+other.facet >= ${prefix} and +other.facet < ${endOf(prefix)})`;
    });
    return db
      .select({ facet: sql<string>`other.facet`, articles: sql<number>`count(*)` })
      .from(found)
      .crossJoin(sql`public_listings other`)
      .where(and(sql`other.key = ${found.key}`, or(sql`+other.facet = ${facet.all}`, ...isOfKind)))
      .groupBy(sql`other.facet`)
      .prepare();
  });
  return (query: ArticleQuery, narrowing: Narrowing, kinds: readonly ListedKind[]) => {
    const { shape, parameters } = parametersOf(query, narrowing);
    const counts = statementOf({ ...shape, kinds }).all(parameters);
    const articles = counts.find(({ facet: name }) => name === facet.all)?.articles ?? 0;
    return { counts, isComplete: articles <= MAX_FACETED };
  };
}

/** The counts that are kept of all articles. */
function prepareStanding({ client }: Connection): (prefix: string) => Count[] {
  const statement = client.prepare<[string, string], Count>(
    'select facet, articles from public_facets where facet >= +? and facet < +?',
  );
  return (prefix) => statement.all(prefix, endOf(prefix));
}

/** Behind all that begins with a prefix: a colon ends each, and the semicolon is the next sign. */
function endOf(prefix: string): string {
  return prefix.replace(/:$/, ';');
}

/** The year changes in London when it changes in UTC. */
function prepareYears(reader: Connection) {
  const year = sql<string>`substr(${publicListings.publishedAt}, 1, 4)`;
  const statementOf = prepareByShape((shape: ListShape) =>
    reader.db
      .select({ year, articles: sql<number>`count(*)` })
      .from(publicListings)
      .where(and(...conditionsOf(shape)))
      .groupBy(year)
      .orderBy(desc(year))
      .limit(MAX_FACET_VALUES)
      .prepare(),
  );
  const yearsUnder = prepareYearsUnder(reader);
  return (query: ArticleQuery, narrowing: Narrowing) => {
    const { facets, matching } = narrowing;
    if (!matching && facets.length < 2 && isUnfiltered(query, [])) return yearsUnder(facets[0] ?? facet.all);
    const { shape, parameters } = parametersOf(query, narrowing);
    return statementOf(shape).all(parameters);
  };
}

/** The years of all that is listed under a facet: to count what lies between two instants takes a seventh of grouping it. */
function prepareYearsUnder({ client }: Connection) {
  const newestBefore = client
    .prepare<[string, string], string>(
      `select substr(published_at, 1, 4) from public_listings where facet = +? and published_at < +?
       order by published_at desc limit 1`,
    )
    .pluck();
  const countBetween = client
    .prepare<[string, string, string], number>(
      'select count(*) from public_listings where facet = +? and published_at >= +? and published_at < +?',
    )
    .pluck();
  return (name: string) => {
    const years: { readonly year: string; readonly articles: number }[] = [];
    for (let end = BEHIND_ALL_YEARS; years.length < MAX_FACET_VALUES; ) {
      const year = newestBefore.get(name, end);
      if (year === undefined) break;
      years.push({ year, articles: countBetween.get(name, year, end) ?? 0 });
      end = year;
    }
    return years;
  };
}

/** In the order of text, behind every instant. */
const BEHIND_ALL_YEARS = ':';

/** What the public calls the places, people and organisations behind these ids. */
function prepareNames({ db }: Connection) {
  const ids = sql`(select value from json_each(${sql.placeholder('ids')}))`;
  const areas = db
    .select({ id: publicAreas.id, slug: publicAreas.slug, name: publicAreas.name, path: publicAreas.path })
    .from(publicAreas)
    .where(sql`${publicAreas.id} in ${ids}`)
    .prepare();
  const officials = db
    .select({ id: publicOfficials.id, slug: publicOfficials.slug, name: publicOfficials.name })
    .from(publicOfficials)
    .where(sql`${publicOfficials.id} in ${ids}`)
    .prepare();
  const organisations = db
    .select({ id: publicOrganisations.id, slug: publicOrganisations.slug, name: publicOrganisations.name })
    .from(publicOrganisations)
    .where(sql`${publicOrganisations.id} in ${ids}`)
    .prepare();
  return {
    areas: (counts: readonly Count[]) => joined(counts, areas.all({ ids: idsOf(counts) })),
    officials: (counts: readonly Count[]) => joined(counts, officials.all({ ids: idsOf(counts) })),
    organisations: (counts: readonly Count[]) => joined(counts, organisations.all({ ids: idsOf(counts) })),
  };
}

function idsOf(counts: readonly Count[]): string {
  return JSON.stringify(counts.map(({ facet: id }) => id));
}

/** The names with their counts, in the order of the counts. */
function joined<Name extends { readonly id: string }>(counts: readonly Count[], names: readonly Name[]) {
  const byId = new Map(names.map(({ id, ...name }) => [id, name]));
  return counts.flatMap(({ facet: id, articles }) => {
    const name = byId.get(id);
    return name ? [{ ...name, articles }] : [];
  });
}
