import type { Dirent } from 'node:fs';
import { glob, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../domain/problem.ts';
import { DRAFTS_FOLDER } from '../usecases/import-inputs.ts';
import { fileProblem } from './file-problem.ts';
import { formatOfPath } from './input-format.ts';

/** What one path of the command line stands for. */
export type ImportPath =
  | { readonly kind: 'stdin' }
  | { readonly kind: 'file' | 'folder'; readonly path: string }
  | UnusablePath;

export interface UnusablePath {
  readonly kind: 'unusable';
  readonly path: string;
  readonly problem: Problem;
}

/** Stands for standard input. */
const STDIN = '-';
const GLOB_SIGNS = /[*?[\]{}]/;

/** Finds out what each path is: a file, a folder, a pattern of names, or `-` for standard input. */
export async function resolvePaths(paths: readonly string[]): Promise<ImportPath[]> {
  const resolved: ImportPath[] = [];
  for (const path of paths) {
    if (path === STDIN) resolved.push({ kind: 'stdin' });
    else if (GLOB_SIGNS.test(path)) resolved.push(...(await resolvePattern(path)));
    else resolved.push(await resolvePath(path));
  }
  return resolved;
}

/**
 * The files of a folder and of the folders in it that can be imported, in the order of their names, drafts behind what they
 * may be drafts of, without holding more than one folder's names. Left out are names that begin with a dot, and README.md,
 * which speaks about a folder.
 */
export async function* walkFolder(folder: string): AsyncGenerator<string | UnusablePath> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort(inOrder)) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.') || /^readme\.md$/i.test(entry.name)) continue;
      if (entry.isDirectory()) yield* walkFolder(path);
      else if (formatOfPath(path)) yield path;
    }
  } catch (error) {
    yield { kind: 'unusable', path: folder, problem: fileProblem(error) };
  }
}

function inOrder(a: Dirent, b: Dirent): number {
  const isOneDrafts = Number(a.name === DRAFTS_FOLDER) - Number(b.name === DRAFTS_FOLDER);
  return isOneDrafts || (a.name < b.name ? -1 : 1);
}

async function resolvePath(path: string): Promise<ImportPath> {
  try {
    return { kind: (await stat(path)).isDirectory() ? 'folder' : 'file', path };
  } catch (error) {
    return { kind: 'unusable', path, problem: fileProblem(error) };
  }
}

/** A file may be called like a pattern, so a path that exists is never read as one. */
async function resolvePattern(pattern: string): Promise<ImportPath[]> {
  const literal = await resolvePath(pattern);
  if (literal.kind !== 'unusable') return [literal];
  const matches: string[] = [];
  for await (const match of glob(pattern)) matches.push(match);
  if (matches.length > 0) return Promise.all(matches.sort().map(resolvePath));
  return [{ kind: 'unusable', path: pattern, problem: new Problem('not_found', 'no file matches the pattern') }];
}
