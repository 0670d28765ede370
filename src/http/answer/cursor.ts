import { hash } from 'node:crypto';
import * as z from 'zod';
import { type CursorFacts, foreignCursor, type Position } from '../../domain/query.ts';

/** Characters; a page sorted by title ends with a title, and some are long. */
export const MAX_CURSOR_LENGTH = 16_384;

/** What a cursor belongs to, as its fingerprint begins. */
export type CursorScope = string & { readonly [scope]: true };
declare const scope: unique symbol;

/** @param filters all that makes the list what it is, its order too; without what only cuts it into pages */
export function cursorScope(operationId: string, filters: Readonly<Record<string, unknown>>): CursorScope {
  const sorted = Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1));
  return `[${JSON.stringify(operationId)},${JSON.stringify(sorted)}` as CursorScope;
}

/** The position as opaque text (base64url) that only the same list with the same filters takes back. */
export function writeCursor({ direction, keys }: Position, scope: CursorScope): string {
  return Buffer.from(JSON.stringify([fingerprint(scope, keys), direction, ...keys])).toString('base64url');
}

/** @throws Problem `invalid_parameter` for what `writeCursor` did not write for this list and these filters */
export function readCursor(text: string, scope: CursorScope, facts?: CursorFacts): Position {
  const [written, direction, ...keys] = cursorSchema.safeParse(decode(text)).data ?? [];
  if (direction !== undefined && written === fingerprint(scope, keys)) return { direction, keys };
  throw foreignCursor(facts);
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

function fingerprint(scope: CursorScope, keys: readonly string[]): string {
  return hash('sha256', `${scope},${JSON.stringify(keys)}]`, 'base64url').slice(0, 11);
}
