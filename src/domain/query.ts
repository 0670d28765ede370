import type { AreaRef } from './area.ts';
import type { OfficialRef, OrganisationRef } from './official.ts';
import { Problem } from './problem.ts';
import type { Instant } from './time.ts';
import type { OpenState, Publicity } from './workflow.ts';

export const MAX_LIMIT = 100;
export const DEFAULT_LIMIT = 20;

export const ARTICLE_SORTS = ['-publishedAt', 'publishedAt', '-updatedAt', 'title', 'relevance'] as const;
export type ArticleSort = (typeof ARTICLE_SORTS)[number];

/** Rows that can be passed over to reach a page by its number; those behind them are reached by cursors. */
export const MAX_NUMBERED_ROWS = 10_000;

/** Where a page starts: behind (`next`) or before (`prev`) a row, named by its sort key and its id. */
export interface Position {
  readonly direction: 'next' | 'prev';
  /** The row's sort keys, its unique last key included. */
  readonly keys: readonly string[];
}

/** How a list speaks of the cursors that name its positions. */
export interface CursorFacts {
  readonly parameter: string;
  readonly expected: string;
}

const PAGE_CURSOR: CursorFacts = {
  parameter: 'cursor',
  expected: 'The value of page.next or page.prev of an answer with the same filters and sort.',
};

/** The refusal of a cursor that no answer of the list has given out: one of another list, or one that somebody made up. */
export function foreignCursor({ parameter, expected } = PAGE_CURSOR): Problem {
  const errors = [{ parameter, detail: 'This is not a cursor of this query.', expected }];
  return new Problem('invalid_parameter', 'The cursor cannot be used here.', { errors });
}

/** The number that a key stands for. @throws Problem `invalid_parameter` for what no row has */
export function numberOfKey(key: string | undefined, facts?: CursorFacts): number {
  if (key !== undefined && /^-?\d{1,15}$/.test(key)) return Number(key);
  throw foreignCursor(facts);
}

export interface PageQuery {
  /** Rows, 1 to MAX_LIMIT. */
  readonly limit: number;
  readonly position: Position | null;
  /** Rows to pass over from the position on, in its direction. */
  readonly offset?: number;
  /** Whether the rows of the whole list are counted. */
  readonly count?: boolean;
}

/** Areas, officials and organisations are named by slug. All filters must hold together. */
export interface ArticleFilters {
  readonly area?: string;
  /** `subtree`: the area and everything below it. */
  readonly areaScope?: 'subtree' | 'exact';
  readonly official?: string;
  readonly organisation?: string;
  readonly tag?: string;
  readonly language?: string;
  /** First instant of publication that counts. */
  readonly from?: Instant;
  /** First instant of publication that counts no more. */
  readonly before?: Instant;
  readonly updatedSince?: Instant;
  readonly search?: SearchTerms;
}

export interface ArticleQuery extends ArticleFilters, PageQuery {
  readonly sort: ArticleSort;
  /** By what the whole list is broken down. */
  readonly facets?: readonly FacetKind[];
  /** Whether each article comes with what matches the search in it. */
  readonly highlight?: boolean;
}

export interface QuoteQuery extends PageQuery {
  readonly official?: string;
  readonly organisation?: string;
  readonly area?: string;
  readonly search?: SearchTerms;
}

/** A list of officials or organisations. */
export interface NameQuery extends PageQuery {
  /** What stands in their names. */
  readonly search?: SearchTerms;
}

/** By what a list of articles can be broken down. */
export const FACET_KINDS = ['area', 'tag', 'year', 'official', 'organisation', 'language'] as const;
export type FacetKind = (typeof FACET_KINDS)[number];

/** Values that one breakdown has at most, those with the most articles. */
export const MAX_FACET_VALUES = 100;
/** Articles of a list with several filters that are counted by what they are; of a longer one the newest. */
export const MAX_FACETED = 10_000;

