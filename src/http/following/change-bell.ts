import { Problem } from '../../domain/problem.ts';

/** Answers that wait at the same time; each holds a connection. */
export const MAX_WAITING = 2_000;
/** How often the log is looked at while somebody waits. */
const LOOK_MILLIS = 50;

const RETRY_AFTER_SECONDS = 5;

/**
 * Wakes everybody who waits for a change of what the public can see. One look for all of them, however many, and only
 * while there are any: it sees what this process wrote, what another one wrote, and a lift that falls due.
 */
export interface ChangeBell {
  /** @throws Problem `unavailable` when too many wait */
  wait(response: Closing, millis: number): Wait;
  /** How many wait. */
  waiting(): number;
  /** Ends every wait at once, and all that are still to come. */
  close(): void;
}

/** A response, of which only its end matters here. */
interface Closing {
  once(event: 'close', listener: () => void): unknown;
  off(event: 'close', listener: () => void): unknown;
}

/** One answer that waits. It is over when its time is up, its client is gone, or the server closes. */
export interface Wait {
  isOver(): boolean;
  /** The version of what the public sees, to be asked before that is read. */
  version(): Promise<number>;
  /** Resolves when the version is another one than this, or when the wait is over. */
  changed(seen: number): Promise<void>;
  end(): void;
}

/** @param version costs next to nothing to ask */
export function createChangeBell(version: () => Promise<number>): ChangeBell {
  const closing = new AbortController();
  const waiting = new Set<Waiter>();
  let isLooking = false;

  const look = async (): Promise<void> => {
    // Whoever waits meets the same error when they read for themselves.
    const found = await version().catch(() => Number.NaN);
    for (const { seen, wake } of waiting) if (seen !== found) wake();
    isLooking = waiting.size > 0;
    if (isLooking) setTimeout(look, LOOK_MILLIS);
  };

  let open = 0;
  return {
    waiting: () => open,
    close: () => closing.abort(),
    wait(response, millis) {
      if (open >= MAX_WAITING) {
        throw new Problem('unavailable', 'Too many wait for a change.', { retryAfterSeconds: RETRY_AFTER_SECONDS });
      }
      open += 1;
      let wake = () => {};
      let isOver = closing.signal.aborted;
      const finish = () => {
        isOver = true;
        wake();
      };
      const timer = setTimeout(finish, millis);
      response.once('close', finish);
      closing.signal.addEventListener('abort', finish);
      return {
        isOver: () => isOver,
        version,
        changed: (seen) =>
          new Promise((resolve) => {
            if (isOver) {
              resolve();
              return;
            }
            const waiter = { seen, wake: () => wake() };
            wake = () => {
              waiting.delete(waiter);
              resolve();
            };
            waiting.add(waiter);
            if (isLooking) return;
            isLooking = true;
            setTimeout(look, LOOK_MILLIS);
          }),
        end() {
          open -= 1;
          finish();
          clearTimeout(timer);
          response.off('close', finish);
          closing.signal.removeEventListener('abort', finish);
        },
      };
    },
  };
}

interface Waiter {
  readonly seen: number;
  readonly wake: () => void;
}
