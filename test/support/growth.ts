/**
 * Most that the time of linear work may grow when it is done at once instead of in PARTS: far below PARTS, and above
 * what collecting costs, which may be ten times dearer for a whole that must be held at once.
 */
export const MAX_GROWTH = 24;
const PARTS = 64;
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
    parts += timeOf(() => {
      for (let done = 0; done < PARTS; done += 1) run(part);
    });
    growth = Math.max(whole, FLOOR) / Math.max(parts, FLOOR);
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
