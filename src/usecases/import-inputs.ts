import type { EditionState } from '../domain/edition.ts';
import { Problem } from '../domain/problem.ts';
import { readLines } from '../text/input-lines.ts';
import { formatOfBytes } from '../text/source-format.ts';
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
 * One input for each line: a record, or what an export writes, `{ "document": "…" }`, with the `state` of what is not
 * public. Holds one line at a time.
 */
export async function* readLineInputs(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ImportInput> {
  for await (const { line, bytes } of readLines(chunks, MAX_LINE_BYTES)) {
    const held = bytes && wrapped(bytes);
    if (held) yield { name, line, ...held };
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

/** The folder of an export, and of an archive, whose documents are never published by an import. */
export const DRAFTS_FOLDER = 'drafts';

/**
 * A line of an export. What is public is a record as it came, or a line that holds a whole document; what is not has its
 * state besides.
 */
export function exportLine(bytes: Uint8Array, state: EditionState): string {
  // The byte-order mark belongs to the document.
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  const isRecord = formatOfBytes(bytes) === 'ndjson';
  if (state === 'live') return isRecord ? text : JSON.stringify({ document: text });
  return JSON.stringify({ [isRecord ? 'record' : 'document']: text, state });
}

/** Escapes make a line longer than the document in it: in JSON, a byte of text has six at most. */
const MAX_LINE_BYTES = 6 * MAX_DOCUMENT_BYTES + 64;
const WRAPPED_LINE = /^\s*\{\s*"(?:document|record)"\s*:/;
const OPEN_STATES: ReadonlySet<unknown> = new Set<EditionState>(['draft', 'submitted', 'scheduled']);

/** What a line of an export holds, and nothing else. */
function wrapped(bytes: Uint8Array): Pick<Readable, 'kind' | 'bytes' | 'isDraft'> | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!WRAPPED_LINE.test(text.toString('latin1', 0, 64))) return undefined;
  const { document, record, state, ...rest } = parsed(text.toString('utf8'));
  const isState = state === undefined || OPEN_STATES.has(state);
  const held = document ?? record;
  if (typeof held !== 'string' || !isState || Object.keys(rest).length > 0) return undefined;
  if (document !== undefined && record !== undefined) return undefined;
  const kind = document === undefined ? 'record' : 'markdown';
  return { kind, bytes: Buffer.from(held, 'utf8'), ...(state !== undefined && { isDraft: true }) };
}

type Readable = Exclude<ImportInput, { kind: 'unreadable' }>;

/** What is no JSON is told of by whoever reads it as a record. */
function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
