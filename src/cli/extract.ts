import { readConfig } from '../config.ts';
import type { CheckRules } from '../domain/check.ts';
import { Problem } from '../domain/problem.ts';
import { readDocument, readLoosely, readRecord } from '../text/document.ts';
import { type Reading, readForDesk } from '../text/reading.ts';
import { toRelease } from '../text/release.ts';
import type { ImportInput } from '../usecases/import-releases.ts';
import { readInputs } from './import-inputs.ts';
import { faultLines } from './import-lines.ts';
import { resolvePaths } from './import-paths.ts';

export interface ExtractFlags {
  readonly json?: boolean;
}

interface Output {
  readonly out: { write(text: string): unknown };
  readonly err: { write(text: string): unknown };
}

/**
 * The command `extract`: what Dateline reads out of documents, without a database, by the editorial rules of the
 * installation. Prints one JSON object per document, or with `json` a single one with a key per document. What an import
 * would refuse a document for is told on the other stream, and hinders only where nothing can be read. Returns the exit code.
 */
export async function runExtract(paths: readonly string[], flags: ExtractFlags, { out, err }: Output): Promise<number> {
  const rules = readConfig().checks;
  const readings: [string, Reading][] = [];
  let read = 0;
  let failed = 0;
  for await (const input of readInputs(await resolvePaths(paths), { stdin: process.stdin, format: undefined })) {
    const { reading, problem } = readInput(input, rules);
    if (problem) for (const line of faultLines(input.name, input.line, problem)) err.write(`${line}\n`);
    if (!reading) {
      failed += 1;
      continue;
    }
    read += 1;
    if (flags.json) readings.push([nameOf(input), reading]);
    else out.write(`${JSON.stringify(reading, null, 2)}\n`);
  }
  if (flags.json) out.write(`${JSON.stringify(Object.fromEntries(readings), null, 2)}\n`);
  if (read + failed === 0) err.write('nothing to read\n');
  return failed === 0 && read > 0 ? 0 : 1;
}

/** What can be read of an input, and what is wrong with it. */
interface ReadInput {
  readonly reading?: Reading;
  readonly problem?: Problem;
}

function readInput(input: ImportInput, rules: CheckRules): ReadInput {
  if (input.kind === 'unreadable') return { problem: input.problem };
  if (input.kind === 'record') {
    return orProblem(() => {
      const document = readRecord(input.bytes);
      return readForDesk(toRelease(document), document.markdown, rules);
    });
  }
  const source = new TextDecoder('utf-8', { ignoreBOM: true }).decode(input.bytes);
  const strict = orProblem(() => readForDesk(toRelease(readDocument(input.bytes)), source, rules));
  if (strict.reading) return strict;
  return { ...orProblem(() => readForDesk(toRelease(readLoosely(input.bytes)), source, rules)), ...strict };
}

function orProblem(read: () => Reading): ReadInput {
  try {
    return { reading: read() };
  } catch (error) {
    if (error instanceof Problem) return { problem: error };
    throw error;
  }
}

function nameOf({ name, line }: ImportInput): string {
  return line === undefined ? name : `${name}:${line}`;
}
