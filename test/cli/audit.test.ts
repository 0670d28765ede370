import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CommandLine, openCommandLine } from './command-line.ts';

let cli: CommandLine;
beforeEach(() => {
  cli = openCommandLine();
});
afterEach(() => cli.close());

it('the trail is listed, verified, and verified against a head that was kept', async () => {
  const { out: key } = await cli.run(['keys', 'create', '--name', 'Jo', '--role', 'author']);
  const prefix = key.split('_')[1] ?? '';
  await cli.run(['keys', 'revoke', prefix]);
  await cli.run(['keys', 'revoke', prefix]);

  const listed = (await cli.run(['audit', 'list'])).out.trimEnd().split('\n');
  expect(listed.map((line) => line.split('  ').toSpliced(1, 1))).toEqual([
    ['3', 'refused', 'revokeKey', '-', 'operator', `{"prefix":"${prefix}","code":"conflict"}`],
    ['2', 'accepted', 'key.revoked', expect.any(String), 'operator', `{"name":"Jo","prefix":"${prefix}"}`],
    ['1', 'accepted', 'key.created', expect.any(String), 'operator', expect.stringContaining('"role":"author"')],
  ]);
  expect((await cli.run(['audit', 'list', '--action', 'key.revoked'])).out).toBe(`${listed[1]}\n`);

  const verified = await cli.run(['audit', 'verify']);
  const head = /3:[0-9a-f]{64}/.exec(verified.out)?.[0] ?? '';
  expect(verified).toEqual({
    code: 0,
    err: '',
    out: [
      'All 3 entries are as they were written, and none is missing between them.',
      `The head is ${head}`,
      'Keep it elsewhere: that entries were cut off at the end shows only in `audit verify --against` it.',
      '',
    ].join('\n'),
  });

  tamper('delete from audit where sequence = 3');
  expect((await cli.run(['audit', 'verify'])).code).toBe(0);
  expect(await cli.run(['audit', 'verify', '--against', head])).toMatchObject({
    code: 1,
    out: 'Entry 3 is broken: it is missing, or not the one whose hash was kept elsewhere. Good entries before it: 2.\n',
  });
  tamper("update audit set actor = 'key:1' where sequence = 2");
  expect(await cli.run(['audit', 'verify'])).toMatchObject({
    code: 1,
    out: 'Entry 2 is broken: it, or the entry before it, is not as it was written. Good entries before it: 1.\n',
  });
});

it('a head that was not printed here is refused', async () => {
  expect(await cli.run(['audit', 'verify', '--against', '3'])).toMatchObject({
    code: 2,
    err: '--against 3 is not a head as `audit verify` prints it\n',
  });
});

function tamper(sql: string): void {
  const hand = new Database(cli.database);
  hand.exec(`drop trigger if exists audit_never_changes; drop trigger if exists audit_never_shrinks; ${sql}`);
  hand.close();
}
