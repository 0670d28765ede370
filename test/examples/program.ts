import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../examples/partner');

/** One of the example programs at work, with its variables. */
export function startProgram(file: string, env: Readonly<Record<string, string>>) {
  const running = spawn(process.execPath, [join(FOLDER, file)], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(running, 'close');
  let said = '';
  running.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return {
    /** Waits until the program has said something, and forgets what it said until then. */
    async until(words: string): Promise<void> {
      while (!said.includes(words)) await once(running.stdout, 'data');
      said = said.slice(said.indexOf(words) + words.length);
    },
    async kill(): Promise<void> {
      running.kill('SIGKILL');
      await ended;
    },
  };
}
