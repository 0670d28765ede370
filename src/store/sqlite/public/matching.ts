import { eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Connection } from '../engine/connection.ts';
import { madeOnce } from '../engine/first-use.ts';
import { publicListings } from './public-tables.ts';
import { hasBeginning } from './search-words.ts';

/** Articles that match a search of which all are looked at; of one that more of them match, these are the newest. */
export const MAX_FEW = 1_000;
/** Of an archive in which more than one article in so many matches, it is cheaper to try one after the other. */
const MOST = 20;
/** Entries that are tried one after the other; a page far down would try too many. */
const MAX_TRIED_ROWS = 200;

/** The full-text indexes, each with the table whose rows it mirrors. */
const INDEXES = { public_search: 'public_articles', public_quote_search: 'public_quotes' } as const;
export type SearchIndexName = keyof typeof INDEXES;

/** What a full-text query finds, as far as it is good to know before it is used. */
export interface Matching {
  readonly match: string;
  /** `few`: at most MAX_FEW. `most`: so many that trying one article after the other soon finds one. */
  readonly breadth: 'few' | 'many' | 'most';
  /** Keys of the rows that became public last, newest first: all of them when they are few. */
  readonly newest: readonly number[];
  /** The part of all rows that matches, as far as the newest tell. */
  readonly frequency: number;
  /** The key that was given out last. */
  readonly lastKey: number;
}

/** Matches that are looked at first: they cost a quarter of what MAX_FEW do, and often say enough. */
const FIRST_LOOK = 50;
/** Searches of which it is remembered how much they find; beyond them all are forgotten. */
const MAX_REMEMBERED = 1_000;

/** Looks at the newest matches, which the index gives without reading the rest. */
export function prepareMatching(
  { client }: Connection,
  index: SearchIndexName = 'public_search',
): (match: string) => Matching {
  const newestOf = client
    .prepare<[string, number], number>(
      `select rowid from ${index} where ${index} match +? order by rowid desc limit cast(+? as integer)`,
    )
    .pluck();
  const last = client.prepare<[], number>(`select max(key) from ${INDEXES[index]}`).pluck();

  const lookAt = (match: string, lastKey: number, rows: number): Matching => {
    const keys = newestOf.all(match, rows + 1);
    const isAll = keys.length <= rows;
    const frequency = keys.length / (isAll ? lastKey : lastKey - (keys.at(-1) ?? 0) + 1);
    const isMost = frequency * MOST > 1 && !hasBeginning(match);
    return {
      match,
      breadth: isAll ? 'few' : isMost ? 'most' : 'many',
      newest: keys.slice(0, rows),
      frequency,
      lastKey,
    };
  };

  /** By what was looked for: a search comes again with other pages and filters. It decides on the way alone. */
  const frequencies = new Map<string, number>();
  const glance = (match: string, lastKey: number): Matching => {
    const first = lookAt(match, lastKey, FIRST_LOOK);
    if (frequencies.size >= MAX_REMEMBERED) frequencies.clear();
    if (first.breadth !== 'few') frequencies.set(match, first.frequency);
    return first;
  };

  return (match) => {
    const lastKey = last.get() ?? 0;
    const whole = () => lookAt(match, lastKey, MAX_FEW);
    // To look a beginning up costs more than what it finds, and quotes are weighed otherwise.
    if (lastKey > MAX_WALKED || hasBeginning(match) || index !== 'public_search') return whole();
    const known = frequencies.get(match);
    const first = known === undefined ? glance(match, lastKey) : undefined;
    if (first?.breadth === 'few') return first;
    const newest = madeOnce(() => newestOf.all(match, MAX_FEW));
    const many: Matching = {
      match,
      breadth: 'many',
      get newest() {
        return newest();
      },
      frequency: known ?? first?.frequency ?? 0,
      lastKey,
    };
    return isSoonFound(many, PAGE_ROWS) && !isSoonTried(many, PAGE_ROWS) ? many : whole();
  };
}

/** How a list finds what matches: a few by themselves, or, walking through the list, in a set of them. */
export type MatchingBy = 'none' | 'few' | 'walk' | 'set' | 'trial';

/** @param rows entries that are wanted from the start of the list on; all of them when it is infinite */
export function matchingBy(matching: Matching | undefined, rows: number): MatchingBy {
  if (!matching) return 'none';
  if (matching.breadth === 'few') return isSoonFound(matching, rows) ? 'walk' : 'few';
  return matching.breadth === 'most' && rows <= MAX_TRIED_ROWS && isSoonTried(matching, rows) ? 'trial' : 'set';
}

