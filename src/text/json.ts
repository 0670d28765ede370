import type { Complaint } from './complaint.ts';
import { MAX_DEPTH, type SourceEntry, type SourceReading, type SourceValue } from './source-tree.ts';

/** Reads JSON (RFC 8259), telling where it stops being JSON; unlike `JSON.parse` it keeps keys that are given twice. */
export function readJson(text: string): SourceReading {
  const cursor: Cursor = { text, at: 0 };
  try {
    const root = readValue(cursor, 1);
    if (cursor.at < text.length) fail(cursor, 'there is more behind the end of the JSON value');
    return { root, complaints: [] };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return { root: { kind: 'mapping', at: 0, entries: [] }, complaints: [error.complaint] };
  }
}

class JsonError extends Error {
  readonly complaint: Complaint;

  constructor(complaint: Complaint) {
    super(complaint.detail);
    this.complaint = complaint;
  }
}

interface Cursor {
  readonly text: string;
  at: number;
}

const SPACE = /[ \t\n\r]*/y;
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/sy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Reads a value and the space on both its sides. */
function readValue(cursor: Cursor, depth: number): SourceValue {
  take(cursor, SPACE);
  const value = readBareValue(cursor, depth);
  take(cursor, SPACE);
  return value;
}

function readBareValue(cursor: Cursor, depth: number): SourceValue {
  const { at } = cursor;
  if (depth > MAX_DEPTH) fail(cursor, `keys and lists are nested deeper than ${MAX_DEPTH}`);
  if (skip(cursor, '{'))
    return { kind: 'mapping', at, entries: readItems(cursor, '}', () => readEntry(cursor, depth)) };
  if (skip(cursor, '[')) return { kind: 'list', at, items: readItems(cursor, ']', () => readValue(cursor, depth + 1)) };
  if (cursor.text[at] === '"') return { kind: 'scalar', at, value: readString(cursor) };
  const word = WORDS.get(take(cursor, WORD));
  if (word !== undefined) return { kind: 'scalar', at, value: word };
  const number = take(cursor, NUMBER);
  if (number === '') fail(cursor, 'this is not JSON: a value is missing here');
  if (!Number.isFinite(Number(number))) fail({ at }, 'this number is too large');
  return { kind: 'scalar', at, value: Number(number) };
}

function readItems<Item>(cursor: Cursor, close: string, readItem: () => Item): Item[] {
  const items: Item[] = [];
  take(cursor, SPACE);
  if (skip(cursor, close)) return items;
  do items.push(readItem());
  while (skip(cursor, ','));
  if (!skip(cursor, close)) fail(cursor, `this is not JSON: there is no , or ${close} here`);
  return items;
}

function readEntry(cursor: Cursor, depth: number): SourceEntry {
  take(cursor, SPACE);
  const { at } = cursor;
  const key = readString(cursor);
  take(cursor, SPACE);
  if (!skip(cursor, ':')) fail(cursor, 'this is not JSON: there is no : behind this key');
  return { key, at, value: readValue(cursor, depth + 1) };
}

function readString(cursor: Cursor): string {
  const { at } = cursor;
  const source = take(cursor, STRING);
  if (source === '') fail({ at }, 'this is not JSON: there is no complete text in double quotes here');
  try {
    return String(JSON.parse(source));
  } catch {
    fail({ at }, 'this is not JSON: there is a line end, a control character or an unknown escape in this text');
  }
}

/** What the pattern matches here, maybe nothing; the cursor goes behind it. */
function take(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at;
  const [match = ''] = pattern.exec(cursor.text) ?? [];
  cursor.at += match.length;
  return match;
}

function skip(cursor: Cursor, mark: string): boolean {
  const isHere = cursor.text.startsWith(mark, cursor.at);
  if (isHere) cursor.at += mark.length;
  return isHere;
}

function fail({ at }: Pick<Cursor, 'at'>, detail: string): never {
  throw new JsonError({ at, detail });
}
