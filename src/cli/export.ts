import { statSync } from 'node:fs';
import { readConfig } from '../config.ts';
import { Problem } from '../domain/problem.ts';
import { makeFolder } from '../store/sqlite/engine/make-folder.ts';
import type { Deps } from '../usecases/deps.ts';
import { exportAreas } from '../usecases/export-areas.ts';
import { type ExportedDocument, exportSource, exportSources } from '../usecases/export-sources.ts';
import { createExportFolder, type Written } from './export-folder.ts';
import { fileProblem } from './file-problem.ts';
import { withPresentDeps } from './open.ts';

export interface ExportFlags {
  readonly out?: string;
  readonly all?: boolean;
  readonly force?: boolean;
}

/** The command `export`: returns its exit code, 0 when everything came out, 1 when something did not. */
export async function runExport(references: readonly string[], flags: ExportFlags): Promise<number> {
  const { out, all = false, force = false } = flags;
  const [reference, ...others] = references;
  if (all === (reference !== undefined)) throw usage('name releases by address, slug or id, or take them --all');
  const config = readConfig();
  if (out !== undefined) {
    return withPresentDeps(config, (deps) =>
      all
        ? exportToFolder(exportSources(deps), out, { force, areas: () => exportAreas(deps) })
        : exportToFolder(named(deps, references), out, { force }),
    );
  }
  if (reference === undefined || others.length > 0) throw usage('several releases need a folder to go to: --out DIR');
  return withPresentDeps(config, async (deps) => {
    const { bytes } = await exportSource(deps, reference);
    process.stdout.write(bytes);
    return 0;
  });
}

/** Each release that is named, or the reason why it cannot be had. */
async function* named(deps: Deps, references: readonly string[]): AsyncGenerator<ExportedDocument | Problem> {
  for (const reference of references) yield await orProblem(() => exportSource(deps, reference));
}

async function exportToFolder(
  sources: AsyncIterable<ExportedDocument | Problem>,
  path: string,
  { force, areas }: { readonly force: boolean; readonly areas?: () => Promise<Uint8Array | null> },
): Promise<number> {
  try {
    makeFolder(path);
    if (!statSync(path).isDirectory()) throw usage(`${path} is a file, not a folder`);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('invalid_request', `${path}: ${fileProblem(error).message}`);
  }
  const folder = createExportFolder(path, force);
  let failed = 0;
  const tell = (result: Written | Problem): void => {
    if (result instanceof Problem) failed += 1;
    if (result instanceof Problem) process.stderr.write(`${result.message}\n`);
    else process.stdout.write(`${result.isNew ? 'written  ' : 'unchanged'} ${result.path}\n`);
  };
  const tree = await areas?.();
  if (tree) tell(await orProblem(() => folder.writeAreas(tree)));
  for await (const source of sources)
    tell(source instanceof Problem ? source : await orProblem(() => folder.write(source)));
  if (areas) for (const left of await folder.leftOver()) process.stderr.write(`${left}: ${LEFT_OVER}\n`);
  return failed > 0 ? 1 : 0;
}

const LEFT_OVER =
  'is no part of this export, and may have been withdrawn since: delete it, or export to an empty folder';

async function orProblem<Result>(run: () => Promise<Result>): Promise<Result | Problem> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function usage(message: string): Problem {
  return new Problem('invalid_request', message);
}
