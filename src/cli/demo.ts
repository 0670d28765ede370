import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.ts';
import { OPERATOR } from '../domain/actor.ts';
import { Problem } from '../domain/problem.ts';
import { audienceOf } from '../domain/visibility.ts';
import { createLog } from '../log.ts';
import { authenticateKey } from '../usecases/authenticate-key.ts';
import type { Deps } from '../usecases/deps.ts';
import { everyRow } from '../usecases/every-row.ts';
import { createKey, listKeys, revokeKey } from '../usecases/keys.ts';
import { carriedOut } from '../usecases/write-wish.ts';
import { importPaths } from './import.ts';
import { faultLines } from './import-lines.ts';
import { withDeps } from './open.ts';
import { startServer } from './serve.ts';

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url));
const KEY_NAME = 'demo';
/** Not that of `npm start`. */
const DEMO_DATABASE = 'data/demo.db';

/** The command `demo`: example releases in a database of their own, a key, a running server, and what to try. */
export async function runDemo(): Promise<void> {
  const config = readConfig(undefined, { DATELINE_DATABASE: DEMO_DATABASE });
  const { database } = config;
  await withDeps(config, async (deps) => {
    await refuseOtherContent(deps, database);
    const releases = await importSeeds(deps);
    const key = await demoKey(deps, `${database}.key`);
    const server = await startServer(config, deps, createLog('warn'));
    process.stdout.write(welcome({ address: server.address, database, releases, key }));
    await server.closed;
  });
}

/** Invented releases do not belong beside real ones. */
async function refuseOtherContent(deps: Deps, database: string): Promise<void> {
  const { rows } = await deps.store.newsroom.list({ limit: 1, position: null }, audienceOf(OPERATOR, deps.clock.now()));
  if (rows.length === 0) return;
  for await (const { outcome } of importPaths(deps, [SEEDS], { publish: true, dryRun: true })) {
    if (outcome === 'unchanged') return;
  }
  throw new Problem(
    'conflict',
    `${database} holds other releases: the demo takes one of its own, ${DEMO_DATABASE} when DATELINE_DATABASE is not set`,
  );
}

/** How many releases the seeds hold; importing them again changes nothing. */
async function importSeeds(deps: Deps): Promise<number> {
  let releases = 0;
  for await (const entry of importPaths(deps, [SEEDS], { publish: true })) {
    if (entry.outcome === 'failed')
      process.stderr.write(`${faultLines(entry.name, entry.line, entry.problem).join('\n')}\n`);
    else if (entry.outcome !== 'registered') releases += 1;
  }
  return releases;
}

/** The one of the demos before, as long as it is valid; it lies beside the database, for its owner alone. */
async function demoKey(deps: Deps, file: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => '');
  const { key } = await authenticateKey(deps, kept.trim(), deps.clock.now());
  if (key?.role === 'admin') return kept.trim();
  for await (const { name, prefix, revokedAt } of everyRow((page) => listKeys(deps, page))) {
    if (name === KEY_NAME && revokedAt === null) await revokeKey(deps, OPERATOR, prefix);
  }
  const wish = { name: KEY_NAME, role: 'admin', areaKeys: [], expiresAt: null } as const;
  const { text } = carriedOut(await createKey(deps, OPERATOR, wish));
  await rm(file, { force: true });
  await writeFile(file, `${text}\n`, { mode: 0o600, flag: 'wx' });
  return text;
}

interface Demo {
  readonly address: string;
  readonly database: string;
  readonly releases: number;
  readonly key: string;
}

function welcome({ address, database, releases, key }: Demo): string {
  return `Dateline is running at ${address} with ${releases} example releases.

  Documentation   ${address}/docs
  Admin key       ${key}
  Database        ${database}, of the demo alone
  Try             curl '${address}/v1/articles?limit=3'

Ctrl+C stops it.
`;
}
