/** One line of a stream; `bytes` is null when it is longer than a line may be. */
export interface InputLine {
  /** Counted from 1, blank lines too. */
  readonly line: number;
  readonly bytes: Uint8Array | null;
}

/**
 * Splits a stream into its lines, without their line ends and without those that are blank, and never holds more than
 * one chunk and one line of at most `maxBytes`.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<InputLine> {
  let line = 1;
  let rest: Uint8Array = new Uint8Array();
  let isTooLong = false;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      yield* finish(line, isTooLong ? null : bytes.subarray(start, end), maxBytes);
      isTooLong = false;
      line += 1;
      start = end + 1;
    }
    rest = bytes.subarray(start);
    // One byte more, since the longest line may end in a carriage return.
    if (rest.length > maxBytes + 1) isTooLong = true;
    if (isTooLong) rest = new Uint8Array();
  }
  yield* finish(line, isTooLong ? null : rest, maxBytes);
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const BLANKS: readonly number[] = [0x20, 0x09, CARRIAGE_RETURN];

function* finish(line: number, bytes: Uint8Array | null, maxBytes: number): Generator<InputLine> {
  const content = bytes?.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
  if (content === null || content.length > maxBytes) yield { line, bytes: null };
  else if (!content.every((byte) => BLANKS.includes(byte))) yield { line, bytes: content };
}
