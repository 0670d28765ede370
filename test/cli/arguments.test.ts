import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, finished, openCommandLine } from './command-line.ts';

let cli: CommandLine;
beforeAll(async () => {
  cli = openCommandLine();
  cli.file('plain.txt', 'A text.\n');
  mkdirSync(join(cli.path, 'folder'));
  // Makes a database with nothing in it.
  await cli.run(['import', 'plain.txt']);
});
afterAll(() => cli.close());

const COMMANDS = [
  ['serve'],
  ['demo'],
  ['import', 'plain.txt'],
  ['export', 'storm'],
  ['extract', 'plain.txt'],
  ['keys', 'create', '--role', 'author', '--name', 'Sam'],
  ['keys', 'list'],
  ['keys', 'revoke', '3f9c01d2a4b6'],
  ['keys', 'rotate', '3f9c01d2a4b6'],
  ['audit', 'verify'],
  ['audit', 'list'],
  ['backup', 'backup.db'],
  ['restore', 'backup.db'],
];

test.each(COMMANDS.map((args) => [args] as const))(
  '%j refuses what it does not know, and what is empty',
  async (args) => {
    const unknown = "error: unknown option '--nonsense'\n(--help says more)\n";
    const empty = 'error: an argument is empty: is a variable not set?\n(--help says more)\n';
    expect(await Promise.all([cli.run([...args, '--nonsense']), cli.run([...args, ' '])])).toEqual([
      { code: 2, out: '', err: unknown },
      { code: 2, out: '', err: empty },
    ]);
  },
);

test.each([
  ['a flag with nothing behind it', ['keys', 'create', '--role', 'author', '--name=']],
  ['a flag with nothing for its value', ['export', '--all', '--out', '']],
  ['a role that there is not', ['keys', 'create', '--role', 'king', '--name', 'Sam']],
  ['a name that none can be', ['keys', 'create', '--role', 'author', '--name', 'operator']],
  ['an area that is no slug', ['keys', 'create', '--role', 'author', '--name', 'Sam', '--areas', 'Fenwick Town']],
  ['an end that has passed', ['keys', 'create', '--role', 'author', '--name', 'Sam', '--expires', '2020-01-01']],
  ['a grace that is no number', ['keys', 'rotate', '3f9c01d2a4b6', '--grace', 'soon']],
  ['a head that is none', ['audit', 'verify', '--against', 'yesterday']],
  ['a command that there is not', ['nonsense']],
  ['a command of a command that there is not', ['keys', 'nonsense']],
  ['releases, and all of them', ['export', 'storm', '--all']],
  ['all releases without a folder', ['export', '--all']],
])('%s ends a command with 2', async (_what, args) => {
  const { code, out, err } = await cli.run(args);
  expect([code, out]).toEqual([2, '']);
  expect(err.replace('(--help says more)\n', '')).toMatch(/^\S.*\n$/);
});

test.each([
  ['backup', 'folder', 1, 'no backup was taken: folder is a folder: name the file too\n'],
  ['backup', 'plain.txt/backup.db', 1, 'no backup was taken: there is no folder plain.txt\n'],
  ['backup', 'nowhere/backup.db', 1, 'no backup was taken: there is no folder nowhere\n'],
  ['restore', 'folder', 1, 'nothing was restored: folder is a folder, not a file\n'],
  ['restore', 'nowhere.db', 1, 'nothing was restored: there is no file nowhere.db\n'],
  ['restore', 'plain.txt', 1, 'nothing was restored: plain.txt cannot be used: it is not an SQLite database\n'],
  ['import', 'nowhere', 2, expect.stringMatching(/^nowhere: there is no such file or folder\n/)],
  ['extract', 'nowhere', 1, 'nowhere: there is no such file or folder\n'],
  ['extract', 'folder', 1, 'nothing to read\n'],
  ['export', 'nowhere', 1, 'no release that is not withdrawn has the address, slug or id nowhere\n'],
])('%s %s says in one sentence what is wrong with it', async (command, path, code, err) => {
  expect(await cli.run([command, path])).toEqual({ code, out: '', err });
});

test('an export does not go into a file', async () => {
  const refused = { code: 2, out: '', err: 'plain.txt is a file, not a folder\n' };
  expect(await cli.run(['export', '--all', '--out', 'plain.txt'])).toEqual(refused);
});

test.each([
  ['src/main.ts', '--nonsense', /^The server takes no arguments: .*\n$/],
  ['openapi/generate.ts', '--nonsense', /^Unknown option '--nonsense'\n$/],
  ['test/training/run.ts', 'x', /^Unexpected argument 'x'\. .*\n$/],
  ['test/evaluate/run.ts', '--nonsense', /^Unknown option '--nonsense'\..*\n$/],
  ['test/evaluate/run.ts', 'nonsense', /^There is no part "nonsense": there are .*\n$/],
  ['test/runner/run.ts', '--nonsense', /^Unknown option '--nonsense'\..*\n$/],
  ['test/runner/run.ts', 'test/cli', /^It takes no files: .*\n$/],
  ['bench/run.ts', '--nonsense', /^Unknown option '--nonsense'\n$/],
  ['bench/run.ts', '--only=nonsense', /^--only knows no nonsense\n/],
  ['bench/busy.ts', '--nonsense', /^Unknown option '--nonsense'\n$/],
])('%s with "%s" does nothing but say so', async (program, arg, sentence) => {
  expect(await finished(cli.start(program, [arg]))).toEqual({ code: 2, out: '', err: expect.stringMatching(sentence) });
});
