import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Child, finished, freePort, openCommandLine } from '../cli/command-line.ts';
import { fencedBlocks, section } from './fenced-blocks.ts';

const ROOT = join(import.meta.dirname, '../..');
const ADDRESS = 'http://127.0.0.1:3000';

const blocks = fencedBlocks(section(readFileSync(join(ROOT, 'README.md'), 'utf8'), 'A tour of five minutes'));
const steps = blocks.flatMap((command, at) => (command.language === 'sh' ? [{ command, answer: blocks[at + 1] }] : []));

describe('the tour of the README', async () => {
  const commandLine = openCommandLine();
  const port = await freePort();
  const demo = commandLine.start('src/cli.ts', ['demo'], { DATELINE_PORT: String(port) });
  const ended = finished(demo);

  beforeAll(() => untilItSays(demo, 'Dateline is running at'));
  afterAll(async () => {
    demo.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    commandLine.close();
  });

  test('has steps, each with its answer', () => {
    expect(steps.length).toBeGreaterThan(5);
    expect(blocks.map(({ language }) => (language === 'sh' ? 'sh' : 'answer'))).toEqual(
      steps.flatMap(() => ['sh', 'answer']),
    );
  });

  test.each(steps)('is true: $command.text', async ({ command, answer }) => {
    const script = command.text.replaceAll(ADDRESS, `http://127.0.0.1:${port}`);
    const output = await shell(script, commandLine.database);
    if (answer?.language === 'json') expect(lastJson(output)).toMatchObject(JSON.parse(answer.text));
    else expect(output).toBe(answer?.text);
  });
});

/** @throws Error with what it said instead when it ends before */
function untilItSays({ stdout }: Child, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (said.includes(words)) resolve();
    });
    stdout.on('end', () => reject(new Error(`it ended: ${said}`)));
  });
}

/** The output of a script of the tour, which must succeed in every part. */
async function shell(script: string, database: string): Promise<string> {
  const env = { ...process.env, DATELINE_DATABASE: database };
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], { cwd: ROOT, env });
  child.stdin.end();
  const { code, out, err } = await finished(child);
  if (code !== 0) throw new Error(`exit code ${code}: ${err}`);
  return out;
}

/** The answer of a script's last command. */
function lastJson(output: string): unknown {
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
}
