import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finished, freePort, openCommandLine, untilItSays } from '../cli/command-line.ts';
import { fencedBlocks } from './fenced-blocks.ts';
import { readPage } from './pages.ts';
import { shell } from './shell.ts';
import { expectShown } from './shown.ts';

/** Where the pages say that the demo listens. */
const ADDRESS = 'http://127.0.0.1:3000';
/** Those that write come behind those that read. */
const PAGES = [
  'docs/API.md',
  'docs/SYNDICATION.md',
  'README.md',
  'docs/IMPORT.md',
  'docs/EDITORIAL.md',
  'docs/REGISTER.md',
  'docs/KEYS.md',
  'docs/PARTNERS.md',
  'docs/WEBHOOKS.md',
];
/** Where a page has a receiver of its own. */
const RECEIVER_PORT = '8080';
const ANSWERS = ['json', 'http', 'text'];
/** Its commands are started as it says, by npm; there is nothing more to see of npm on the other pages. */
const WITH_NPM_ITSELF = 'README.md';

describe('the examples', async () => {
  const commandLine = openCommandLine();
  const port = await freePort();
  const receiverPort = await freePort();
  const demo = commandLine.start('src/cli.ts', ['demo'], {
    DATELINE_PORT: String(port),
    DATELINE_PUBLIC_URL: ADDRESS,
    DATELINE_OUTBOUND_EXCEPTIONS: '127.0.0.1',
    // Tests beside this one may take the machine for a while.
    DATELINE_MAX_LOOP_DELAY_MILLIS: '0',
  });
  const ended = finished(demo);

  beforeAll(() => untilItSays(demo, 'Dateline is running at'));
  afterAll(async () => {
    // Runs on only where an example of it has failed.
    await shell('kill "$(cat "$TMPDIR/receiver.pid")" 2> /dev/null || true', commandLine);
    demo.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    await commandLine.close();
  });

  describe.each(PAGES)('of %s', (page) => {
    const blocks = fencedBlocks(readPage(page));
    const steps = blocks.flatMap((command, at) =>
      command.language === 'sh' ? [{ command, answer: blocks[at + 1] }] : [],
    );

    test('are commands, each with its answer', () => {
      expect(steps.length).toBeGreaterThan(2);
      expect(steps.filter(({ answer }) => !ANSWERS.includes(answer?.language ?? ''))).toEqual([]);
    });

    test.each(steps)('are true: $command.text', async ({ command, answer = command }) => {
      const here = (text: string) =>
        text.replaceAll(ADDRESS, `http://127.0.0.1:${port}`).replaceAll(RECEIVER_PORT, String(receiverPort));
      const shown = { ...answer, text: answer.text.replaceAll(RECEIVER_PORT, String(receiverPort)) };
      const npm = page === WITH_NPM_ITSELF ? 'itself' : 'desk';
      expectShown(await shell(here(command.text), commandLine, npm), shown);
    });
  });
});
