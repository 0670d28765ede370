import { eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Instant } from '../../../../domain/time.ts';
import type { Connection } from '../../engine/connection.ts';
import { madeOnce, madeOnFirstUse } from '../../engine/first-use.ts';
import { valuesIn } from '../../engine/json-values.ts';
import { placeOf, publicListings } from '../public-tables.ts';
import { hasBeginning } from './search-words.ts';

/** Articles that match a search of which all are looked at; of one that more of them match, these are the newest. */
export const MAX_FEW = 1_000;
/** Of an archive in which more than one article in so many matches, it is cheaper to try one after the other. */
const MOST = 20;
/** Entries that are tried one after the other; a page far down would try too many. */
const MAX_TRIED_ROWS = 200;

/** An article that matches. */
export interface Match {
  readonly key: number;
  /** Where it stands in the full-text index. */
  readonly place: number;
  readonly publishedAt: Instant;
  readonly id: string;
}

/** What a full-text query finds. All but the query is found out when it is first asked for: the commonest lists need none of it. */
export interface Matching {
  readonly match: string;
  /** `few`: at most MAX_FEW. `most`: so many that trying one article after the other soon finds one. */
  readonly breadth: 'few' | 'many' | 'most';
  /** Keys of all that match when they are few. */
  readonly few: readonly number[];
  /** The part of all articles that matches, as far as the newest tell; 0 of few, where nobody asks. */
  readonly frequency: number;
  /** The key that was given out last. */
  readonly lastKey: number;
}

/** Articles of an archive in which a list may be walked to its end, where all that match lie there. */
const MAX_WALKED = 50_000;
/** Matches that are looked at first in it: they cost a tenth of what MAX_FEW do, and often say enough. */
const FIRST_LOOK = 50;
/** Entries among which these must lie, or they are too rare to be walked to. */
const FIRST_STRETCH = 5_000;
/** To look an entry up costs as much as to pass over so many. */
const PASSED_FOR_ENTRY = 4;
/** Matches that a page has by itself. */
const PAGE_ROWS = 21;

/** Looks at the newest matches, which the index gives without reading the rest. */
export function prepareMatching({ client }: Connection): (match: string) => Matching {
  const newestOf = client.prepare<[string, number], Pick<Match, 'key' | 'place'>>(
    `select key, place from public_search
     cross join public_articles on place = public_search.rowid
     where public_search match +? order by public_search.rowid desc limit cast(+? as integer)`,
  );
  const countSince = client
    .prepare<[number, number], number>(
      `select count(*) from
       (select 1 from public_articles where place >= cast(+? as integer) limit cast(+? as integer))`,
    )
    .pluck();
  const last = client.prepare<[], number>('select max(key) from public_articles').pluck();

  type Look = Pick<Matching, 'breadth' | 'few' | 'frequency'>;
  const lookAt = (match: string, rows: number, stretch: number): Look => {
    const found = newestOf.all(match, rows + 1);
    const oldest = found.at(-1);
    if (found.length <= rows || !oldest) return { breadth: 'few', few: found.map(({ key }) => key), frequency: 0 };
    const since = countSince.get(oldest.place, stretch) ?? stretch;
    const isMost = since < found.length * MOST && !hasBeginning(match);
    return { breadth: isMost ? 'most' : 'many', few: [], frequency: found.length / since };
  };
  const look = (match: string, lastKey: number): Look => {
    // To look a beginning up costs more than what it finds.
    if (lastKey <= MAX_WALKED && !hasBeginning(match)) {
      const first = lookAt(match, FIRST_LOOK, FIRST_STRETCH);
      if (first.breadth === 'few') return first;
      // Whether the list, in its own order, comes to as many matches sooner than all of them are looked up and sorted.
      if (PAGE_ROWS < first.frequency ** 2 * lastKey * PASSED_FOR_ENTRY) return { ...first, breadth: 'many' };
    }
    return lookAt(match, MAX_FEW, MAX_FEW * MOST);
  };

  return (match) => {
    const lastKey = madeOnce(() => last.get() ?? 0);
    const looked = madeOnce(() => look(match, lastKey()));
    return madeOnFirstUse<Matching>({
      match: () => match,
      breadth: () => looked().breadth,
      few: () => looked().few,
      frequency: () => looked().frequency,
      lastKey,
    });
  };
}

/** How a list finds what matches: a few by themselves, or, walking through the list, in a set of them. */
export type MatchingBy = 'none' | 'few' | 'set' | 'trial';

/** Entries that are walked past in less time than a look at what matches takes. */
const MAX_SHORT = 2_000;

/**
 * @param rows entries that are wanted from the start of the list on; all of them when it is infinite
 * @param entries says how many the list has, whatever matches
 */
export function matchingBy(
  matching: Matching | undefined,
  rows: number,
  entries: () => number = () => Number.POSITIVE_INFINITY,
): MatchingBy {
  if (!matching) return 'none';
  if (matching.lastKey <= MAX_WALKED && entries() <= MAX_SHORT) return 'set';
  if (matching.breadth === 'few') return 'few';
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
export function triedRows(matching: Matching, rows: number): number {
  return Math.ceil((PATIENCE * rows) / matching.frequency);
}

/** The parameters that `isListedAndMatches` wants. */
export function matchingParameters(matching: Matching | undefined, by: MatchingBy): Record<string, unknown> {
  return {
    match: matching?.match,
    few: by === 'few' ? JSON.stringify(matching?.few) : undefined,
  };
}

/** Restricts entries of the listings to those under the facet `driving` that match. */
export function isListedAndMatches(by: MatchingBy): SQL[] {
  const { facet: listed, publishedAt, key } = publicListings;
  const driving = sql.placeholder('driving');
  // What is likely is no good way in: few matches are looked up one by one, each with the facet, and sorted.
  return [
    by === 'few' ? sql`likely(${listed} = ${driving})` : eq(listed, driving),
    ...matches(by, { key, place: placeOf(publishedAt, key) }),
  ];
}

/** Where an article is found in what matches. */
interface Sought {
  readonly key: SQLWrapper;
  /** Left out where it takes a look at the article. */
  readonly place?: SQLWrapper;
}

/** Restricts articles to those that match. The plus keeps many of them filtered out of a list's own order. */
export function matches(by: MatchingBy, { key, place }: Sought): SQL[] {
  const match = sql.placeholder('match');
  switch (by) {
    case 'none':
      return [];
    case 'few':
      return [sql`${key} in ${valuesIn('few')}`];
    case 'set':
      return [
        place
          ? sql`+(${place}) in (select rowid from public_search where public_search match ${match})`
          : sql`+${key} in (select found.key from public_search cross join public_articles found
          on found.place = public_search.rowid where public_search match ${match})`,
      ];
    case 'trial':
      return [isMatch(place ?? sql`(select sought.place from public_articles sought where sought.key = ${key})`)];
    default:
      return by satisfies never;
  }
}

/** Whether the article of a place matches `match`: looked up in the index, which takes some 45 µs in a large one. */
export function isMatch(place: SQLWrapper): SQL {
  return sql`1 = (select 1 from public_search where public_search match ${sql.placeholder('match')} and rowid = ${place})`;
}

/** How many articles match a search that nothing else narrows. */
export function prepareMatchCount({ client }: Connection): (match: string) => number {
  const count = client
    .prepare<[string], number>('select count(*) from public_search where public_search match +?')
    .pluck();
  return (match) => count.get(match) ?? 0;
}
