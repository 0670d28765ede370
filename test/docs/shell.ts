import { spawn } from 'node:child_process';
import { type CommandLine, finished } from '../cli/command-line.ts';
import { ROOT } from './pages.ts';

/** The output of a command as it stands on a page, which must succeed in every part. */
export async function shell(script: string, { database, path }: CommandLine): Promise<string> {
  const env = { ...process.env, DATELINE_DATABASE: database, TMPDIR: path };
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], { cwd: ROOT, env });
  child.stdin.end();
  const { code, out, err } = await finished(child);
  if (code !== 0) throw new Error(`exit code ${code}: ${err}`);
  return out;
}
