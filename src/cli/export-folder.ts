import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Problem } from '../domain/problem.ts';
import { isSlug } from '../domain/slug.ts';
import { type ExportedDocument, sourceNames } from '../usecases/export-sources.ts';
import { DRAFTS_FOLDER } from '../usecases/import-inputs.ts';
import { fileProblem } from './file-problem.ts';
import { AREAS_FILE } from './import-inputs.ts';
import { formatOfPath } from './input-format.ts';

export interface ExportFolder {
  /**
   * Writes a document to a file named by its slug, which is left alone when it holds the same bytes already.
   * @throws Problem when the file cannot be written, or holds something else and may not be replaced
   */
  write(source: ExportedDocument): Promise<Written>;
  /** Writes the file of areas, under the same conditions. */
  writeAreas(bytes: Uint8Array): Promise<Written>;
  /** Files in it that could be imported and were not written. */
  leftOver(): Promise<readonly string[]>;
}

export interface Written {
  readonly path: string;
  readonly isNew: boolean;
}

/** A folder that documents are exported to; nothing is ever written outside of it. */
export function createExportFolder(folder: string, mayReplace: boolean): ExportFolder {
  const nameOf = sourceNames();
  const written = new Set<string>();
  const writeAt = async (path: string, bytes: Uint8Array): Promise<Written> => {
    written.add(path);
    try {
      if (dirname(path) !== join(folder)) await makeFolder(dirname(path));
      return { path, isNew: await writeNew(path, bytes, mayReplace) };
    } catch (error) {
      if (error instanceof Problem) throw error;
      throw new Problem('invalid_request', `${path}: ${fileProblem(error).message}`, { cause: error });
    }
  };
  return {
    async write({ slug, state, bytes }) {
      if (!isSlug(slug)) throw new Problem('invalid_request', `"${slug}" cannot be the name of a file`);
      return writeAt(join(folder, nameOf({ slug, state, bytes })), bytes);
    },
    writeAreas: (bytes) => writeAt(join(folder, AREAS_FILE), bytes),
    async leftOver() {
      const inFolders = await Promise.all([folder, join(folder, DRAFTS_FOLDER)].map(documentsIn));
      return inFolders.flat().filter((path) => !written.has(path));
    },
  };
}

/** Paths of what could be imported; none where there is no folder. */
async function documentsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => formatOfPath(name)).map((name) => join(folder, name));
}

/** A link is refused: it may lead out of the folder. */
async function makeFolder(path: string): Promise<void> {
  await mkdir(path).catch((error) => {
    if (!isExisting(error)) throw error;
  });
  if (!(await lstat(path)).isDirectory()) throw new Problem('invalid_request', `${path}: is no folder`);
}

async function writeNew(path: string, bytes: Uint8Array, mayReplace: boolean): Promise<boolean> {
  try {
    // Fails on whatever stands there, a symbolic link too.
    await writeFile(path, bytes, { flag: 'wx' });
    return true;
  } catch (error) {
    if (!isExisting(error)) throw error;
  }
  if (Buffer.compare(await readFile(path), bytes) === 0) return false;
  if (!mayReplace) throw new Problem('invalid_request', `${path}: holds something else; --force replaces it`);
  const draft = `${path}.new`;
  await rm(draft, { force: true });
  await writeFile(draft, bytes, { flag: 'wx' });
  await rename(draft, path);
  return true;
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
