import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { openFolder } from './folder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What every script of package.json loads before the program; with it, a process starts in a third of the time. */
const FIRST = new URL('../../src/require-node.js', import.meta.url).href;

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
  const database = join(path, 'data', 'test.db');

  const start = (program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Child =>
    spawn(process.execPath, ['--import', FIRST, join(ROOT, program), ...args], {
      cwd: path,
      env: { PATH: process.env['PATH'], DATELINE_DATABASE: database, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });

  return {
    path,
    database,
    file,
    close,
    start,
    /** Runs a command to its end, with a text on its standard input. */
    run: (args: readonly string[], stdin = ''): Promise<Finished> => {
      const child = start('src/cli.ts', args);
      child.stdin.end(stdin);
      return finished(child);
    },
  };
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
