import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from '../../../domain/problem.ts';
import type { Connection } from '../engine/connection.ts';
import { withRoom } from '../engine/reserve.ts';
import { appendToRecordFile, readRecordFile, writeRecordFile } from './record-file.ts';
import { lineAfter, NO_LINE, type RecordLine } from './record-lines.ts';

/** Copies what the database says was taken away into the file beside it. */
export interface Recorder {
  /** Brings the file up to the database. Must be used inside a write transaction, whose lock keeps other processes from it. */
  write(): void;
  /** The number of the last line that there is to write. */
  newest(): number;
  /**
   * Does so after a commit.
   * @param since what was taken away after this line must be written, the rest can wait for better times
   * @throws Problem `unavailable` when the file cannot be written: what was committed stands
   */
  settle(since: number): void;
}

/**
 * A line is written when its transaction is committed, never before: what the file says has happened. What a process
 * commits and dies before writing down, the next one to open the database, or to take something away, writes for it.
 */
export function createRecorder({ client, reserve }: Pick<Connection, 'client' | 'reserve'>, path: string): Recorder {
  const newest = client.prepare<[], number>('select max(number) from removals').pluck();
  const behind = client.prepare<[number], { number: number; event: string }>(
    'select number, event from removals where number > +? order by number',
  );
  const matters = client.prepare<[number], 1>(
    `select 1 from removals where number > +? and event not like '{"event":"reserved"%' limit 1`,
  );
  // To make room on one disk helps no other.
  const isOnOneDisk = diskOf(path) === diskOf(client.name);
  let end = { line: NO_LINE, bytes: -1 };

  const linesBehind = (line: RecordLine): RecordLine[] => {
    const lines = [line];
    for (const { event } of behind.all(line.number)) lines.push(lineAfter(lines.at(-1) ?? NO_LINE, event));
    return lines.slice(1);
  };
  /** The end of the file when nobody else has written to it since this process looked, else as it is now. */
  const look = (): typeof end | undefined => {
    if (statSync(path, { throwIfNoEntry: false })?.size === end.bytes) return end;
    const text = readRecordFile(path);
    return text && !text.damaged ? { line: text.lines.at(-1) ?? NO_LINE, bytes: text.bytes } : undefined;
  };
  const write = (): void => {
    const found = look();
    const lines = linesBehind(found?.line ?? NO_LINE);
    if (found && lines.length === 0) {
      end = found;
      return;
    }
    // The database knows everything that stood in a file that is lost or damaged, or it would not have been opened.
    const bytes = found ? appendToRecordFile(path, found, lines) : writeRecordFile(path, lines);
    end = { line: lines.at(-1) ?? found?.line ?? NO_LINE, bytes };
  };
  const writeLocked = client.transaction(write);
  return {
    write,
    newest: () => newest.get() ?? 0,
    settle(since) {
      const known = end.line.number;
      if ((newest.get() ?? 0) <= known) return;
      try {
        withRoom(isOnOneDisk ? reserve : undefined, () => writeLocked.immediate());
      } catch (cause) {
        // That numbers are spoken for can be written down with what comes next: the line comes early.
        if (matters.get(Math.max(known, since))) throw unrecorded(cause);
      }
    },
  };
}

function diskOf(path: string): number | undefined {
  return statSync(dirname(path), { throwIfNoEntry: false })?.dev;
}

function unrecorded(cause: unknown): Problem {
  return new Problem(
    'unavailable',
    'What you asked for is done, but it could not be written into the record of removals, so a restored backup might undo it. Tell the operator.',
    { cause, retryAfterSeconds: RETRY_SECONDS },
  );
}

const RETRY_SECONDS = 10;

/** A write that may take something away is acknowledged when the record says what it took. */
export function acknowledgeRecorded(recorder: Recorder) {
  return <Request extends unknown[], Result>(write: (...request: Request) => Promise<Result>) =>
    async (...request: Request): Promise<Result> => {
      const since = recorder.newest();
      const result = await write(...request);
      // What is said once more may be what could not be said the first time.
      recorder.settle(isRepeated(result) ? 0 : since);
      return result;
    };
}

function isRepeated(result: unknown): boolean {
  if (Array.isArray(result)) return result.some(isRepeated);
  return typeof result === 'object' && result !== null && 'kept' in result;
}
