/**
 * Most that the time of linear work may grow when it is done at once instead of in PARTS: far below PARTS, and above
 * what collecting costs, which may be ten times dearer for a whole that must be held at once.
 */
export const MAX_GROWTH = 24;
const PARTS = 64;
/** So many of the parts are timed, in the name of all of them. */
const TIMED_PARTS = 16;
const MAX_ROUNDS = 12;
/** In microseconds; what is shorter is not told from nothing, for some kernels count a thread's time in ticks of 4 or 10 ms. */
const FLOOR = 10_000;

/**
 * How many times more processor time the whole size takes at once than in PARTS parts: a few times for linear work,
 * PARTS times for quadratic work, however fast or busy the machine is.
 */
export function growthOf(size: number, run: (size: number) => void): number {
  const part = Math.ceil(size / PARTS);
  run(part);
  let [whole, parts, growth] = [0, 0, Number.POSITIVE_INFINITY];
  // A tick misses a run or hits it twice: over several rounds that evens out, on either side.
  for (let round = 0; round < MAX_ROUNDS && growth >= MAX_GROWTH; round += 1) {
    whole += timeOf(() => run(size));
    const timed = timeOf(() => {
      for (let done = 0; done < TIMED_PARTS; done += 1) run(part);
    });
    parts += timed * (PARTS / TIMED_PARTS);
    growth = Math.max(whole, FLOOR) / Math.max(parts, FLOOR);
  }
  return growth;
}

/** Most that the time of linear work may grow when it is doubled: quadratic work takes four times as long. */
export const MAX_DOUBLED = 3;

/**
 * How many times more processor time the doubled work takes: some two times for linear work, four times for quadratic work. It sees
 * what is quadratic beside much that is linear, where doing all at once or in parts tells little.
 */
export function doublingOf(work: () => void, doubled: () => void): number {
  let [once, twice, growth] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // Whatever runs beside it only ever takes time: the least of several is the work's own.
  for (let round = 0; round < MAX_ROUNDS && growth >= MAX_DOUBLED; round += 1) {
    // First, so that what is not compiled yet can only make it look worse; where it did, the second round is not about the other.
    twice = Math.min(twice, timeOf(doubled));
    if (round !== 1) once = Math.min(once, timeOf(work));
    growth = Math.max(twice, FLOOR) / Math.max(once, FLOOR);
  }
  return growth;
}

/** In microseconds, of this thread: what is collected and compiled beside it is not the work's. */
function timeOf(run: () => void): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  return user + system;
}
