import { invalidDocument } from './complaint.ts';

/** Bytes of a whole document, source and front matter together. */
export const MAX_DOCUMENT_BYTES = 400_000;

/**
 * The text of a document: UTF-8 without its byte-order mark, every line end as `\n`.
 * @throws Problem `invalid_document` when it is too large, is not UTF-8 or holds a NUL
 */
export function decodeSource(bytes: Uint8Array): string {
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    const detail = `the document has ${bytes.length} bytes`;
    throw invalidDocument('', [{ at: 0, detail, expected: `at most ${MAX_DOCUMENT_BYTES} bytes` }]);
  }
  const text = foldLineEnds(decodeUtf8(bytes));
  const nul = text.indexOf('\0');
  if (nul !== -1) throw invalidDocument(text, [{ at: nul, detail: 'there is a NUL character here' }]);
  return text;
}

/** A body as it is kept: `\n` line ends, no byte-order mark, no blank lines before its first or after its last word. */
export function tidyBody(text: string): string {
  return foldLineEnds(text)
    .replace(/^(?:\uFEFF|[ \t]*\n)+/, '')
    .trimEnd();
}

function foldLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const valid = bytes.subarray(0, validLength(bytes));
    const before = foldLineEnds(new TextDecoder().decode(valid, { stream: true }));
    // A character may be cut in two where the bytes cease to be any: what is wrong is told from its beginning.
    const whole = new TextDecoder('utf-8', { ignoreBOM: true }).decode(valid, { stream: true });
    const byte = bytes[Buffer.byteLength(whole)]?.toString(16).padStart(2, '0');
    const detail = `the bytes here, from 0x${byte} on, are not UTF-8`;
    throw invalidDocument(before, [{ at: before.length, detail, expected: 'a file saved as UTF-8' }]);
  }
}

/** The number of bytes before the first that cannot be UTF-8, found by halving. */
function validLength(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

/** Whether more bytes could make this UTF-8. */
function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
