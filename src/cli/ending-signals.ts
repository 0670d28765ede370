/** Milliseconds in which a signal that comes again is the same one. */
const SAME_MILLIS = 1_000;

/**
 * Calls `end` at the first signal that is to end the process; one that comes later ends it at once. A terminal and systemd send
 * theirs to npm and to what npm has started, and npm hands its own on besides: within a second that is one signal.
 * @returns what stops listening, unless a signal has come: the same one may come once more while the process ends
 */
export function onEndingSignal(end: (signal: NodeJS.Signals) => void): () => void {
  let heard: 'nothing' | 'one' | 'one long ago' = 'nothing';
  const stop = () => {
    for (const signal of SIGNALS) process.off(signal, hear);
  };
  const hear = (signal: NodeJS.Signals) => {
    if (heard === 'one') return;
    if (heard === 'one long ago') {
      stop();
      process.kill(process.pid, signal);
      return;
    }
    heard = 'one';
    setTimeout(() => {
      heard = 'one long ago';
    }, SAME_MILLIS).unref();
    end(signal);
  };
  for (const signal of SIGNALS) process.on(signal, hear);
  return () => {
    if (heard === 'nothing') stop();
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
