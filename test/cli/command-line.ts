import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { FIRST } from '../support/child.ts';
import { openFolder } from '../support/folder.ts';
import type { Order, Outcome } from './commands-in-turn.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Finished {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** A folder of its own with a database in it, and the real programs run there as processes of their own. */
export function openCommandLine() {
  const { path, file, close } = openFolder();
  const running = new Set<Child>();
  const database = join(path, 'data', 'test.db');
  const environment = { PATH: process.env['PATH'] ?? '', DATELINE_DATABASE: database };

  type Environment = Readonly<Record<string, string>>;
  const startOther = (command: string, args: readonly string[], env: Environment = {}): Child => {
    const child = spawn(command, args, {
      cwd: path,
      env: { ...environment, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    running.add(child);
    child.once('close', () => running.delete(child));
    return child;
  };
  const start = (program: string, args: readonly string[], env: Environment = {}): Child =>
    startOther(process.execPath, [...FIRST, join(ROOT, program), ...args], env);

  return {
    path,
    database,
    file,
    start,
    startOther,
    /** Carries out a command to its end, with a text on its standard input, in a process that many share. */
    run: async (args: readonly string[], stdin = ''): Promise<Finished> => {
      const { code, said } = await carryOut({ args, folder: path, environment, stdin });
      return { code, out: written(said, 'out'), err: written(said, 'err') };
    },
    /** The same where the program lies; what it writes is told in its order. */
    runAtHome: (args: readonly string[], stdin: string): Promise<Outcome> =>
      carryOut({ args, folder: ROOT, environment, stdin }),
    /** The same in a process of its own. */
    runAlone: (args: readonly string[], stdin = ''): Promise<Finished> => {
      const child = start('src/cli.ts', args);
      child.stdin.end(stdin);
      return finished(child);
    },
    /** Ends what still runs there before it removes the folder. */
    close: async (): Promise<void> => {
      const ends = [...running].map((child) => once(child, 'close'));
      for (const child of running) child.kill('SIGKILL');
      await Promise.all(ends);
      close();
    },
  };
}

let shared: ChildProcess | undefined;
/** Behind whatever this process has ordered before. */
let last: Promise<unknown> = Promise.resolve();

/** Hands a command line to the process that carries out all of them, which the first one starts. */
function carryOut(order: Order): Promise<Outcome> {
  const outcome = last.then(() => {
    shared ??= startShared();
    return answered(shared, order);
  });
  last = outcome.catch(() => {
    shared = undefined;
  });
  return outcome;
}

function written(said: Outcome['said'], wanted: 'out' | 'err'): string {
  return Buffer.concat(said.map(([to, bytes]) => Buffer.from(to === wanted ? bytes : '', 'base64'))).toString();
}

function startShared(): ChildProcess {
  const script = fileURLToPath(new URL('./commands-in-turn.ts', import.meta.url));
  const child = spawn(process.execPath, [...FIRST, script], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  // It lives as long as this process, and keeps it from nothing.
  child.unref();
  child.channel?.unref();
  return child;
}

async function answered(child: ChildProcess, order: Order): Promise<Outcome> {
  let complaints = '';
  const hear = (chunk: Buffer) => {
    complaints += chunk.toString();
  };
  child.stderr?.on('data', hear);
  const controller = new AbortController();
  const { signal } = controller;
  try {
    child.send(order);
    const [outcome] = await Promise.race([
      once(child, 'message', { signal }),
      once(child, 'close', { signal }).then(() => Promise.reject(new Error(`the process ended: ${complaints}`))),
    ]);
    return outcome;
  } finally {
    controller.abort();
    child.stderr?.off('data', hear);
  }
}

export type CommandLine = ReturnType<typeof openCommandLine>;

export function finished(child: Child): Promise<Finished> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

/** Resolves when it has said the words. @throws Error with what it said instead when it ends before */
export function untilItSays({ stdout }: Child, words: string): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(words)) resolve();
    });
    stdout.on('end', () => reject(new Error(`it ended without saying ${words}: ${said}`)));
  });
}

/** A port of this machine that nobody listens on now. */
export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
