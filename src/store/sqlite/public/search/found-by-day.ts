import type { ArticleFilters, ArticleQuery, PageQuery } from '../../../../domain/query.ts';
import type { Connection } from '../../engine/connection.ts';
import { keysAt } from '../../engine/keyset.ts';
import { prepareByShape } from '../../engine/prepared.ts';
import { facet } from '../facets/facets.ts';
import { prepareArticlesUnder } from '../facets/filters.ts';
import type { Narrowing } from '../listings.ts';
import { ARTICLES_OF_A_DAY } from '../public-tables.ts';
import type { Match } from './matching.ts';

/** Matches that are tried in search of those that the facets let through: some 0.8 µs each. */
const MAX_TRIED = 10_000;
/** Of an archive that has less than so many times what is tried, all that match are sooner gathered. */
const MANY_TIMES = 20;
/** Matches that are read beyond what is wanted, to the end of a day: an archive may have come in on a single one. */
const MAX_BEYOND = 2_000;
/** An instant and an id name the place of an article. */
const DAY_KEYS = 2;

interface WalkShape {
  /** The order of the articles and of the days. */
  readonly direction: 'asc' | 'desc';
  readonly positioned: boolean;
  readonly facets: number;
  readonly from: boolean;
  readonly before: boolean;
}

type DatedQuery = ArticleFilters & PageQuery & { readonly sort: '-publishedAt' | 'publishedAt' };

/** Whether a list is in the order in which the full-text index has its entries, from either end. */
export function isByDay(query: ArticleQuery): query is ArticleQuery & DatedQuery {
  return (query.sort === '-publishedAt' || query.sort === 'publishedAt') && query.updatedSince === undefined;
}

/**
 * The first articles of a list, in the direction in which it is read, without a look at the rest. The full-text index has
 * its entries in the order of their days, so whole days of matches are read, from either end, until there are enough;
 * within a day they are sorted. Undefined where a day has too many, or where what the facets let through is too rare among
 * the matches.
 */
export function prepareFoundByDay(reader: Connection) {
  const walkOf = prepareByShape((shape: WalkShape) => prepareWalk(reader, shape));
  const articlesUnder = prepareArticlesUnder(reader);
  /** Whether trying soon finds so many, if the facets have nothing to do with each other or with the search. */
  const isSoonTried = (facets: readonly string[], rows: number): boolean => {
    const all = articlesUnder(facet.all);
    const tried = facets.reduce((each, name) => (each * all) / Math.max(1, articlesUnder(name)), rows);
    return tried <= MAX_TRIED && tried * MANY_TIMES < all;
  };

  return (query: DatedQuery, { facets, matching }: Narrowing, rows: number): readonly Match[] | undefined => {
    if (!matching || (facets.length > 0 && !isSoonTried(facets, rows))) return undefined;
    const { position, from, before } = query;
    const direction = (query.sort === 'publishedAt') === (position?.direction !== 'prev') ? 'asc' : 'desc';
    const { walk, count } = walkOf({
      direction,
      positioned: position !== null,
      facets: facets.length,
      from: from !== undefined,
      before: before !== undefined,
    });
    const times = [from, before].filter((time) => time !== undefined);
    const keys = keysAt(position, DAY_KEYS);
    const range = [matching.match, ...keys.slice(0, 1), ...times];
    const tries = facets.length > 0 ? MAX_TRIED : rows + MAX_BEYOND;
    const read = walk.iterate(...keys, ...times, ...range, tries, ...facets);
    const { found, seen, isWhole } = wholeDays(read, rows);
    const tried = () => (facets.length > 0 ? count.get(...range, tries) : seen) ?? 0;
    return isWhole || tried() < tries ? inOrder(found, direction).slice(0, rows) : undefined;
  };
}

interface Seen extends Match {
  /** Whether it lies behind the position and between the times. */
  readonly fits: 0 | 1;
}

/** Matches of as many days as it takes. They are whole where another day follows, or where there are no more matches. */
function wholeDays(matches: Iterable<Seen>, rows: number) {
  const found: Match[] = [];
  let seen = 0;
  let day: number | undefined;
  for (const match of matches) {
    const its = Math.floor(match.place / ARTICLES_OF_A_DAY);
    if (its !== day && found.length >= rows) return { found, seen, isWhole: true };
    seen += 1;
    day = its;
    if (match.fits) found.push(match);
  }
  return { found, seen, isWhole: false };
}

/** In the order of a list by date. */
function inOrder(found: readonly Match[], direction: WalkShape['direction']): readonly Match[] {
  const before = direction === 'asc' ? -1 : 1;
  return found.toSorted((one, other) => {
    if (one.publishedAt !== other.publishedAt) return one.publishedAt < other.publishedAt ? before : -before;
    return one.id < other.id ? before : -before;
  });
}

/** The parameters are those of the position, the times, the range, how many matches are tried, and the facets. */
function prepareWalk({ client }: Connection, { direction, positioned, facets, from, before }: WalkShape) {
  const fits = [
    ...(positioned ? [`(published_at, id) ${direction === 'asc' ? '>' : '<'} (+?, +?)`] : []),
    ...(from ? ['published_at >= +?'] : []),
    ...(before ? ['published_at < +?'] : []),
  ];
  const start = `rowid >= ${firstPlace('+?')}`;
  const end = `rowid < ${firstPlace('+?')} + ${ARTICLES_OF_A_DAY}`;
  const range = [
    'public_search match +?',
    ...(positioned ? [direction === 'asc' ? start : end] : []),
    ...(from ? [start] : []),
    ...(before ? [end] : []),
  ].join(' and ');
  const isListed = Array.from(
    { length: facets },
    () => `and 1 = (select 1 from public_listings other where other.facet = +?
      and other.published_at = public_articles.published_at and other.article_id = public_articles.id)`,
  );
  return {
    // Each that is tried keeps its turn: to sort them anew would try them all.
    walk: client.prepare<(string | number)[], Seen>(
      `select key, tried.place, published_at as publishedAt, id, ${fits.join(' and ') || '1'} as fits
       from (select rowid as place from public_search where ${range}
         order by rowid ${direction} limit cast(+? as integer)) tried
       cross join public_articles
       where public_articles.place = tried.place ${isListed.join(' ')}`,
    ),
    count: client
      .prepare<(string | number)[], number>(
        `select count(*) from (select 1 from public_search where ${range} limit cast(+? as integer))`,
      )
      .pluck(),
  };
}

/** Where the articles of the day of an instant begin in the full-text index. */
function firstPlace(instant: string): string {
  return `cast(unixepoch(${instant}) / 86400 * ${ARTICLES_OF_A_DAY} as integer)`;
}
