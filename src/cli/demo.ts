import { fileURLToPath } from 'node:url';
import { readConfig } from '../config.ts';
import { OPERATOR } from '../domain/actor.ts';
import { createLog } from '../log.ts';
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

/** The command `demo`: example releases, a fresh key, a running server, and what to try. */
export async function runDemo(): Promise<void> {
  const config = readConfig();
  await withDeps(config, async (deps) => {
    const releases = await importSeeds(deps);
    const key = await freshKey(deps);
    const server = await startServer(config, deps, createLog('warn'));
    process.stdout.write(welcome({ address: server.address, database: config.database, releases, key }));
    await server.closed;
  });
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

/** Only the newest demo's key is valid. */
async function freshKey(deps: Deps): Promise<string> {
  for await (const { name, prefix, revokedAt } of everyRow((page) => listKeys(deps, page))) {
    if (name === KEY_NAME && revokedAt === null) await revokeKey(deps, OPERATOR, prefix);
  }
  const wish = { name: KEY_NAME, role: 'admin', areaKeys: [], expiresAt: null } as const;
  return carriedOut(await createKey(deps, OPERATOR, wish)).text;
}

interface Demo {
  readonly address: string;
  readonly database: string;
  readonly releases: number;
  readonly key: string;
}

function welcome({ address, database, releases, key }: Demo): string {
  return `Dateline is running at ${address} with ${releases} example releases (${database}).

  Documentation   ${address}/docs
  Admin key       ${key}
  Try             curl '${address}/v1/articles?limit=3'

Ctrl+C stops it.
`;
}
