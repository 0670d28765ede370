import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Problem } from '../domain/problem.ts';
import { formatOfBytes, type SourceFormat } from '../text/source-format.ts';
import { MAX_DOCUMENT_BYTES } from '../text/source-text.ts';
import {
  DRAFTS_FOLDER,
  readDocumentInput,
  readLineInputs,
  tooLarge,
  unreadableInput,
} from '../usecases/import-inputs.ts';
import type { ImportInput } from '../usecases/import-releases.ts';
import { fileProblem } from './file-problem.ts';
import { type ImportPath, walkFolder } from './import-paths.ts';
import { formatOfPath, INPUT_EXTENSIONS } from './input-format.ts';

export interface InputOptions {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** What standard input and files with another extension hold. */
  readonly format: SourceFormat | undefined;
}

/** The file of a folder that says which areas there are. */
export const AREAS_FILE = 'areas.yaml';
const STDIN_NAME = '<stdin>';

/** Everything that is to be imported, in the order of the paths, each read when its turn comes. */
export async function* readInputs(paths: readonly ImportPath[], options: InputOptions): AsyncGenerator<ImportInput> {
  for (const path of paths) {
    if (path.kind === 'stdin') yield* readStdin(options);
    else if (path.kind === 'unusable') yield unreadableInput(path.path, path.problem);
    else if (path.kind === 'folder') yield* readFolder(path.path);
    else if (basename(path.path) !== AREAS_FILE) yield* readFile(path.path, formatOfPath(path.path) ?? options.format);
  }
}

/** The files among the paths, and at the top of the folders among them, that say which areas there are. */
export async function findAreasFiles(paths: readonly ImportPath[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    if (path.kind === 'file' && basename(path.path) === AREAS_FILE) found.push(path.path);
    if (path.kind !== 'folder') continue;
    const file = join(path.path, AREAS_FILE);
    if (await stat(file).catch(() => undefined)) found.push(file);
  }
  return found;
}

/** @throws Problem when the file cannot be read, or is too large to be a document */
export async function readWhole(path: string): Promise<Uint8Array> {
  const file = await open(path).catch((error) => Promise.reject(fileProblem(error)));
  try {
    const { size } = await file.stat();
    if (size > MAX_DOCUMENT_BYTES) throw tooLarge('file');
    return await file.readFile();
  } catch (error) {
    throw error instanceof Problem ? error : fileProblem(error);
  } finally {
    await file.close();
  }
}

async function* readFolder(folder: string): AsyncGenerator<ImportInput> {
  for await (const found of walkFolder(folder)) {
    if (typeof found === 'string') yield* readFile(found, formatOfPath(found));
    else yield unreadableInput(found.path, found.problem);
  }
}

async function* readFile(path: string, format: SourceFormat | undefined): AsyncGenerator<ImportInput> {
  try {
    if (format === undefined) throw unknownFormat();
    const inputs = format === 'ndjson' ? readLineInputs(path, createReadStream(path)) : [await readMarkdown(path)];
    const isDraft = basename(dirname(resolve(path))) === DRAFTS_FOLDER;
    for await (const input of inputs) yield isDraft ? { ...input, isDraft } : input;
  } catch (error) {
    yield unreadableInput(path, error instanceof Problem ? error : fileProblem(error));
  }
}

async function readMarkdown(path: string): Promise<ImportInput> {
  return { name: path, kind: 'markdown', bytes: await readWhole(path) };
}

async function* readStdin({ stdin, format }: InputOptions): AsyncGenerator<ImportInput> {
  const chunks = stdin[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const all = rejoin(first.value, chunks);
  if ((format ?? formatOfBytes(first.value)) === 'ndjson') yield* readLineInputs(STDIN_NAME, all);
  else yield* readDocumentInput(STDIN_NAME, all);
}

async function* rejoin(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

function unknownFormat(): Problem {
  const expected = `${INPUT_EXTENSIONS.join(', ')}, or --format`;
  return new Problem('unsupported_media_type', `its name does not say what it holds: expected ${expected}`);
}
