import type { Connection } from '../engine/connection.ts';
import { readRecordFile } from './record-file.ts';
import type { RecordText } from './record-lines.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { type RemovalEvent, readEvent } from './removal-event.ts';
import { removalState, removals } from './removal-tables.ts';
import type { Restoration } from './restoration.ts';

/** @param restore brings the database to where these events, which it does not know, say that it was */
export type Restore = (events: readonly RemovalEvent[]) => Restoration;

/**
 * Holds a database against the record of removals beside it, before anything is read for anybody. The record says nothing
 * that was not committed, so a database that does not know the whole of it is an older one: a backup that was put back.
 * What it does not know is done again.
 * @returns what was done, or undefined where nothing was to be done
 * @throws Error with a sentence for the operator where the record is missing, damaged, or that of another database
 */
export function openRecord(
  writer: Connection,
  path: string,
  restore: Restore,
): { readonly recorder: Recorder; readonly restoration: Restoration | undefined } {
  const recorder = createRecorder(writer, path);
  const hold = writer.client.transaction(() => {
    const unknown = readUnknown(writer, path);
    const restoration = unknown.length > 0 ? restore(unknown.map(({ event }) => readEvent(event))) : undefined;
    // A database that is new to its file may not go on as one that has it before it does.
    if (restoration === undefined) recorder.write();
    return restoration;
  });
  const restoration = hold.immediate();
  recorder.settle(0);
  return { recorder, restoration };
}

/** Lines that the database does not know; from here on it does. */
function readUnknown(writer: Connection, path: string): RecordText['lines'] {
  const { db } = writer;
  const text = readRecordFile(path);
  const isRecorded = hasRecord(writer);
  if (!isRecorded) db.update(removalState).set({ recorded: true }).run();
  if (!text || text.count === 0) {
    if (isRecorded) throw new Error(`its record of removals ${path} is missing: ${WHAT_THEN}`);
    return [];
  }
  if (!isRecordOf(writer, text)) {
    if (isRecorded) throw new Error(`the record of removals ${path} is that of another database: ${WHAT_THEN}`);
    // What a database that never had a record says of itself, the one that it finds takes the place of.
    db.delete(removals).run();
  }
  const known = knownEvents(writer).length;
  if (text.damaged && text.count > known) {
    throw new Error(`line ${text.lines.length + 1} of its record of removals ${path} is damaged: ${WHAT_THEN}`);
  }
  const unknown = text.lines.slice(known);
  for (const { number, event } of unknown) db.insert(removals).values({ number, event }).run();
  return unknown;
}

/** Whether the database ever had a record. */
export function hasRecord({ db }: Connection): boolean {
  return db.select().from(removalState).get()?.recorded ?? false;
}

/** What the database says that its record says, line by line. */
export function knownEvents({ client }: Pick<Connection, 'client'>): string[] {
  return client.prepare<[], string>('select event from removals order by number').pluck().all();
}

/** Whether a record, as far as it is whole, and a database tell the same story, one of them perhaps longer than the other. */
export function isRecordOf(connection: Pick<Connection, 'client'>, { lines }: Pick<RecordText, 'lines'>): boolean {
  const known = knownEvents(connection);
  return lines.every(({ event }, at) => at >= known.length || known[at] === event);
}

const WHAT_THEN =
  'without it nobody can tell what was withdrawn since this database was written. Put the right one there; if there is ' +
  'none any more, docs/OPERATING.md says under "Without the record" what then';
