import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import type { Send } from '../domain/outbound.ts';
import { systemClock } from '../domain/time.ts';
import { type AddressGuard, createAddressGuard } from '../jobs/address-guard.ts';
import type { LooseFiles } from '../store/sqlite/engine/own-files.ts';
import type { ReserveLog } from '../store/sqlite/engine/reserve.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import type { Restoration } from '../store/sqlite/record/restoration.ts';
import type { Deps } from '../usecases/deps.ts';
import { describeRestoration } from './restoration.ts';

/**
 * Runs something with all that the use cases hold, and closes the store whatever happens. The one place that names the
 * engine of this installation.
 * @param findings are told what was found at opening, on standard error when nobody says otherwise
 * @throws Error with a sentence for the operator when the database cannot be used
 */
export async function withDeps<Result>(
  config: Opening,
  run: (deps: Deps) => Promise<Result>,
  { onRestored = printRestoration, onLoose = printLoose, onGivenUp = printGivenUp }: Partial<Findings> = {},
): Promise<Result> {
  const addressOf = (slug: string) => config.articleUrl.replace('{slug}', slug);
  const { database: path, removals, reserveMegabytes } = config;
  const place = { path, ...(removals !== undefined && { removals }), reserveBytes: reserveMegabytes * MEGABYTE };
  const store = openSqliteStore({ ...place, newId: randomUUID, addressOf, onRestored, onLoose, onGivenUp });
  try {
    return await run({
      store,
      clock: systemClock,
      newId: randomUUID,
      rules: {
        twoPersonVerbs: config.twoPersonVerbs,
        withdrawalAlertMinutes: config.withdrawalAlertMinutes,
        checks: config.checks,
      },
      send: sendingLate(createAddressGuard(config.outboundExceptions)),
    });
  } finally {
    await store.close();
  }
}

/** Most commands send nothing, and need not read what does. */
function sendingLate(guard: AddressGuard): Send {
  let sender: Promise<Send> | undefined;
  return async (request) => {
    sender ??= import('../jobs/post.ts').then(({ createSender }) => createSender({ guard }));
    return (await sender)(request);
  };
}

/**
 * The same for what there must be something to read or to change in: a name that was typed wrongly makes no empty
 * database of which all is well.
 * @throws Error where there is no database
 */
export async function withPresentDeps<Result>(config: Opening, run: (deps: Deps) => Promise<Result>): Promise<Result> {
  const { database } = config;
  if (!existsSync(database))
    throw new Error(`there is no database ${database}: DATELINE_DATABASE says which one is meant`);
  return withDeps(config, run);
}

type Opening = Pick<
  Config,
  | 'database'
  | 'removals'
  | 'reserveMegabytes'
  | 'articleUrl'
  | 'twoPersonVerbs'
  | 'withdrawalAlertMinutes'
  | 'checks'
  | 'outboundExceptions'
>;

/** What there is to say of a database that was opened. */
interface Findings {
  /** It was an older one that was put back. */
  readonly onRestored: (restoration: Restoration) => void;
  /** Others could read it. */
  readonly onLoose: (loose: LooseFiles) => void;
  /** Its disk is full, and some of the room that was kept is used. */
  readonly onGivenUp: ReserveLog;
}

const MEGABYTE = 1024 * 1024;

function printGivenUp(left: number): void {
  process.stderr.write(`the disk is full: room that was kept is used, and ${left / MEGABYTE} MB of it are left\n`);
}

function printLoose({ tightened, left }: LooseFiles): void {
  for (const file of tightened) process.stderr.write(`${file}: others could read it, and cannot any more\n`);
  for (const file of left) process.stderr.write(`${file}: others can read it, and this user may not change that\n`);
}

function printRestoration(restoration: Restoration): void {
  process.stderr.write(describeRestoration(restoration));
}
