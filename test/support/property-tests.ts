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

export { fc };
