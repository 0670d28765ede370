import { Problem, type ProblemError } from '../../domain/problem.ts';
import { endOfJson } from './json-end.ts';

export const JSON_MEDIA_TYPE = 'application/json';
/** RFC 7396. */
export const MERGE_PATCH_MEDIA_TYPE = 'application/merge-patch+json';
/** What PATCH takes: `Accept-Patch` (RFC 5789, section 3.1). */
export const PATCH_MEDIA_TYPES = `${MERGE_PATCH_MEDIA_TYPE}, ${JSON_MEDIA_TYPE}`;

/** Objects and arrays inside each other; deeper bodies are refused. */
export const MAX_JSON_DEPTH = 32;

/**
 * Reads a JSON body strictly (RFC 8259, and I-JSON of RFC 7493 for names and strings): UTF-8, no name twice in one
 * object, no `__proto__`, no lone surrogate, no NUL, at most MAX_JSON_DEPTH levels. None at all is no body: many clients
 * say that they send JSON before they know whether they do.
 * @throws Problem `invalid_request` that points at the place
 */
export function parseJsonBody(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  const text = decodeUtf8(bytes);
  const value = parse(text);
  const fault = findFault(text);
  if (fault) throw new Problem('invalid_request', 'The body is JSON that cannot be read safely.', { errors: [fault] });
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('invalid_request', 'The body is not well-formed JSON.', { errors: [placeIn(text)] });
  }
}

/** What the engine says of it repeats the body, and mostly without the place. */
function placeIn(text: string): ProblemError {
  const end = endOfJson(text);
  const before = text.slice(0, end).split('\n');
  const detail = end === text.length ? 'It ends too soon.' : 'From here on it is no JSON.';
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, detail };
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('invalid_request', 'The body is not well-formed UTF-8.');
  }
}

/** A container that is open while the text is read: the names it has had (an object) or none (an array). */
interface Frame {
  readonly names: Set<string> | undefined;
  /** The member or element that is being read. */
  at: string | number;
  awaitsName: boolean;
}

/** Strings and the marks of structure. Only well-formed text is searched, so every string that opens also closes. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;

/** The first thing in well-formed JSON that two readers could understand differently. */
function findFault(text: string): ProblemError | undefined {
  const open: Frame[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const frame = open.at(-1);
    if (token === '{' || token === '[') {
      if (open.length === MAX_JSON_DEPTH) return at(open, `More than ${MAX_JSON_DEPTH} levels of nesting.`);
      open.push(
        token === '{' ? { names: new Set(), at: '', awaitsName: true } : { names: undefined, at: 0, awaitsName: false },
      );
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ',') nextMember(frame);
    else if (token !== ':') {
      const text = String(JSON.parse(token));
      const fault = stringFault(text) ?? (frame?.awaitsName ? nameFault(text, frame) : undefined);
      if (fault) return at(open, fault);
    }
  }
  return undefined;
}

function nextMember(frame: Frame | undefined): void {
  if (typeof frame?.at === 'number') frame.at += 1;
  else if (frame) frame.awaitsName = true;
}

function stringFault(text: string): string | undefined {
  if (text.includes('\0')) return 'A string holds the character NUL.';
  if (!text.isWellFormed()) return 'A string holds half of a surrogate pair.';
  return undefined;
}

function nameFault(name: string, frame: Frame): string | undefined {
  frame.at = name;
  frame.awaitsName = false;
  if (name === '__proto__') return 'The name __proto__ is not allowed.';
  if (frame.names?.has(name)) return 'The same name stands twice in one object.';
  frame.names?.add(name);
  return undefined;
}

function at(open: readonly Frame[], detail: string): ProblemError {
  const segments = open.filter(({ awaitsName }) => !awaitsName).map((frame) => String(frame.at));
  return { pointer: segments.map((segment) => `/${escapePointer(segment)}`).join(''), detail };
}

/** One reference token of a JSON pointer (RFC 6901, section 3). */
export function escapePointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
