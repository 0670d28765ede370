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

/**
 * Which areas have nothing of those that somebody is limited to: whoever asks for them would never be told anything.
 * @param pathOf the slugs from the root down to an area; undefined where it is not to be judged
 */
export function outsideErrors(
  areaKeys: readonly string[],
  granted: readonly string[],
  pathOf: (key: string) => string | undefined,
): ProblemError[] {
  const paths = granted.map(pathOf);
  return areaKeys.flatMap((key, at) => {
    const path = pathOf(key);
    const isOutside = path !== undefined && paths.every((other) => other !== undefined && !areNested(path, other));
    if (granted.length === 0 || !isOutside) return [];
    const detail = 'It lies outside of the areas that you get.';
    return [{ pointer: `/areas/${at}`, detail, expected: 'An area in one of those, or around it.', allowed: granted }];
  });
}

function areNested(one: string, other: string): boolean {
  return `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`);
}
