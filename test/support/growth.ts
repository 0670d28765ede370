/** Most that the processor time of linear work may grow when its size grows by STEP: far below STEP squared. */
export const MAX_GROWTH = 24;
const STEP = 8;
const ROUNDS = 2;

/**
 * How many times more processor time the whole size takes than an eighth of it: about 8 for linear work, 64 for
 * quadratic work, however fast or busy the machine is.
 */
export function growthOf(size: number, run: (size: number) => void): number {
  const part = Math.ceil(size / STEP);
  run(part);
  const least = (of: number) => Math.min(...Array.from({ length: ROUNDS }, () => timeOf(() => run(of))));
  return least(size) / least(part);
}

function timeOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  // What is too short to be measured grows from nothing to anything.
  return Math.max(user + system, 1_000);
}
