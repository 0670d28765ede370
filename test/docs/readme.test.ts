import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Demo, startDemo } from './demo.ts';
import { fencedBlocks, section } from './fenced-blocks.ts';

const ROOT = join(import.meta.dirname, '../..');
const ADDRESS = 'http://127.0.0.1:3000';

const blocks = fencedBlocks(section(readFileSync(join(ROOT, 'README.md'), 'utf8'), 'A tour of five minutes'));
const steps = blocks.flatMap((command, at) => (command.language === 'sh' ? [{ command, answer: blocks[at + 1] }] : []));

describe('the tour of the README', () => {
  let demo: Demo;
  beforeAll(async () => {
    demo = await startDemo();
  });
  afterAll(async () => {
    expect(await demo.stop()).toBe(0);
  });

  test('has steps, each with its answer', () => {
    expect(steps.length).toBeGreaterThan(5);
    expect(blocks.map(({ language }) => (language === 'sh' ? 'sh' : 'answer'))).toEqual(
      steps.flatMap(() => ['sh', 'answer']),
    );
  });

  test.each(steps)('is true: $command.text', async ({ command, answer }) => {
    const output = await shell(command.text.replaceAll(ADDRESS, demo.address), demo.env);
    if (answer?.language === 'json') expect(lastJson(output)).toMatchObject(JSON.parse(answer.text));
    else expect(output).toBe(answer?.text);
  });
});

/** The output of a script, which must succeed in every part. */
async function shell(script: string, env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  const [output, errors, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  if (exitCode !== 0) throw new Error(`exit code ${exitCode}: ${errors}`);
  return output;
}

/** The answer of a script's last command. */
function lastJson(output: string): unknown {
  return JSON.parse(output.trimEnd().split('\n').at(-1) ?? '');
}
