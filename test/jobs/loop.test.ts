import { describe, expect, it } from 'vitest';
import { FIRST_PAUSE_MILLIS, MAX_PAUSE_MILLIS, MAX_TIMER_MILLIS, runLoop } from '../../src/jobs/loop.ts';

/** Runs a loop whose pauses take no time, until it has paused so often; returns the pauses and what failed. */
async function pausesOf(count: number, job: () => Promise<number>) {
  const ending = new AbortController();
  const pauses: number[] = [];
  const failures: unknown[] = [];
  await runLoop(job, {
    signal: ending.signal,
    onFailure: (error, pauseMillis) => failures.push([error, pauseMillis]),
    pause: async (millis) => {
      pauses.push(millis);
      if (pauses.length === count) ending.abort();
    },
  });
  return { pauses, failures };
}

describe('a loop', () => {
  it('pauses as long as its job says, never longer than a timer can and never less than nothing', async () => {
    const wishes = [5, 0, -3, MAX_TIMER_MILLIS, MAX_TIMER_MILLIS + 1, Number.POSITIVE_INFINITY];
    const rest = wishes.values();
    const { pauses, failures } = await pausesOf(wishes.length, async () => rest.next().value ?? 0);
    expect(pauses).toEqual([5, 0, 0, MAX_TIMER_MILLIS, MAX_TIMER_MILLIS, MAX_TIMER_MILLIS]);
    expect(failures).toEqual([]);
  });

  it('pauses longer with each failure in a row, up to a limit, and forgets them with the first success', async () => {
    const broken = new Error('broken');
    let runs = 0;
    const { pauses, failures } = await pausesOf(10, async () => {
      runs += 1;
      if (runs === 9) return 7;
      throw broken;
    });
    const doubled = [1, 2, 4, 8, 16, 32].map((factor) => factor * FIRST_PAUSE_MILLIS);
    expect(pauses).toEqual([...doubled, MAX_PAUSE_MILLIS, MAX_PAUSE_MILLIS, 7, FIRST_PAUSE_MILLIS]);
    expect(failures).toHaveLength(9);
    expect(failures[0]).toEqual([broken, FIRST_PAUSE_MILLIS]);
  });

  it('never runs its job twice at a time', async () => {
    let running = 0;
    let most = 0;
    await pausesOf(20, async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return 0;
    });
    expect(most).toBe(1);
  });

  it('ends a pause at once when it is told to, and a run when it is finished', async () => {
    const ending = new AbortController();
    let runs = 0;
    const loop = runLoop(
      async () => {
        runs += 1;
        return 3_600_000;
      },
      { signal: ending.signal, onFailure: () => undefined },
    );
    await new Promise((resolve) => setImmediate(resolve));
    ending.abort();
    await loop;
    expect(runs).toBe(1);

    const second = new AbortController();
    let finished = false;
    await runLoop(
      async () => {
        second.abort();
        await new Promise((resolve) => setImmediate(resolve));
        finished = true;
        return 3_600_000;
      },
      { signal: second.signal, onFailure: () => undefined },
    );
    expect(finished).toBe(true);
  });

  it('that was ended before it began does nothing', async () => {
    let runs = 0;
    await runLoop(
      async () => {
        runs += 1;
        return 0;
      },
      { signal: AbortSignal.abort(), onFailure: () => undefined },
    );
    expect(runs).toBe(0);
  });
});
