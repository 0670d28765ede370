import { setTimeout as timer } from 'node:timers/promises';

/** The longest that a timer of Node can wait; it fires a longer one at once. About 24.8 days. */
export const MAX_TIMER_MILLIS = 2 ** 31 - 1;
/** Pause after the first failure; each failure that follows doubles it. */
export const FIRST_PAUSE_MILLIS = 1_000;
export const MAX_PAUSE_MILLIS = 60_000;

/** Something that is done again and again. Resolves to the milliseconds after which it wants to look again. */
export type Job = () => Promise<number>;

export interface LoopOptions {
  /** Ends the loop: a pause at once, a run that has begun when it is finished. */
  readonly signal: AbortSignal;
  readonly onFailure: (error: unknown, pauseMillis: number) => void;
  /** Resolves after so many milliseconds, or when the signal aborts. */
  readonly pause?: (millis: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Runs a job until the signal aborts, never two runs at a time, and pauses longer with each failure in a row. A pause
 * only wakes the job, which looks at the clock itself. Never rejects.
 */
export async function runLoop(job: Job, { signal, onFailure, pause = pauseFor }: LoopOptions): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    let millis: number;
    try {
      millis = await job();
      failures = 0;
    } catch (error) {
      millis = Math.min(FIRST_PAUSE_MILLIS * 2 ** failures, MAX_PAUSE_MILLIS);
      failures += 1;
      onFailure(error, millis);
    }
    await pause(Math.max(0, Math.min(millis, MAX_TIMER_MILLIS)), signal);
  }
}

async function pauseFor(millis: number, signal: AbortSignal): Promise<void> {
  try {
    await timer(millis, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
