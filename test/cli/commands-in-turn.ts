import { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/*
 * A process that carries out one command line after the other, as src/cli.ts does it in a process of its own: most of what
 * such a one costs is to start, and to read the modules. All that differs from one to the other is handed over.
 */

/** A command line, and where it is typed. */
export interface Order {
  readonly args: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly stdin: string;
}

/** What came of it: the exit code, and what was written where, in its order, as base64. */
export interface Outcome {
  readonly code: number;
  readonly said: readonly (readonly [to: 'out' | 'err', bytes: string])[];
}

const PROGRAM = new URL('../../src/cli.ts', import.meta.url);
/** How long a process may take to end after its last word. */
const PATIENCE_MILLIS = 10_000;
const PAUSE_MILLIS = 2;

let last: Promise<unknown> = Promise.resolve();
let orders = 0;

process.on('message', (order: Order) => {
  last = last.then(async () => process.send?.(await carryOut(order)));
});
// It goes with the process that gives the orders, and at once: an exit would keep every reading of the program in the
// cache of what is compiled.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

async function carryOut({ args, folder, environment, stdin }: Order): Promise<Outcome> {
  process.chdir(folder);
  process.argv = [process.execPath, PROGRAM.pathname, ...args];
  process.env = { ...environment };
  process.exitCode = undefined;
  const said: [to: 'out' | 'err', bytes: string][] = [];
  const collecting = (to: 'out' | 'err') =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        said.push([to, chunk.toString('base64')]);
        done();
      },
    });
  define('stdin', Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]));
  define('stdout', collecting('out'));
  define('stderr', collecting('err'));
  const before = whatIsAwaited();
  orders += 1;
  await import(`${PROGRAM.href}?${orders}`);
  await untilNoMoreThan(before);
  return { code: Number(process.exitCode ?? 0), said };
}

function define(name: 'stdin' | 'stdout' | 'stderr', value: Readable | Writable): void {
  Object.defineProperty(process, name, { value, configurable: true });
}

/** A process ends when there is nothing more that it waits for: a command that leaves a timer or a socket never would. */
async function untilNoMoreThan(before: number): Promise<void> {
  for (let waited = 0; whatIsAwaited() > before; waited += PAUSE_MILLIS) {
    if (waited >= PATIENCE_MILLIS) throw new Error(`it does not end: ${process.getActiveResourcesInfo()}`);
    await pause(PAUSE_MILLIS);
  }
}

function whatIsAwaited(): number {
  return process.getActiveResourcesInfo().length;
}