/** To try one entry costs as much as to gather so many matches. */
const GATHERED_FOR_TRIED = 1_000;

/** Whether as many matches are found by trying entry after entry sooner than all of a large archive are gathered. */
function isSoonTried({ frequency, lastKey }: Matching, rows: number): boolean {
  return (rows / frequency) * GATHERED_FOR_TRIED < frequency * lastKey;
}

/** How many times more entries are tried than it should take. */
const PATIENCE = 2;

/**
 * Entries that are tried before the matches are gathered after all: they may lie anywhere, and many articles that came one
 * after the other may have none.
 */
export function triedRows(matching: Matching | undefined, rows: number): number {
  return matching ? Math.ceil((PATIENCE * rows) / matching.frequency) : 0;
}

/** Entries that a list may be walked through at most, to its end, where all that match lie there. */
const MAX_WALKED = 50_000;
/** To look an entry up costs as much as to pass over so many. */
const PASSED_FOR_ENTRY = 4;
/** Matches that a page has by itself. */
const PAGE_ROWS = 21;

/** Whether the list, in its own order, comes to as many matches sooner than all of them are looked up and sorted. */
function isSoonFound({ frequency, lastKey }: Matching, rows: number): boolean {
  return lastKey <= MAX_WALKED && rows < frequency * frequency * lastKey * PASSED_FOR_ENTRY;
}

/** To look a quote up, with its article and its speaker, costs as much as to pass over so many others. */
const PASSED_FOR_QUOTE = 8;
/** Quotes that are sooner found all at once than one after the other is tried. */
const MAX_GATHERED = 10_000;

/** The same of a list of quotes. */
export function matchingQuotesBy(matching: Matching | undefined, rows: number): MatchingBy {
  if (matching?.breadth === 'few') {
    const { newest, lastKey } = matching;
    return rows * lastKey < newest.length * newest.length * PASSED_FOR_QUOTE ? 'walk' : 'few';
  }
  const by = matchingBy(matching, rows);
  return by === 'trial' && matching && estimateOf(matching) <= MAX_GATHERED ? 'set' : by;
}

/** How many match, if they are as frequent everywhere as among the newest. */
function estimateOf({ frequency, lastKey }: Matching): number {
  return frequency * lastKey;
}

/** The parameters that `isListedAndMatches` wants. */
export function matchingParameters(matching: Matching | undefined): Record<string, unknown> {
  return { match: matching?.match, few: matching?.breadth === 'few' ? JSON.stringify(matching.newest) : undefined };
}

/** Restricts entries of the listings to those under the facet `driving` that match. */
export function isListedAndMatches(by: MatchingBy): SQL[] {
  const { facet: listed, key } = publicListings;
  const driving = sql.placeholder('driving');
  // What is likely is no good way in: few matches are looked up one by one, each with the facet, and sorted.
  return [by === 'few' ? sql`likely(${listed} = ${driving})` : eq(listed, driving), ...matches(by, key)];
}

/** Restricts articles, by their key, to those that match. The plus keeps many of them filtered out of a list's own order. */
export function matches(by: MatchingBy, key: SQLWrapper, index: SearchIndexName = 'public_search'): SQL[] {
  const search = sql.raw(index);
  const match = sql.placeholder('match');
  switch (by) {
    case 'none':
      return [];
    case 'few':
      return [sql`${key} in (select value from json_each(${sql.placeholder('few')}))`];
    case 'walk':
      return [sql`+${key} in (select value from json_each(${sql.placeholder('few')}))`];
    case 'set':
      return [sql`+${key} in (select rowid from ${search} where ${search} match ${match})`];
    case 'trial':
      return [sql`1 = (select 1 from ${search} where ${search} match ${match} and rowid = ${key})`];
    default:
      return by satisfies never;
  }
}

/** How many articles match a search that nothing else narrows. */
export function prepareMatchCount({ client }: Connection): (matching: Matching) => number {
  const count = client
    .prepare<[string], number>('select count(*) from public_search where public_search match +?')
    .pluck();
  return ({ match, breadth, newest }) => (breadth === 'few' ? newest.length : (count.get(match) ?? 0));
}
