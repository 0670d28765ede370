import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CommandLine, openCommandLine } from './command-line.ts';

let cli: CommandLine;
beforeEach(() => {
  cli = openCommandLine();
});
afterEach(() => cli.close());

it.each([
  ['keys', 'list'],
  ['keys', 'revoke', '3f9c01d2a4b6'],
  ['keys', 'rotate', '3f9c01d2a4b6'],
  ['audit', 'verify'],
  ['audit', 'list'],
  ['export', '--all', '--out', 'out'],
  ['export', 'closure-order'],
])('%s %s says that there is no database where none is, and makes none', async (...args) => {
  expect(await cli.run(args)).toEqual({
    code: 1,
    out: '',
    err: `there is no database ${cli.database}: DATELINE_DATABASE says which one is meant\n`,
  });
  expect(readdirSync(cli.path)).toEqual([]);
});

it('the first key and the first import make one', async () => {
  expect((await cli.run(['keys', 'create', '--name', 'Kim', '--role', 'admin'])).code).toBe(0);
  expect((await cli.run(['audit', 'verify'])).code).toBe(0);
});
