import { cpuMicros } from './answering.ts';

export interface Stopwatch {
  /** Does some work that does not count. */
  leaveOut<Result>(work: () => Result): Result;
  /** Time that has passed, and CPU time of this process, since the start. */
  read(): { readonly millis: number; readonly cpuMicros: number };
}

export function startStopwatch(): Stopwatch {
  const started = now();
  const left = { millis: 0, cpuMicros: 0 };
  return {
    leaveOut(work) {
      const before = now();
      const result = work();
      const after = now();
      left.millis += after.millis - before.millis;
      left.cpuMicros += after.cpuMicros - before.cpuMicros;
      return result;
    },
    read() {
      const at = now();
      return {
        millis: at.millis - started.millis - left.millis,
        cpuMicros: at.cpuMicros - started.cpuMicros - left.cpuMicros,
      };
    },
  };
}

function now(): { readonly millis: number; readonly cpuMicros: number } {
  return { millis: performance.now(), cpuMicros: cpuMicros() };
}
