import type { Instant } from '../../domain/time.ts';

/* What parameters mean only together, for `refine` of a query: left alone they would be passed over in silence. */

type Combination<Given> = [isRight: (given: Given) => boolean, wrong: { path: string[]; error: string }];

/** Of `momentParameters`: with the end before the beginning nothing is ever found. */
export const momentsInOrder: Combination<{ readonly from?: Instant; readonly to?: Instant }> = [
  ({ from, to }) => from === undefined || to === undefined || from < to,
  { path: ['from'], error: 'A moment that is not later than that of to.' },
];

export const scopeOfAnArea: Combination<{ readonly area?: string; readonly areaScope: string }> = [
  ({ area, areaScope }) => areaScope === 'subtree' || area !== undefined,
  { path: ['areaScope'], error: 'exact together with area, or subtree.' },
];

interface BodyChoice {
  readonly bodyFormat: string;
  readonly fields?: readonly string[];
  readonly include?: readonly string[];
}

/** @param isUsual whether a body is shown where no fields are named */
export function formatOfABody(isUsual: boolean): Combination<BodyChoice> {
  return [
    ({ bodyFormat, fields, include = [] }) =>
      bodyFormat === 'html' || include.includes('body') || (fields?.includes('body') ?? isUsual),
    { path: ['bodyFormat'], error: 'Another format than html only where the body is shown: name body too.' },
  ];
}
