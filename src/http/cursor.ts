import { createHash } from 'node:crypto';
import * as z from 'zod';
import { Problem } from '../domain/problem.ts';
import type { Position } from '../domain/query.ts';

/** Characters; the longest keys that a page ends with stay far below it. */
export const MAX_CURSOR_LENGTH = 4_096;

/** What a cursor belongs to: the list, its order and its filters, without what only cuts it into pages. */
export type CursorScope = readonly [operationId: string, filters: Readonly<Record<string, unknown>>];

/** The position as opaque text (base64url) that only the same list with the same filters takes back. */
export function writeCursor({ direction, keys }: Position, scope: CursorScope): string {
  return Buffer.from(JSON.stringify([fingerprint(scope), direction, ...keys])).toString('base64url');
}

/** @throws Problem `invalid_parameter` for what `writeCursor` did not write for this list */
export function readCursor(text: string, scope: CursorScope): Position {
  const [writtenFor, direction, ...keys] = cursorSchema.safeParse(decode(text)).data ?? [];
  if (writtenFor === undefined || direction === undefined) {
    throw invalidCursor(
      'This is not a cursor of this API.',
      'The value of page.next or page.prev of an earlier answer.',
    );
  }
  if (writtenFor !== fingerprint(scope)) {
    throw invalidCursor(
      'This cursor belongs to another query.',
      'The same filters and sort as the answer that gave the cursor; only limit may differ.',
    );
  }
  return { direction, keys };
}

const cursorSchema = z.tuple([z.string(), z.enum(['next', 'prev'])], z.string());

function decode(text: string): unknown {
  if (text.length > MAX_CURSOR_LENGTH || !/^[\w-]+$/.test(text)) return undefined;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function fingerprint([operationId, filters]: CursorScope): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const sorted = given.sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([operationId, sorted]))
    .digest('base64url')
    .slice(0, 11);
}

function invalidCursor(detail: string, expected: string): Problem {
  return new Problem('invalid_parameter', 'The cursor cannot be used here.', {
    errors: [{ parameter: 'cursor', detail, expected }],
  });
}
