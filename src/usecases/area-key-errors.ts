import type { ProblemError } from '../domain/problem.ts';
import { isSlug } from '../domain/slug.ts';

/** What is wrong with the areas that something is limited to; `tooMany` says what `most` of them is the most of. */
export function areaKeyErrors(areaKeys: readonly string[], most: number, tooMany: string): ProblemError[] {
  return [
    ...(areaKeys.length > most
      ? [{ pointer: '/areas', detail: tooMany, expected: 'Areas higher up in the tree.' }]
      : []),
    ...areaKeys.flatMap((key, at) =>
      isSlug(key) ? [] : [{ pointer: `/areas/${at}`, detail: 'This is not the slug of an area.', expected: 'A slug.' }],
    ),
  ];
}

/** Which of the areas that something is limited to there are not. */
export function unknownAreaErrors(areaKeys: readonly string[], isKnown: (key: string) => boolean): ProblemError[] {
  return areaKeys.flatMap((key, at) =>
    isKnown(key) || !isSlug(key)
      ? []
      : [{ pointer: `/areas/${at}`, detail: `There is no area ${key}.`, expected: 'The slug of an area.' }],
  );
}
