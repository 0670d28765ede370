import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** A running demo on a port and a database of its own. */
export interface Demo {
  readonly address: string;
  /** For whoever is to use the same database. */
  readonly env: NodeJS.ProcessEnv;
  /** Ends it as an operator would, and returns its exit code. */
  stop(): Promise<number | null>;
}

/** Starts `demo` and waits until it says that it runs. @throws Error with what it printed when it ends before */
export async function startDemo(): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-demo-'));
  const port = await freePort();
  const env = {
    ...process.env,
    DATELINE_PORT: String(port),
    DATELINE_DATABASE: join(folder, 'dateline.db'),
  };
  const child = spawn(process.execPath, ['src/cli.ts', 'demo'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  await untilRunning(child);
  return {
    address: `http://127.0.0.1:${port}`,
    env,
    stop: async () => {
      child.kill('SIGTERM');
      const [exitCode] = await once(child, 'close');
      rmSync(folder, { recursive: true });
      return exitCode;
    },
  };
}

function untilRunning({ stdout, stderr }: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (output.includes('Dateline is running at')) resolve();
    };
    stdout?.on('data', read).on('end', () => reject(new Error(`the demo ended: ${output}`)));
    stderr?.on('data', read);
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
