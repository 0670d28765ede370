import { readConfig } from '../config.ts';
import { isKeyValid, type Key, type Role } from '../domain/actor.ts';
import { Problem } from '../domain/problem.ts';
import { type Instant, nextDay, parseCalendarDate, parseInstant, startOfDay } from '../domain/time.ts';
import { createKey, listKeys, type NewKey, revokeKey, rotateKey } from '../usecases/keys.ts';
import { withDeps } from './open.ts';

export interface CreateKeyFlags {
  readonly name: string;
  readonly role: Role;
  /** RFC 3339, or a day, at the end of which the key ends. */
  readonly expires?: string;
}

/** The command `keys create`: prints the key, this once. */
export async function runCreateKey({ name, role, expires }: CreateKeyFlags): Promise<void> {
  const expiresAt = expires === undefined ? null : readExpiry(expires);
  await withDeps(readConfig().database, async (deps) => {
    if (expiresAt !== null && expiresAt <= deps.clock.now()) throw badExpiry(expires ?? '');
    printKey(await createKey(deps, { name, role, expiresAt }));
  });
}

/** The command `keys list`. */
export async function runListKeys(): Promise<void> {
  await withDeps(readConfig().database, async (deps) => {
    const now = deps.clock.now();
    for (const key of await listKeys(deps)) print(describeKey(key, now));
  });
}

/** The command `keys revoke`: the key opens nothing from then on. */
export async function runRevokeKey(prefix: string): Promise<void> {
  await withDeps(readConfig().database, (deps) => revokeKey(deps, prefix));
  print(`${prefix} is revoked.`);
}

/** The command `keys rotate`: prints the new key, this once. */
export async function runRotateKey(prefix: string): Promise<void> {
  printKey(await withDeps(readConfig().database, (deps) => rotateKey(deps, prefix)));
}

function printKey({ key, text }: NewKey): void {
  process.stderr.write(`The key "${key.name}" (${key.role}); it is shown this once and kept nowhere:\n`);
  print(text);
}

function describeKey(key: Key, now: Instant): string {
  const { prefix, role, name, createdAt, expiresAt, revokedAt } = key;
  const state = revokedAt ? `revoked ${revokedAt}` : isKeyValid(key, now) ? 'valid' : 'expired';
  return [prefix, role.padEnd(ROLE_WIDTH), createdAt, state, ...(expiresAt ? [`until ${expiresAt}`] : []), name].join(
    '  ',
  );
}

const ROLE_WIDTH = 'partner'.length;

function readExpiry(text: string): Instant {
  const day = parseCalendarDate(text);
  const instant = day ? startOfDay(nextDay(day)) : parseInstant(text);
  if (instant === undefined) throw badExpiry(text);
  return instant;
}

function badExpiry(text: string): Problem {
  return new Problem(
    'invalid_request',
    `--expires ${text} is not a day or time to come, like 2030-12-31 or 2030-12-31T12:00:00Z`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
