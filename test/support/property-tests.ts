import fc from 'fast-check';

const SEED = 20_201_029;
/** Of `npm run soak`: how many times as many runs, from seeds of their own. */
const times = Number(process.env['SOAK'] ?? 0);

// A gate that says one thing of a commit today says it tomorrow: what chance finds is looked for by `npm run soak`.
fc.configureGlobal({ numRuns: runs(100), ...(times === 0 && { seed: SEED }) });

/** As many runs of a property as it has in `npm test`, or so many times as many. */
export function runs(count: number): number {
  return count * Math.max(times, 1);
}

/** How long so many runs may take: `millis` milliseconds in `npm test`. */
export function patience(millis: number): number {
  return runs(millis);
}

/** Before these stand the characters below the surrogates, behind them those above. */
const SURROGATES = [0xd800, 0xe000] as const;
const LAST_CHARACTER = 0x10ffff;

/**
 * Any character, the unit of a text: what fast-check gives for `binary`, which writes down all of the million for every
 * process that asks, and holds 150 MB of them as long as it lives.
 */
export const anyCharacter = fc
  .nat({ max: LAST_CHARACTER - (SURROGATES[1] - SURROGATES[0]) })
  .map((place) => String.fromCodePoint(place < SURROGATES[0] ? place : place + SURROGATES[1] - SURROGATES[0]), placeOf);

/** @throws Error when it is not one character, as fast-check has it */
function placeOf(value: unknown): number {
  const [character = '', ...others] = typeof value === 'string' ? value : '';
  const point = character.codePointAt(0);
  if (point === undefined || others.length > 0 || !character.isWellFormed()) throw new Error('not one character');
  return point < SURROGATES[0] ? point : point - (SURROGATES[1] - SURROGATES[0]);
}

export { fc };
