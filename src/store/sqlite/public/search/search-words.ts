import type { SearchTerm, SearchTerms } from '../../../../domain/query.ts';

/** Characters that a beginning must have: with fewer it stands for too many words to look them all up. */
const MIN_PREFIX_LENGTH = 3;

/** What the index knows as part of a word. */
const LETTER = /[\p{L}\p{N}\p{Co}]/u;

/**
 * What was asked for as an FTS5 query: every word quoted, so that nothing a reader types is an operator, and without
 * NUL, which ends a query. Undefined when there is nothing to look for, which nothing matches.
 */
export function matchOf(terms: SearchTerms): string | undefined {
  const [beginnings, whole] = partition(
    terms.filter(({ words }) => words.some((word) => LETTER.test(word))),
    isBeginning,
  );
  // What stands beside each other must all occur, as with AND, which binds less.
  const parts = [
    whole.map(({ words }) => quoted(words)).join(' '),
    ...beginnings.map(({ words }) => beginsWith(words)),
  ];
  const query = parts.filter((part) => part !== '').join(' AND ');
  return query === '' ? undefined : query;
}

function isBeginning({ words, prefix }: SearchTerm): boolean {
  return prefix && [...(words.at(-1) ?? '').normalize('NFC')].length >= MIN_PREFIX_LENGTH;
}

function partition<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** Whether a query looks for beginnings, for which the index collects every word that begins so at each use. */
export function hasBeginning(match: string): boolean {
  return match.includes('" *');
}

function beginsWith(words: readonly string[]): string {
  const before = words.slice(0, -1);
  const endings = completions(words.at(-1) ?? '').map((word) => quoted([...before, word]));
  return `(${[`${quoted(words)} *`, ...endings].join(' OR ')})`;
}

function quoted(words: readonly string[]): string {
  return `"${words.join(' ').replaceAll('\0', ' ').replaceAll('"', '""')}"`;
}

/**
 * Words that a beginning may have been meant to become. The index knows words by their stems, and a beginning can be
 * longer than the stem: what begins with `communit` stands there as `commun`. With its ending it has the same stem.
 */
function completions(beginning: string): string[] {
  const words = ENDINGS.flatMap((ending) =>
    Array.from({ length: ending.length }, (_, begun) => ending.slice(0, begun))
      .filter((begun) => beginning.endsWith(begun))
      .map((begun) => beginning + ending.slice(begun.length)),
  );
  return [...new Set(words)];
}

/** Endings that Porter's stemmer takes off, those that come most in English prose. */
const ENDINGS = [
  'y',
  'e',
  's',
  'ed',
  'es',
  'ies',
  'ing',
  'er',
  'ers',
  'ly',
  'al',
  'ally',
  'ion',
  'ions',
  'ation',
  'ations',
  'ity',
  'ities',
  'ment',
  'ments',
  'ness',
  'able',
  'ance',
  'ence',
  'ive',
  'ous',
];
