import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** A process that a test talks to, line by line. */
export interface Child {
  /** The lines that it has written so far. */
  readonly lines: readonly string[];
  send(line: string): void;
  /** Resolves when it has written so many lines. @throws Error with its complaints when it ends before */
  written(count: number): Promise<void>;
  /** Resolves when it has ended by itself, and all it wrote has been read. */
  ended(): Promise<void>;
  /** Ends it without any chance to tidy up, and resolves when it is gone and all it wrote has been read. */
  kill(): Promise<void>;
}

/** What every script of package.json loads before the program; with it, a process starts in a third of the time. */
export const FIRST = ['--import', new URL('../../src/require-node.js', import.meta.url).href] as const;

/** Starts a TypeScript file in a process of its own, which ends with the test at the latest. */
export function startChild(script: URL): Child {
  const child = spawn(process.execPath, [...FIRST, script.pathname], { stdio: ['pipe', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let complaints = '';
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(line));
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const closed = once(child, 'close');
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    lines,
    send: (line) => void child.stdin.write(`${line}\n`),
    async written(count) {
      while (lines.length < count) {
        await Promise.race([once(output, 'line'), closed]);
        if (lines.length < count && child.exitCode !== null) throw new Error(`the process ended: ${complaints}`);
      }
    },
    async ended() {
      await closed;
    },
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
