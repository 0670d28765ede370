import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { syncToDisk } from '../engine/sync-to-disk.ts';
import { lineText, type RecordLine, type RecordText, readRecordText } from './record-lines.ts';

/** Where the record of a database lies unless it is said otherwise. */
export function recordBeside(database: string): string {
  return `${database}.removals`;
}

/** @returns undefined where there is no file */
export function readRecordFile(path: string): RecordText | undefined {
  try {
    return readRecordText(readFileSync(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Puts lines behind the whole ones, in the place of one that was not written to its end. On the disk when it returns. */
export function appendToRecordFile(
  path: string,
  { bytes }: Pick<RecordText, 'bytes'>,
  lines: readonly RecordLine[],
): number {
  const file = openSync(path, 'r+');
  try {
    if (fstatSync(file).size !== bytes) ftruncateSync(file, bytes);
    const text = Buffer.from(lines.map(lineText).join(''));
    for (let written = 0; written < text.length; ) {
      written += writeSync(file, text, written, text.length - written, bytes + written);
    }
    fsyncSync(file);
    return bytes + text.length;
  } finally {
    closeSync(file);
  }
}

/** Writes a record whole, in the place of whatever stands there: a reader finds the old one or the new one. */
export function writeRecordFile(path: string, lines: readonly RecordLine[]): number {
  const draft = `${path}.new`;
  const text = Buffer.from(lines.map(lineText).join(''));
  try {
    writeFileSync(draft, text, { mode: 0o600, flush: true });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncToDisk(dirname(path));
  return text.length;
}
