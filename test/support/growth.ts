/** Most that the processor time of linear work may grow when its size grows by STEP: far below STEP squared. */
export const MAX_GROWTH = 24;
const STEP = 8;
const MAX_ROUNDS = 8;

/**
 * How many times more processor time the whole size takes than an eighth of it: about 8 for linear work, 64 for
 * quadratic work, however fast or busy the machine is.
 */
export function growthOf(size: number, run: (size: number) => void): number {
  const part = Math.ceil(size / STEP);
  run(part);
  let [whole, eighth] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // Noise only ever adds: one calm round of linear work is enough, and no round makes quadratic work look linear.
  for (let round = 0; round < MAX_ROUNDS && !(whole / eighth < MAX_GROWTH); round += 1) {
    whole = Math.min(
      whole,
      timeOf(() => run(size)),
    );
    eighth = Math.min(
      eighth,
      timeOf(() => run(part)),
    );
  }
  return whole / eighth;
}

/** Of this thread: what is collected and compiled beside it is not the work's. */
function timeOf(run: () => void): number {
  const before = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(before);
  // What is too short to be measured grows from nothing to anything.
  return Math.max(user + system, 1_000);
}
