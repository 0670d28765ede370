import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { OPERATOR } from '../../src/domain/actor.ts';
import { sendNothing } from '../../src/domain/outbound.ts';
import { systemClock } from '../../src/domain/time.ts';
import { openSqliteStore } from '../../src/store/sqlite/open.ts';
import { DEFAULT_RULES } from '../../src/usecases/deps.ts';
import { createPartner } from '../../src/usecases/partners.ts';
import { addressOf } from '../support/address.ts';
import { type CommandLine, openCommandLine } from './command-line.ts';

let cli: CommandLine;
beforeEach(() => {
  cli = openCommandLine();
});
afterEach(() => cli.close());

it('a key is printed once, listed without its secret, rotated and revoked', async () => {
  const created = await cli.run([
    'keys',
    'create',
    '--name',
    'Press desk',
    '--role',
    'editor',
    '--expires',
    '2999-12-31',
  ]);
  expect(created).toMatchObject({ code: 0, out: expect.stringMatching(/^dl_[0-9a-f]{12}_[\w-]{43}\n$/) });
  const prefix = prefixOf(created.out);
  expect(await states()).toEqual([
    [prefix, 'editor', 'valid', 'never used', 'until 3000-01-01T00:00:00.000Z', 'Press desk'],
  ]);

  const rotated = await cli.run(['keys', 'rotate', prefix]);
  const next = prefixOf(rotated.out);
  expect(await states()).toEqual([
    [
      prefix,
      'editor',
      expect.stringMatching(/^revoked /),
      'never used',
      'until 3000-01-01T00:00:00.000Z',
      'Press desk',
    ],
    [next, 'editor', 'valid', 'never used', 'until 3000-01-01T00:00:00.000Z', 'Press desk'],
  ]);
  expect((await cli.run(['keys', 'list'])).out).not.toContain(rotated.out.trim().slice(`dl_${next}_`.length));

  expect(await cli.run(['keys', 'revoke', next])).toEqual({ code: 0, out: `${next} is revoked.\n`, err: '' });
  expect(await cli.run(['keys', 'revoke', next])).toMatchObject({ code: 1, err: 'The key is revoked already.\n' });
});

it('a key can be limited to areas, and rotated with a grace', async () => {
  const created = await cli.run([
    'keys',
    'create',
    '--name',
    'Jo',
    '--role',
    'author',
    '--areas',
    'fenwick',
    'marlbridge',
  ]);
  const prefix = prefixOf(created.out);
  expect(await states()).toEqual([[prefix, 'author', 'valid', 'never used', 'in fenwick, marlbridge', 'Jo']]);
  await cli.run(['keys', 'rotate', prefix, '--grace', '3600']);
  const [old, fresh] = await states();
  expect(old).toEqual([
    prefix,
    'author',
    'valid',
    'never used',
    expect.stringMatching(/^until /),
    'in fenwick, marlbridge',
    'Jo',
  ]);
  expect(fresh?.slice(1)).toEqual(['author', 'valid', 'never used', 'in fenwick, marlbridge', 'Jo']);
  const refused = { code: 2, out: '', err: '--grace 604801 is not a number of seconds from 0 to 604800\n' };
  expect(await cli.run(['keys', 'rotate', prefix, '--grace', '604801'])).toEqual(refused);
});

it('what cannot be a key says why', async () => {
  const create = (...args: string[]) => cli.run(['keys', 'create', ...args]);
  expect(await create('--name', 'operator', '--role', 'editor')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^This cannot be the name of a key\. Expected: A name of 1 to .* not "operator"/),
  });
  expect(await create('--name', 'Jo', '--role', 'admin', '--areas', 'fenwick')).toMatchObject({
    code: 2,
    err: expect.stringMatching(
      /^The key of an administrator cannot be limited .* Expected: No areas, or another role\.\n$/,
    ),
  });
});

it('a key of a partner needs one that there is, and takes its name', async () => {
  const create = (...args: string[]) => cli.run(['keys', 'create', '--role', 'partner', ...args]);
  expect(await create('--name', 'Jo')).toMatchObject({
    code: 2,
    err: 'a key of the role partner needs the --partner whose it is\n',
  });
  expect(await create('--partner', 'Nobody')).toMatchObject({ code: 1, err: 'no partner is called Nobody\n' });
  expect(await create()).toMatchObject({ code: 2, err: 'the key needs a --name, or a --partner whose it is\n' });
  const store = openSqliteStore({ path: cli.database, newId: randomUUID, addressOf });
  const deps = { store, clock: systemClock, newId: randomUUID, rules: DEFAULT_RULES, send: sendNothing };
  const wish = { name: 'Fenwick website', organisation: null, areaKeys: [] };
  await createPartner(deps, wish, { actor: OPERATOR, dryRun: false, once: null });
  await store.close();
  expect(await create('--partner', 'Fenwick website')).toMatchObject({ code: 0 });
  expect((await states()).map((columns) => columns.slice(1))).toEqual([
    ['partner', 'valid', 'never used', 'Fenwick website'],
  ]);
});

it('a key needs a known role and an end that is to come', async () => {
  const create = (...args: string[]) => cli.run(['keys', 'create', '--name', 'x', ...args]);
  expect(await create('--role', 'king')).toMatchObject({
    code: 2,
    err: expect.stringContaining('author, editor, admin, partner'),
  });
  expect(await create()).toMatchObject({ code: 2, err: expect.stringContaining('--role') });
  const wrong = { code: 2, out: '', err: expect.stringMatching(/^--expires \S+ is not a day or time to come/) };
  expect(await create('--role', 'admin', '--expires', 'tomorrow')).toEqual(wrong);
  expect(await create('--role', 'admin', '--expires', '2020-01-01')).toEqual(wrong);
  expect(await create('--role', 'admin', '--expires', '9999-12-31')).toEqual(wrong);
  expect(await states()).toEqual([]);
});

function prefixOf(text: string): string {
  return text.split('_')[1] ?? '';
}

/** The listed keys by column, without the time of creation. */
async function states(): Promise<string[][]> {
  const { out } = await cli.run(['keys', 'list']);
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(/ {2,}/).toSpliced(2, 1));
}
