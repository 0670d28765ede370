import { Problem } from '../domain/problem.ts';

/** Answers that wait at the same time; each holds a connection. */
export const MAX_WAITING = 2_000;
/** How often the log is looked at while somebody waits. */
const LOOK_MILLIS = 50;

const RETRY_AFTER_SECONDS = 5;

/**
 * Wakes everybody who waits for the log to grow. One look for all of them, however many, and only while there are any: it
 * reads the newest entry, and so sees what this process wrote, what another one wrote, and a lift that falls due.
 */
export interface ChangeBell {
  /** @throws Problem `unavailable` when too many wait */
  wait(response: Closing, millis: number): Wait;
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
  /** Resolves when the log has grown beyond this sequence number, or when the wait is over. */
  grown(beyond: number): Promise<void>;
  end(): void;
}

export function createChangeBell(newest: () => Promise<number>): ChangeBell {
  const closing = new AbortController();
  const waiting = new Set<Waiter>();
  let isLooking = false;

  const look = async (): Promise<void> => {
    // Whoever waits meets the same error when they read for themselves.
    const sequence = await newest().catch(() => Number.POSITIVE_INFINITY);
    for (const { beyond, wake } of waiting) if (beyond < sequence) wake();
    isLooking = waiting.size > 0;
    if (isLooking) setTimeout(look, LOOK_MILLIS);
  };

  let open = 0;
  return {
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
        grown: (beyond) =>
          new Promise((resolve) => {
            if (isOver) {
              resolve();
              return;
            }
            const waiter = { beyond, wake: () => wake() };
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
  readonly beyond: number;
  readonly wake: () => void;
}
