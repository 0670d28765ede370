import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPERATOR, ROLES } from '../../src/domain/actor.ts';
import { shifted } from '../../src/domain/time.ts';
import { DOORS } from '../../src/http/admission/doors.ts';
import { describeApi } from '../../src/http/app.ts';
import { revokeKey } from '../../src/usecases/keys.ts';
import { ask, type Reply } from '../support/ask.ts';
import { bearer, type Installation, NOW, openInstallation } from './installation.ts';

/*
 * Who may pass which door: every operation of the OpenAPI document, asked by everybody. The document says which roles an
 * operation wants (`x-roles`); without them it stands open. With AUTHORISATION_TABLE=1 the answers are printed.
 */

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

interface Operation {
  readonly method: Method;
  readonly path: string;
  readonly roles: readonly string[] | null;
}

const OPERATIONS = operations();
const ASKERS = ['nobody', ...ROLES, 'expired', 'revoked', 'malformed'] as const;
type Asker = (typeof ASKERS)[number];

let api: Installation;
let headers: Record<Asker, Readonly<Record<string, string>>>;
const table: string[] = [];

beforeAll(async () => {
  api = await openInstallation();
  const expired = await api.createKey('admin', { expiresAt: shifted(NOW, 1) });
  const revoked = await api.createKey('admin');
  await revokeKey(api.deps, OPERATOR, revoked.key.prefix);
  api.setTime(shifted(NOW, 1));
  headers = {
    nobody: {},
    author: bearer(await api.createKey('author')),
    editor: bearer(await api.createKey('editor')),
    admin: bearer(await api.createKey('admin')),
    partner: bearer(await api.createKey('partner')),
    monitor: bearer(await api.createKey('monitor')),
    expired: bearer(expired),
    revoked: bearer(revoked),
    malformed: { Authorization: 'Bearer dl_nonsense' },
  };
});
afterAll(async () => {
  await api.close();
  if (process.env['AUTHORISATION_TABLE']) process.stdout.write(`\n${table.join('\n')}\n`);
});

test('the document describes operations behind every door', () => {
  expect(OPERATIONS.filter(({ roles }) => roles === null).length).toBeGreaterThan(10);
  expect(OPERATIONS.filter(({ roles }) => roles?.includes('admin')).length).toBeGreaterThan(4);
});

test.each(OPERATIONS)('$method $path lets in whom its door lets in, and nobody else', async (operation) => {
  const answers: [Asker, string, number][] = [];
  for (const asker of ASKERS) {
    const path = operation.path.replaceAll(/\{\w+\}/g, 'nothing');
    const { status } = await send(operation.method, path, asker);
    answers.push([asker, expectation(operation, asker), status]);
    if (operation.method === 'get') expect((await send('head', path, asker)).status).toBe(status);
  }
  const row = answers.map(([, , status]) => String(status).padEnd(9)).join(' ');
  if (table.length === 0) table.push(`${' '.repeat(48)} ${ASKERS.map((asker) => asker.padEnd(9)).join(' ')}`);
  table.push(`${operation.method.toUpperCase().padEnd(7)}${operation.path.padEnd(41)} ${row}`);
  expect(answers.filter(([, expected, status]) => classOf(status) !== expected)).toEqual([]);
});

/** Every address once, with the methods that the document describes there. */
const ADDRESSES = [...Map.groupBy(OPERATIONS, ({ path }) => path)].map(([path, all]) => {
  const described = all.map(({ method }) => method.toUpperCase());
  return { path, allow: [...described, ...(described.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort() };
});

test.each(ADDRESSES)('$path has the methods that the document describes, and says so to anybody', async (address) => {
  const path = address.path.replaceAll(/\{\w+\}/g, 'nothing');
  const others = (['get', 'post', 'put', 'patch', 'delete', 'propfind'] as const).filter(
    (method) => !address.allow.includes(method.toUpperCase()),
  );
  const allow = address.allow.join(', ');
  for (const asker of ['nobody', 'author', 'partner', 'admin', 'revoked'] as const) {
    // A key that opens nothing opens nothing here either.
    const refused = asker === 'revoked' ? [401, undefined] : [405, allow];
    for (const method of others) {
      const { status, headers: answer } = await send(method, path, asker);
      expect([asker, method, status, answer['allow']]).toEqual([asker, method, ...refused]);
    }
    // A preflight carries no key: where pages may ask, what else it carries is not looked at.
    const { status, body, headers: answer } = await send('options', path, asker);
    const isOpen = isForSites(address.path);
    const told = [
      asker,
      status,
      ...(status === 204 ? [body, answer['access-control-allow-origin'], answer['allow']] : []),
    ];
    const isRefused = asker === 'revoked' && !isOpen;
    expect(told).toEqual(isRefused ? [asker, 401] : [asker, 204, '', isOpen ? '*' : undefined, allow]);
  }
});

function send(method: string, path: string, asker: Asker): Promise<Reply> {
  return ask(`${api.app.listeningOrigin}${path}`, headers[asker], method.toUpperCase());
}

/** Whether pages elsewhere may ask there from a browser. */
function isForSites(path: string): boolean {
  return Object.values(DOORS).every((door) => door.isForSites || door.path === null || !path.startsWith(door.path));
}

function expectation({ roles }: Operation, asker: Asker): string {
  if (asker === 'expired' || asker === 'revoked' || asker === 'malformed') return '401';
  if (roles === null) return 'in';
  if (asker === 'nobody') return '401';
  return roles.includes(asker) ? 'in' : '403';
}

/** Whoever was let in may still have asked for something that is not there or not possible. */
function classOf(status: number): string {
  return status === 401 || status === 403 ? String(status) : status < 500 ? 'in' : 'broken';
}

function operations(): Operation[] {
  const { paths }: { paths: Record<string, Record<Method, { 'x-roles'?: string[] }>> } = JSON.parse(
    describeApi('https://news.example'),
  );
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method as Method,
      path,
      roles: operation['x-roles'] ?? null,
    })),
  );
}