/** How many articles of a list have each value, most first. */
export interface Facets {
  /** Whether all articles of the list were counted, and not only the newest MAX_FACETED. */
  readonly isComplete: boolean;
  readonly area?: readonly (AreaRef & Counted)[];
  readonly tag?: readonly ({ readonly tag: string } & Counted)[];
  /** The newest first. */
  readonly year?: readonly ({ readonly year: string } & Counted)[];
  readonly official?: readonly (OfficialRef & Counted)[];
  readonly organisation?: readonly (OrganisationRef & Counted)[];
  readonly language?: readonly ({ readonly language: string } & Counted)[];
}

interface Counted {
  readonly articles: number;
}

/** A text cut at the words that match a search. */
export type Passage = readonly { readonly text: string; readonly isHit: boolean }[];

/** Where the words of a search stand in an article; null where they do not. */
export interface Highlights {
  readonly title: Passage | null;
  readonly summary: Passage | null;
  /** The part of the body with most of them. */
  readonly body: Passage | null;
}

/** One page of articles. */
export interface ArticleSlice<Row> extends Slice<Row & { readonly highlights?: Highlights }> {
  readonly facets?: Facets;
}

/** What the newsroom lists; all filters must hold together. */
export interface NewsroomQuery extends PageQuery {
  readonly open?: OpenState;
  readonly public?: Publicity;
  /** Slug-like key of an area, with everything below it. */
  readonly area?: string;
  /** Name of the person whose articles they are. */
  readonly createdBy?: string;
  /** Canonical address, which one article has. */
  readonly url?: string;
  /** What the title of the newest save must have in it: words, and phrases as they stand. */
  readonly search?: SearchTerms;
  /** A tag of the newest save, or a word that stands for it. */
  readonly tag?: string;
  /** First instant of the last change that counts. */
  readonly from?: Instant;
  /** First instant of the last change that counts no more. */
  readonly before?: Instant;
}

/** Articles, those that changed last, among which the newsroom looks for titles and tags: so no search can take long. */
export const MAX_SOUGHT_ARTICLES = 50_000;

/** One thing to look for: words that must follow each other; `prefix` when the last one may go on. */
export interface SearchTerm {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** What a reader typed, as terms that must all occur; no operators, so no input is an error. No terms find nothing. */
export type SearchTerms = readonly SearchTerm[];

/** One page of rows and where the neighbouring pages start. */
export interface Slice<Row> {
  readonly rows: readonly Row[];
  readonly next: Position | null;
  readonly prev: Position | null;
  /** Rows of the whole list, where they were to be counted. */
  readonly total?: number;
}

/**
 * One page of a list that is at hand as a whole. The row that a page starts from may be gone.
 * @param all in ascending order of their keys
 */
export function pageOf<Row>(
  all: readonly Row[],
  { limit, position }: PageQuery,
  keysOf: (row: Row) => Position['keys'],
): Slice<Row> {
  const isBefore = (row: Row) => position !== null && compareKeys(keysOf(row), position.keys) < 0;
  const isUpTo = (row: Row) => position !== null && compareKeys(keysOf(row), position.keys) <= 0;
  const isBackwards = position?.direction === 'prev';
  const edge = all.filter(isBackwards ? isBefore : isUpTo).length;
  const start = isBackwards ? Math.max(0, edge - limit) : edge;
  const rows = all.slice(start, isBackwards ? edge : edge + limit);
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    next: last !== undefined && start + rows.length < all.length ? { direction: 'next', keys: keysOf(last) } : null,
    prev: first !== undefined && start > 0 ? { direction: 'prev', keys: keysOf(first) } : null,
  };
}

/** Which of two comes first by its keys: negative for the one, positive for the other. */
export function compareKeys(one: Position['keys'], other: Position['keys']): number {
  const at = one.findIndex((key, index) => key !== other[index]);
  return at === -1 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}
