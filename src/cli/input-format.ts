import { extname } from 'node:path';

/** A markdown document of its own, or JSON records, one per line. */
export const INPUT_FORMATS = ['markdown', 'ndjson'] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];

const EXTENSIONS: ReadonlyMap<string, InputFormat> = new Map([
  ['.md', 'markdown'],
  ['.markdown', 'markdown'],
  ['.ndjson', 'ndjson'],
  ['.jsonl', 'ndjson'],
]);

/** The extensions that are imported. */
export const INPUT_EXTENSIONS = [...EXTENSIONS.keys()];

/** What the name of a file says it is; undefined when it says nothing that can be imported. */
export function formatOfPath(path: string): InputFormat | undefined {
  return EXTENSIONS.get(extname(path).toLowerCase());
}

/** What bytes are by their look: records begin with a brace, documents never do. */
export function formatOfBytes(bytes: Uint8Array): InputFormat {
  const start = BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte) ? BYTE_ORDER_MARK.length : 0;
  const first = bytes.subarray(start).find((byte) => !WHITE_SPACE.includes(byte));
  return first === OPENING_BRACE ? 'ndjson' : 'markdown';
}

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const WHITE_SPACE: readonly number[] = [0x09, 0x0a, 0x0d, 0x20];
const OPENING_BRACE = 0x7b;
