import { afterAll, describe, expect, test } from 'vitest';
import { openCommandLine } from '../cli/command-line.ts';
import { fencedBlocks } from './fenced-blocks.ts';
import { readPage } from './pages.ts';
import { shell } from './shell.ts';
import { expectShown } from './shown.ts';

describe('the commands of docs/OPERATING.md for backups', () => {
  const commandLine = openCommandLine();
  afterAll(() => commandLine.close());
  const blocks = fencedBlocks(readPage('docs/OPERATING.md'));
  const steps = blocks.flatMap((command, at) =>
    command.language === 'sh' ? [{ command, answer: blocks[at + 1] }] : [],
  );

  test('are there', () => {
    expect(steps.map(({ answer }) => answer?.language)).toEqual(['text', 'text']);
  });

  test.each(steps)('are true: $command.text', async ({ command, answer = command }) => {
    await commandLine.run(['import', '--publish', `${import.meta.dirname}/../../seeds/2025`]);
    expectShown(await shell(command.text, commandLine), answer);
  });
});
