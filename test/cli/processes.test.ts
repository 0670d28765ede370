import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressRelease } from '../usecases/press-release.ts';
import { type CommandLine, openCommandLine } from './command-line.ts';

/* The tests of the commands share a process; here each command has one of its own, and says and ends the same. */

let cli: CommandLine;
let prefix: string;
beforeAll(async () => {
  cli = openCommandLine();
  cli.file('release.md', pressRelease());
  expect((await cli.runAlone(['import', '--publish', '-'], pressRelease())).code).toBe(0);
  const { code, out } = await cli.runAlone(['keys', 'create', '--name', 'Kim', '--role', 'admin']);
  expect(code).toBe(0);
  prefix = out.split('_')[1] ?? '';
});
afterAll(() => cli.close());

test.each([
  [0, 'import --publish -'],
  [1, 'import nowhere release.md'],
  [0, 'export closure-order'],
  [0, 'extract -'],
  [0, 'keys list'],
  [0, 'keys rotate PREFIX --grace 60'],
  [1, 'keys revoke nobody'],
  [0, 'audit list --action key.created'],
  [0, 'audit verify'],
  [0, 'backup backup.db --force'],
  [0, 'restore backup.db'],
  [0, '--version'],
  [2, 'nonsense'],
])('exits with %i after %s', async (code, line) => {
  const args = line.replace('PREFIX', prefix).split(' ');
  const alone = await cli.runAlone(args, pressRelease());
  expect(alone.code).toBe(code);
  expect(shape(alone)).toEqual(shape(await cli.run(args, pressRelease())));
});

/** Without what differs from one time to the next. */
function shape({ code, out, err }: { readonly code: number | null; readonly out: string; readonly err: string }) {
  return [code, ...[out, err].map((text) => text.replaceAll(/dl_\S+|\b[0-9a-f]{12,}\b|\d[\d:.TZ-]*/g, 'x'))];
}
