/** A markdown document of its own, or JSON records, one per line. */
export const SOURCE_FORMATS = ['markdown', 'ndjson'] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** What bytes are by their look: records begin with a brace, documents never do. */
export function formatOfBytes(bytes: Uint8Array): SourceFormat {
  const start = BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte) ? BYTE_ORDER_MARK.length : 0;
  const first = bytes.subarray(start).find((byte) => !WHITE_SPACE.includes(byte));
  return first === OPENING_BRACE ? 'ndjson' : 'markdown';
}

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const WHITE_SPACE: readonly number[] = [0x09, 0x0a, 0x0d, 0x20];
const OPENING_BRACE = 0x7b;
