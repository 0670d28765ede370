import { Problem } from '../domain/problem.ts';
import { readDocument, readRecord } from '../text/document.ts';
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
 * The command `extract`: what Dateline reads out of documents, without a database. Prints one JSON object per document, or
 * with `json` a single one with a key per document; what cannot be read is told on the other stream. Returns the exit code.
 */
export async function runExtract(paths: readonly string[], flags: ExtractFlags, { out, err }: Output): Promise<number> {
  const readings: [string, Reading][] = [];
  let failed = 0;
  for await (const input of readInputs(await resolvePaths(paths), { stdin: process.stdin, format: undefined })) {
    const reading = readInput(input);
    if (reading instanceof Problem) {
      failed += 1;
      for (const line of faultLines(input.name, input.line, reading)) err.write(`${line}\n`);
    } else if (flags.json) readings.push([nameOf(input), reading]);
    else out.write(`${JSON.stringify(reading, null, 2)}\n`);
  }
  if (flags.json) out.write(`${JSON.stringify(Object.fromEntries(readings), null, 2)}\n`);
  return failed === 0 ? 0 : 1;
}

function readInput(input: ImportInput): Reading | Problem {
  try {
    if (input.kind === 'unreadable') return input.problem;
    const document = input.kind === 'record' ? readRecord(input.bytes) : readDocument(input.bytes);
    const source =
      input.kind === 'record' ? document.markdown : new TextDecoder('utf-8', { ignoreBOM: true }).decode(input.bytes);
    return readForDesk(toRelease(document), source);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

function nameOf({ name, line }: ImportInput): string {
  return line === undefined ? name : `${name}:${line}`;
}
