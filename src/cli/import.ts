import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../config.ts';
import { OPERATOR } from '../domain/actor.ts';
import { isWithin } from '../domain/characters.ts';
import type { CheckId } from '../domain/check.ts';
import { Problem } from '../domain/problem.ts';
import { MAX_REASON_LENGTH } from '../domain/withdrawal.ts';
import type { SourceFormat } from '../text/source-format.ts';
import type { Deps } from '../usecases/deps.ts';
import { importReleases } from '../usecases/import-releases.ts';
import { registerAreas } from '../usecases/register-areas.ts';
import { onEndingSignal } from './ending-signals.ts';
import { explainFailure } from './failure.ts';
import { findAreasFiles, readInputs, readWhole } from './import-inputs.ts';
import type { ImportEntry } from './import-lines.ts';
import { resolvePaths } from './import-paths.ts';
import { createImportReport } from './import-report.ts';
import { withDeps } from './open.ts';

export interface ImportFlags {
  readonly publish?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly checks?: boolean;
  readonly override?: readonly CheckId[];
  readonly reason?: string;
  readonly format?: SourceFormat;
}

/** The command `import`: returns its exit code. */
export async function runImport(paths: readonly string[], flags: ImportFlags): Promise<number> {
  if (
    (flags.override === undefined) !== (flags.reason === undefined) ||
    !isWithin(flags.reason ?? '', MAX_REASON_LENGTH)
  ) {
    const most = `at most ${MAX_REASON_LENGTH} characters`;
    process.stderr.write(`--override and --reason go together: a rule by its id, and why it may be passed, ${most}\n`);
    return 2;
  }
  const config = readConfig();
  const { json = false, dryRun = false } = flags;
  const report = createImportReport({ out: process.stdout, err: process.stderr, json, dryRun });
  const stop = stopOnSignal();
  const importAll = async (deps: Deps) => {
    for await (const entry of importPaths(deps, paths, { ...flags, signal: stop.signal })) report.add(entry);
  };
  try {
    await (dryRun && !existsSync(config.database) ? withoutDatabase(config, importAll) : withDeps(config, importAll));
    return report.finish(!stop.signal.aborted);
  } catch (error) {
    process.stderr.write(`${explainFailure(error)}\n`);
    return report.finish(false);
  } finally {
    stop.end();
  }
}

type ImportPathsOptions = Omit<ImportFlags, 'json'> & {
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly signal?: AbortSignal;
};

/** Takes in the areas of the paths, then their releases, each yielded once it is durable. */
export async function* importPaths(
  deps: Deps,
  paths: readonly string[],
  { stdin = process.stdin, format, signal, ...flags }: ImportPathsOptions = {},
): AsyncGenerator<ImportEntry> {
  const { publish = false, dryRun = false, checks, override = [], reason = '' } = flags;
  const resolved = await resolvePaths(paths);
  const tried: Uint8Array[] = [];
  for (const file of await findAreasFiles(resolved)) {
    yield await takeInAreas(file, async (bytes) => {
      const areas = await registerAreas(deps, bytes, { actor: OPERATOR, dryRun, earlier: tried });
      if (dryRun) tried.push(bytes);
      return areas;
    });
  }
  const inputs = readInputs(resolved, { stdin, format });
  const overrides = override.map((check) => ({ check, reason }));
  const wish = { publish, dryRun, overrides, checks: checks ? ('text' as const) : undefined };
  yield* importReleases(deps, inputs, { actor: OPERATOR, ...wish, ...(signal && { signal }) });
}

async function takeInAreas(name: string, takeIn: (bytes: Uint8Array) => Promise<number>): Promise<ImportEntry> {
  try {
    return { name, outcome: 'registered', areas: await takeIn(await readWhole(name)) };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { name, outcome: 'failed', problem };
  }
}

/** A dry run where there is no database yet leaves none behind, and no record of its removals. */
async function withoutDatabase(config: Config, run: (deps: Deps) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-dry-run-'));
  try {
    await withDeps({ ...config, database: join(folder, 'dateline.db'), removals: undefined }, run);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The first signal ends the import after the running transaction; a second one ends the process. */
function stopOnSignal(): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController();
  const end = onEndingSignal(() => {
    process.stderr.write('\nstopping after the running transaction; run the same command again to go on\n');
    controller.abort();
  });
  return { signal: controller.signal, end };
}
