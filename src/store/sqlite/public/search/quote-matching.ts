import { type SQL, sql } from 'drizzle-orm';
import type { Connection } from '../../engine/connection.ts';
import { valuesIn } from '../../engine/json-values.ts';
import { publicQuotes } from '../public-tables.ts';
import { hasBeginning } from './search-words.ts';

/** Quotes that match a search of which all are looked at. */
const MAX_FEW = 1_000;
/** Of an archive in which more than one quote in so many matches, it is cheaper to try one after the other. */
const MOST = 20;
/** Quotes that are tried one after the other; a page far down would try too many. */
const MAX_TRIED_ROWS = 200;

/** What a full-text query finds among quotes, as far as it is good to know before it is used. */
export interface QuoteMatching {
  readonly match: string;
  /** `few`: at most MAX_FEW. `most`: so many that trying one quote after the other soon finds one. */
  readonly breadth: 'few' | 'many' | 'most';
  /** Keys of the quotes that became public last, newest first: all of them when they are few. */
  readonly newest: readonly number[];
  /** The part of all quotes that matches, as far as the newest tell. */
  readonly frequency: number;
  /** The key that was given out last. */
  readonly lastKey: number;
}

/** Looks at the newest matches, which the index gives without reading the rest. */
export function prepareMatchingQuotes({ client }: Connection): (match: string) => QuoteMatching {
  const newestOf = client
    .prepare<[string, number], number>(
      `select rowid from public_quote_search where public_quote_search match +?
       order by rowid desc limit cast(+? as integer)`,
    )
    .pluck();
  const last = client.prepare<[], number>('select max(key) from public_quotes').pluck();
  return (match) => {
    const lastKey = last.get() ?? 0;
    const keys = newestOf.all(match, MAX_FEW + 1);
    const isAll = keys.length <= MAX_FEW;
    const frequency = keys.length / (isAll ? lastKey : lastKey - (keys.at(-1) ?? 0) + 1);
    const isMost = frequency * MOST > 1 && !hasBeginning(match);
    return {
      match,
      breadth: isAll ? 'few' : isMost ? 'most' : 'many',
      newest: keys.slice(0, MAX_FEW),
      frequency,
      lastKey,
    };
  };
}

/** How a list finds what matches: a few by themselves, or, walking through the list, in a set of them or one by one. */
export type QuotesBy = 'none' | 'few' | 'walk' | 'set' | 'trial';

/** To look a quote up, with its article and its speaker, costs as much as to pass over so many others. */
const PASSED_FOR_QUOTE = 8;
/** Quotes that are sooner found all at once than one after the other is tried. */
const MAX_GATHERED = 10_000;
/** To try one quote costs as much as to gather so many matches. */
const GATHERED_FOR_TRIED = 1_000;

/** @param rows quotes that are wanted from the start of the list on; all of them when it is infinite */
export function matchingQuotesBy(matching: QuoteMatching | undefined, rows: number): QuotesBy {
  if (!matching) return 'none';
  const { breadth, newest, lastKey, frequency } = matching;
  if (breadth === 'few') return rows * lastKey < newest.length * newest.length * PASSED_FOR_QUOTE ? 'walk' : 'few';
  // How many match, if they are as frequent everywhere as among the newest.
  const all = frequency * lastKey;
  const isSoonTried = rows <= MAX_TRIED_ROWS && (rows / frequency) * GATHERED_FOR_TRIED < all;
  return breadth === 'most' && isSoonTried && all > MAX_GATHERED ? 'trial' : 'set';
}

/** The parameters that `quotesMatch` wants. */
export function quoteMatchingParameters(matching: QuoteMatching | undefined): Record<string, unknown> {
  return { match: matching?.match, few: matching?.breadth === 'few' ? JSON.stringify(matching.newest) : undefined };
}

/** Restricts quotes to those that match. The plus keeps many of them filtered out of a list's own order. */
export function quotesMatch(by: QuotesBy): SQL[] {
  const { key } = publicQuotes;
  const match = sql.placeholder('match');
  switch (by) {
    case 'none':
      return [];
    case 'few':
      return [sql`${key} in ${valuesIn('few')}`];
    case 'walk':
      return [sql`+${key} in ${valuesIn('few')}`];
    case 'set':
      return [sql`+${key} in (select rowid from public_quote_search where public_quote_search match ${match})`];
    case 'trial':
      return [sql`1 = (select 1 from public_quote_search where public_quote_search match ${match} and rowid = ${key})`];
    default:
      return by satisfies never;
  }
}
