import { createHash } from 'node:crypto';

/** One line of the record: `NUMBER DIGEST EVENT`. */
export interface RecordLine {
  /** 1, 2, 3… */
  readonly number: number;
  /** Over everything up to here, so that a line that is missing or other than it was shows. */
  readonly digest: string;
  /** JSON, as the database has it. */
  readonly event: string;
}

/** What a file holds. */
export interface RecordText {
  /** Up to the first that is not as it was written. */
  readonly lines: readonly RecordLine[];
  /** Bytes of them. */
  readonly bytes: number;
  /** The events from the first damaged line on, readable or not; undefined where nothing is damaged. */
  readonly damaged: readonly string[] | undefined;
  /** Lines, whatever they say. */
  readonly count: number;
}

export const NO_LINE: RecordLine = { number: 0, digest: '', event: '' };

export function lineAfter(before: RecordLine, event: string): RecordLine {
  const number = before.number + 1;
  return { number, digest: digestOf(before, number, event), event };
}

export function lineText({ number, digest, event }: RecordLine): string {
  return `${number} ${digest} ${event}\n`;
}

/**
 * Reads a record. A last line without an end was being written when its process or machine died: nobody was told that it
 * stands there, and it is left out.
 */
export function readRecordText(bytes: Buffer): RecordText {
  const texts = bytes.toString('utf8').split('\n').slice(0, -1);
  const lines: RecordLine[] = [];
  let length = 0;
  for (const text of texts) {
    const line = readLine(text, lines.at(-1) ?? NO_LINE);
    if (!line) return { lines, bytes: length, damaged: texts.slice(lines.length).map(eventIn), count: texts.length };
    lines.push(line);
    length += Buffer.byteLength(text) + 1;
  }
  return { lines, bytes: length, damaged: undefined, count: texts.length };
}

function readLine(text: string, before: RecordLine): RecordLine | undefined {
  const line = lineAfter(before, eventIn(text));
  return lineText(line) === `${text}\n` ? line : undefined;
}

function eventIn(text: string): string {
  return text.replace(/^\S* \S* /, '');
}

function digestOf({ digest }: RecordLine, number: number, event: string): string {
  return createHash('sha256').update(`${digest} ${number} ${event}`).digest('hex').slice(0, 32);
}
