import type * as z from 'zod';
import type { Instant } from '../../domain/time.ts';

/* What parameters mean only together, for `refine` of a query: left alone they would be passed over in silence. */

type Combination<Given> = [
  isRight: (given: Given) => boolean,
  wrong: { path: string[]; error: string; params: typeof COMBINED },
];

/** How a fault of this kind is told from a value that is none: `params` of its issue. */
const COMBINED = { isCombined: true } as const;

/** Whether a value is one of its parameter, and cannot stand beside the others that are given. */
export function isCombined(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'custom' && issue.params?.['isCombined'] === true;
}

/** Of `momentParameters`: with the end before the beginning nothing is ever found. */
export const momentsInOrder: Combination<{ readonly from?: Instant; readonly to?: Instant }> = [
  ({ from, to }) => from === undefined || to === undefined || from < to,
  { path: ['from'], error: 'A moment that is not later than that of to.', params: COMBINED },
];

export const scopeOfAnArea: Combination<{ readonly area?: string; readonly areaScope: string }> = [
  ({ area, areaScope }) => areaScope === 'subtree' || area !== undefined,
  { path: ['areaScope'], error: 'exact together with area, or subtree.', params: COMBINED },
];

interface BodyChoice {
  readonly bodyFormat: string;
  readonly fields?: readonly string[];
  readonly include?: readonly string[];
}

interface FollowedBody {
  readonly bodyFormat: string;
  readonly include?: string;
}

/** Of those who follow changes. */
export const formatOfAnArticle: Combination<FollowedBody> = [
  ({ bodyFormat, include }) => bodyFormat === 'html' || include === 'article',
  { path: ['bodyFormat'], error: 'html, or another format together with include=article.', params: COMBINED },
];

/** @param isUsual whether a body is shown where no fields are named */
export function formatOfABody(isUsual: boolean): Combination<BodyChoice> {
  return [
    ({ bodyFormat, fields, include = [] }) =>
      bodyFormat === 'html' || include.includes('body') || (fields?.includes('body') ?? isUsual),
    {
      path: ['bodyFormat'],
      error: 'Another format than html only where the body is shown: name body too.',
      params: COMBINED,
    },
  ];
}

export const sortByWords: Combination<{ readonly sort: string; readonly q?: unknown }> = [
  ({ sort, q }) => sort !== 'relevance' || q !== undefined,
  { path: ['sort'], error: 'Another sort, or relevance together with q.', params: COMBINED },
];

export const marksOfWords: Combination<{ readonly highlight?: boolean; readonly q?: unknown }> = [
  ({ highlight, q }) => highlight !== true || q !== undefined,
  { path: ['highlight'], error: 'true together with q.', params: COMBINED },
];
