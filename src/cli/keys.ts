import { readConfig } from '../config.ts';
import { type Key, keyStateAt, OPERATOR, type Role } from '../domain/actor.ts';
import type { AuditDetail } from '../domain/audit.ts';
import { Problem } from '../domain/problem.ts';
import { type Instant, parseEnd } from '../domain/time.ts';
import { noteRefusal } from '../usecases/audit.ts';
import type { Deps } from '../usecases/deps.ts';
import { everyRow } from '../usecases/every-row.ts';
import { createKey, listKeys, MAX_GRACE_SECONDS, type NewKey, revokeKey, rotateKey } from '../usecases/keys.ts';
import { listPartners } from '../usecases/partners.ts';
import { carriedOut } from '../usecases/write-wish.ts';
import { withDeps, withPresentDeps } from './open.ts';

export interface CreateKeyFlags {
  /** The name of the partner when it is not said. */
  readonly name?: string;
  readonly role: Role;
  readonly areas?: readonly string[];
  /** Name of the partner whose it is. */
  readonly partner?: string;
  /** RFC 3339, or a day, at the end of which the key ends. */
  readonly expires?: string;
}

export interface RotateKeyFlags {
  /** Whole seconds. */
  readonly grace: string;
}

/** The command `keys create`: prints the key, this once. */
export async function runCreateKey({ role, areas = [], expires, partner, ...flags }: CreateKeyFlags): Promise<void> {
  const expiresAt = expires === undefined ? null : readExpiry(expires);
  const name = flags.name ?? partner;
  if (name === undefined) throw new Problem('invalid_request', 'the key needs a --name, or a --partner whose it is');
  if (role === 'partner' && partner === undefined) {
    throw new Problem('invalid_request', 'a key of the role partner needs the --partner whose it is');
  }
  const created = await asOperator('createKey', { name }, async (deps) => {
    if (expiresAt !== null && expiresAt <= deps.clock.now()) throw badExpiry(expires ?? '');
    const partnerId = partner === undefined ? null : await partnerNamed(deps, partner);
    return carriedOut(await createKey(deps, OPERATOR, { name, role, areaKeys: areas, expiresAt, partnerId }));
  });
  printKey(created);
}

async function partnerNamed(deps: Deps, name: string): Promise<string> {
  for await (const partner of everyRow((page) => listPartners(deps, page))) {
    if (partner.name === name) return partner.id;
  }
  throw new Problem('not_found', `no partner is called ${name}`);
}

/** The command `keys list`. */
export async function runListKeys(): Promise<void> {
  await withPresentDeps(readConfig(), async (deps) => {
    const now = deps.clock.now();
    for await (const key of everyRow((page) => listKeys(deps, page))) print(describeKey(key, now));
  });
}

/** The command `keys revoke`: the key opens nothing from then on. */
export async function runRevokeKey(prefix: string): Promise<void> {
  await asOperator('revokeKey', { prefix }, (deps) => revokeKey(deps, OPERATOR, prefix), withPresentDeps);
  print(`${prefix} is revoked.`);
}

/** The command `keys rotate`: prints the new key, this once. */
export async function runRotateKey(prefix: string, { grace }: RotateKeyFlags): Promise<void> {
  const graceSeconds = readGrace(grace);
  const rotated = await asOperator(
    'rotateKey',
    { prefix },
    async (deps) => carriedOut(await rotateKey(deps, OPERATOR, { prefix, graceSeconds })),
    withPresentDeps,
  );
  printKey(rotated);
}

/** Carries out a change; the audit trail has it also when it is refused. */
function asOperator<Result>(
  operation: string,
  detail: AuditDetail,
  change: (deps: Deps) => Promise<Result>,
  open: typeof withPresentDeps<Result> = withDeps,
): Promise<Result> {
  return open(readConfig(), async (deps) => {
    try {
      return await change(deps);
    } catch (error) {
      if (error instanceof Problem) await noteRefusal(deps, OPERATOR, { operation, subject: null, detail }, error);
      throw error;
    }
  });
}

function printKey({ key, text }: NewKey): void {
  process.stderr.write(`The key "${key.name}" (${key.role}); it is shown this once and kept nowhere:\n`);
  print(text);
}

function describeKey(key: Key, now: Instant): string {
  const { prefix, role, name, areaKeys, createdAt, expiresAt, revokedAt, lastUsedAt } = key;
  const parts = [
    prefix,
    role.padEnd(ROLE_WIDTH),
    createdAt,
    [keyStateAt(key, now), revokedAt].filter((part) => part !== null).join(' '),
    lastUsedAt === null ? 'never used' : `used ${lastUsedAt}`,
    ...(expiresAt ? [`until ${expiresAt}`] : []),
    ...(areaKeys.length > 0 ? [`in ${areaKeys.join(', ')}`] : []),
    name,
  ];
  return parts.join('  ');
}

const ROLE_WIDTH = 'partner'.length;

function readExpiry(text: string): Instant {
  const instant = parseEnd(text);
  if (instant === undefined) throw badExpiry(text);
  return instant;
}

function badExpiry(text: string): Problem {
  return new Problem(
    'invalid_request',
    `--expires ${text} is not a day or time to come, like 2030-12-31 or 2030-12-31T12:00:00Z`,
  );
}

function readGrace(text: string): number {
  const seconds = /^\d{1,6}$/.test(text) ? Number(text) : Number.POSITIVE_INFINITY;
  if (seconds <= MAX_GRACE_SECONDS) return seconds;
  throw new Problem('invalid_request', `--grace ${text} is not a number of seconds from 0 to ${MAX_GRACE_SECONDS}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
