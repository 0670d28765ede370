import { renameSync } from 'node:fs';
import type { Instant } from '../../../domain/time.ts';
import type { Connection } from '../engine/connection.ts';
import { hasRecord, isRecordOf, knownEvents } from './reconcile.ts';
import { appendToRecordFile, readRecordFile, writeRecordFile } from './record-file.ts';
import { lineAfter, NO_LINE, type RecordLine, type RecordText } from './record-lines.ts';
import { isReadable, type RemovalEvent } from './removal-event.ts';
import { growthOf } from './snapshot.ts';

interface Continuing {
  /** Where the record lies. */
  readonly removals: string;
  /** Whether to go on where it is missing, damaged, or that of another database. */
  readonly withoutRecord: boolean;
  readonly now: Instant;
  /** Where to put one that cannot be gone on with. */
  readonly aside: string;
}

/** How the record was gone on with. */
export interface Continuation {
  /** What was wrong with it; null where nothing was. */
  readonly fault: string | null;
  /** Where it lies now when it could not be gone on with. */
  readonly aside: string | null;
}

/**
 * Writes into the record that a database is put in place, which does not know of it: whoever opens it next finds that it is
 * older than its record.
 * @throws Error where the record is missing, damaged, or that of another database, and nobody has said to go on
 */
export function continueRecord(writer: Connection, { removals, withoutRecord, now, aside }: Continuing): Continuation {
  const text = readRecordFile(removals);
  const fault = faultOf(writer, text);
  if (text && fault === null) {
    appendToRecordFile(removals, text, [lineAfter(text.lines.at(-1) ?? NO_LINE, restoredAt(now))]);
    return { fault, aside: null };
  }
  if (!withoutRecord) throw new Error(`the record of removals ${removals} ${fault}: ${WHAT_THEN}`);
  if (text) renameSync(removals, aside);
  writeRecordFile(
    removals,
    recordOf([...knownEvents(writer), ...salvaged(writer, text), ...unreserved(writer), restoredAt(now)]),
  );
  return { fault, aside: text ? aside : null };
}

const WHAT_THEN =
  'without it nobody can tell what was withdrawn since the backup was taken. Put the right one there, or say --without-record';

/** A database whose numbers nobody has written down is taken to have given out so many more before it was lost. */
const FAR = 100_000;

function faultOf(writer: Connection, text: RecordText | undefined): string | null {
  if (!text || text.count === 0) return 'is missing';
  if (text.damaged) return `is damaged in line ${text.lines.length + 1}`;
  return !hasRecord(writer) || isRecordOf(writer, text) ? null : 'is that of another database';
}

/** What a record says that is damaged, as far as it can be read. */
function salvaged(writer: Connection, text: RecordText | undefined): string[] {
  if (!text?.damaged || !isRecordOf(writer, text)) return [];
  return [
    ...text.lines.map(({ event }) => event).slice(knownEvents(writer).length),
    ...text.damaged.filter(isReadable),
  ];
}

function unreserved({ client }: Connection): string[] {
  return [JSON.stringify({ event: 'reserved', upTo: growthOf(client).sequence + FAR } satisfies RemovalEvent)];
}

function restoredAt(at: Instant): string {
  return JSON.stringify({ event: 'restored', at } satisfies RemovalEvent);
}

function recordOf(events: readonly string[]): RecordLine[] {
  const lines: RecordLine[] = [];
  for (const event of events) lines.push(lineAfter(lines.at(-1) ?? NO_LINE, event));
  return lines;
}
