import { Problem } from '../domain/problem.ts';
import { readLines } from '../text/input-lines.ts';
import { MAX_DOCUMENT_BYTES } from '../text/source-text.ts';
import type { ImportInput } from './import-releases.ts';

/** One document of its own. */
export async function* readDocumentInput(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ImportInput> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length > MAX_DOCUMENT_BYTES) return yield unreadableInput(name, tooLarge('document'));
  }
  yield { name, kind: 'markdown', bytes: Buffer.concat(parts) };
}

/**
 * One input for each line: a record, or a whole document as an export writes it, `{ "document": "…" }`. Holds one line
 * at a time.
 */
export async function* readLineInputs(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ImportInput> {
  for await (const { line, bytes } of readLines(chunks, MAX_LINE_BYTES)) {
    const document = bytes && documentIn(bytes);
    if (document) yield { name, line, kind: 'markdown', bytes: document };
    else if (bytes && bytes.length <= MAX_DOCUMENT_BYTES) yield { name, line, kind: 'record', bytes };
    else yield { ...unreadableInput(name, tooLarge('line')), line };
  }
}

export function unreadableInput(name: string, problem: Problem): ImportInput {
  return { name, kind: 'unreadable', problem };
}

/** What cannot be a release. */
export function tooLarge(what: string): Problem {
  return new Problem(
    'payload_too_large',
    `the ${what} is too large to be a release: at most ${MAX_DOCUMENT_BYTES} bytes`,
  );
}

/** A line that holds a whole document. */
export function documentLine(bytes: Uint8Array): string {
  // The byte-order mark belongs to the document.
  return JSON.stringify({ document: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) });
}

/** Escapes make a line longer than the document in it: in JSON, a byte of text has six at most. */
const MAX_LINE_BYTES = 6 * MAX_DOCUMENT_BYTES + 64;
const DOCUMENT_LINE = /^\s*\{\s*"document"\s*:/;

/** The document that a line holds and nothing else. */
function documentIn(bytes: Uint8Array): Uint8Array | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!DOCUMENT_LINE.test(text.toString('latin1', 0, 64))) return undefined;
  const { document, ...rest } = parsed(text.toString('utf8'));
  return typeof document === 'string' && Object.keys(rest).length === 0 ? Buffer.from(document, 'utf8') : undefined;
}

/** What is no JSON is told of by whoever reads it as a record. */
function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
