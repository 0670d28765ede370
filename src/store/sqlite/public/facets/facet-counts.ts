import { and, desc, eq, sql } from 'drizzle-orm';
import {
  type ArticleQuery,
  type FacetKind,
  type Facets,
  MAX_FACET_VALUES,
  MAX_FACETED,
} from '../../../../domain/query.ts';
import type { Connection } from '../../engine/connection.ts';
import { prepareByShape } from '../../engine/prepared.ts';
import {
  conditionsOf,
  filterParameters,
  filterShape,
  isUnfiltered,
  type ListShape,
  type Narrowing,
} from '../listings.ts';
import { publicListings } from '../public-tables.ts';
import { matchingBy, matchingParameters } from '../search/matching.ts';
import { countNumbers, numbersIn, numbersOf } from './facet-numbers.ts';
import { publicFacetSets } from './facet-tables.ts';
import { facet } from './facets.ts';

/** How many articles have each number. */
type CountsByNumber = ReadonlyMap<number, number>;

/** How many articles of a list have each value of each kind. */
interface Breakdown {
  readonly isComplete: boolean;
  of(kind: FacetKind): CountsByNumber;
}

/** Breaks a list down, by the very conditions by which it is read. */
export function prepareFacetCounts(reader: Connection) {
  const keptOf = prepareKept(reader);
  const countedOf = prepareCounted(reader);
  const named = prepareNames(reader);

  const breakDown = (query: ArticleQuery, narrowing: Narrowing): Breakdown => {
    const { facets, matching } = narrowing;
    const isOfOne = !matching && facets.length < 2 && isUnfiltered(query, []);
    return (isOfOne && keptOf(facets[0] ?? facet.all)) || countedOf(query, narrowing);
  };

  return (query: ArticleQuery, narrowing: Narrowing, kinds: readonly FacetKind[]): Facets => {
    const { isComplete, of } = breakDown(query, narrowing);
    const wants = (kind: FacetKind) => kinds.includes(kind);
    return {
      isComplete,
      ...(wants('area') && { area: mostFirst(of('area'), named.areas, slugOf) }),
      ...(wants('tag') && {
        tag: mostFirst(of('tag'), named.tags, textOf).map(({ text: tag, articles }) => ({ tag, articles })),
      }),
      ...(wants('year') && { year: newestFirst(of('year')) }),
      ...(wants('official') && { official: mostFirst(of('official'), named.officials, slugOf) }),
      ...(wants('organisation') && { organisation: mostFirst(of('organisation'), named.organisations, slugOf) }),
      ...(wants('language') && {
        language: mostFirst(of('language'), named.languages, textOf).map(({ text: language, articles }) => ({
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

interface Numbered {
  readonly number: number;
}

/**
 * The values with the most articles; among equals in the order of what the public calls them, since numbers would tell which
 * was there first. Names are looked up for no more than can be among them.
 */
function mostFirst<Value extends Numbered>(
  counts: CountsByNumber,
  namesOf: (numbers: string) => readonly Value[],
  textOfName: (value: Value) => string,
): (Omit<Value, 'number'> & { readonly articles: number })[] {
  const ranked = [...counts].sort(([, one], [, other]) => other - one);
  const [, fewest = 0] = ranked[MAX_FACET_VALUES - 1] ?? [];
  const numbers = ranked.filter(([, articles]) => articles >= fewest).map(([number]) => number);
  return namesOf(JSON.stringify(numbers))
    .map((value) => ({ value, articles: counts.get(value.number) ?? 0 }))
    .sort((one, other) => other.articles - one.articles || (textOfName(one.value) < textOfName(other.value) ? -1 : 1))
    .slice(0, MAX_FACET_VALUES)
    .map(({ value: { number: _number, ...value }, articles }) => ({ ...value, articles }));
}

function newestFirst(counts: CountsByNumber) {
  return [...counts]
    .sort(([one], [other]) => other - one)
    .slice(0, MAX_FACET_VALUES)
    .map(([year, articles]) => ({ year: String(year).padStart(4, '0'), articles }));
}

function slugOf({ slug }: { readonly slug: string }): string {
  return slug;
}

function textOf({ text }: { readonly text: string }): string {
  return text;
}

/** The counts that are kept of all articles under one facet; undefined where they are few enough to be counted. */
function prepareKept({ client }: Connection): (name: string) => Breakdown | undefined {
  const numberOf = client
    .prepare<[string], number>("select number from public_facets where facet = +? and breakdown = 'kept'")
    .pluck();
  const besideOf = client
    .prepare<[number, number, number], [number, number]>(
      'select beside, articles from public_facet_counts where facet = +? and beside >= +? and beside < +?',
    )
    .raw();
  const notes = client
    .prepare<[], [Buffer, Buffer | null]>(
      `select noted.counted, sets.numbers from public_facet_notes noted
       left join public_facet_sets sets on sets.key = noted.key`,
    )
    .raw();
  /** What the counts under a facet do not know yet. */
  const missing = (facetNumber: number): CountsByNumber => {
    const counts = new Map<number, number>();
    const countUnder = (set: Buffer | null, times: number) => {
      if (set && numbersIn(set).includes(facetNumber)) countNumbers(counts, set, times);
    };
    for (const [counted, now] of notes.all()) {
      countUnder(counted, -1);
      countUnder(now, 1);
    }
    return counts;
  };
  return (name) => {
    const facetNumber = numberOf.get(name);
    if (facetNumber === undefined) return undefined;
    const counts = missing(facetNumber);
    const of = (kind: FacetKind): CountsByNumber => {
      const kept = new Map(besideOf.all(facetNumber, ...numbersOf(kind)));
      for (const [number, articles] of ofKind(counts, kind)) kept.set(number, (kept.get(number) ?? 0) + articles);
      return new Map([...kept].filter(([, articles]) => articles > 0));
    };
    return { isComplete: true, of };
  };
}

function ofKind(counts: CountsByNumber, kind: FacetKind): CountsByNumber {
  const [first, end] = numbersOf(kind);
  return new Map([...counts].filter(([number]) => number >= first && number < end));
}

/** Counts the newest articles of a list, by what each is listed under. */
function prepareCounted(reader: Connection): (query: ArticleQuery, narrowing: Narrowing) => Breakdown {
  const setsOfListed = prepareSetsOfListed(reader);
  const setsOfMatching = prepareSetsOfMatching(reader);
  return (query, narrowing) => {
    const { facets, matching } = narrowing;
    const isOfSearch = matching && isUnfiltered(query, facets);
    const { sets, articles = 0 } =
      (isOfSearch ? setsOfMatching.get(matching.match, MAX_FACETED + 1) : setsOfListed(query, narrowing)) ?? {};
    const counts = new Map<number, number>();
    if (sets) countNumbers(counts, sets);
    return { isComplete: articles <= MAX_FACETED, of: (kind) => ofKind(counts, kind) };
  };
}

interface JoinedSets {
  readonly sets: Buffer | null;
  readonly articles: number;
}

/** The sets of the articles of a list that were published last. */
function prepareSetsOfListed({ db }: Connection) {
  const statementOf = prepareByShape((shape: ListShape) => {
    const found = db
      .select({ key: publicListings.key })
      .from(publicListings)
      .where(and(...conditionsOf(shape)))
      .orderBy(desc(publicListings.publishedAt), desc(publicListings.articleId))
      .limit(MAX_FACETED + 1)
      .as('found');
    return db
      .select({
        sets: sql<JoinedSets['sets']>`cast(group_concat(${publicFacetSets.numbers}, '') as blob)`,
        articles: sql<number>`count(*)`,
      })
      .from(found)
      .crossJoin(publicFacetSets)
      .where(eq(publicFacetSets.key, found.key))
      .prepare();
  });
  return (query: ArticleQuery, { facets, matching }: Narrowing): JoinedSets | undefined => {
    const [driving = facet.all, ...others] = facets;
    const by = matchingBy(matching, Number.POSITIVE_INFINITY);
    return statementOf({ ...filterShape(query, others), matching: by }).get({
      ...filterParameters(query, others),
      ...matchingParameters(matching, by),
      driving,
    });
  };
}

/** The sets of the articles of the newest days that match a search: all that match need not be gathered for them. */
function prepareSetsOfMatching({ client }: Connection) {
  return client.prepare<[string, number], JoinedSets>(
    `select cast(group_concat(sets.numbers, '') as blob) as sets, count(*) as articles
     from (select key from public_search cross join public_articles on place = public_search.rowid
       where public_search match +? order by public_search.rowid desc limit cast(+? as integer)) found
     cross join public_facet_sets sets on sets.key = found.key`,
  );
}

/** What the public calls what these numbers, a list in JSON, stand for. */
function prepareNames({ client }: Connection) {
  const numbered = 'from json_each(+?) wanted cross join public_facets named on named.number = wanted.value';
  const idOf = (name: string) => `substr(named.facet, ${name.length + 1})`;
  const all = <Value>(statement: string) => {
    const prepared = client.prepare<[string], Value & Numbered>(statement);
    return (numbers: string) => prepared.all(numbers);
  };
  const texts = (name: string) => all<{ readonly text: string }>(`select number, ${idOf(name)} as text ${numbered}`);
  const speakers = (table: string, name: string) =>
    all<{ readonly slug: string; readonly name: string }>(
      `select number, entry.slug, entry.name ${numbered} cross join ${table} entry on entry.id = ${idOf(name)}`,
    );
  return {
    areas: all<{ readonly slug: string; readonly name: string; readonly path: string }>(
      `select number, entry.slug, entry.name, entry.path ${numbered} cross join public_areas entry on entry.id = ${idOf(facet.area(''))}`,
    ),
    tags: texts(facet.tag('')),
    languages: texts(facet.language('')),
    officials: speakers('public_officials', facet.official('')),
    organisations: speakers('public_organisations', facet.organisation('')),
  };
}
