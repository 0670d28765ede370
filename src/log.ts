import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/**
 * The process's log: one JSON object per line. Requests, answers and errors are written field by field from lists of
 * what may stand in a log, so that a key, a body or a text that is not public never does; what comes under any other
 * name and might hold one is struck out.
 */
export function createLog(level: Config['logLevel'], destination: DestinationStream = pino.destination(1)): Logger {
  const serializers = { req: requestFields, res: responseFields, err: errorFields };
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: strikeOut, bindings: strikeOut },
    serializers,
  };
  return pino(options, destination);
}

/** Names of fields that may hold a secret or a text nobody has released, wherever somebody logs an object with one. */
const SECRETS: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'key',
  'secret',
  'hash',
  'token',
  'body',
  'bytes',
  'title',
  'summary',
  'markdown',
  'html',
  'text',
  'content',
  'params',
]);

/** Written from a list of what may stand in a log, not from what they hold. */
const SERIALIZED: ReadonlySet<string> = new Set(['req', 'res', 'err']);

/** Objects inside objects that are logged; what lies deeper is not written. */
const MAX_DEPTH = 4;

// pino's own `redact` cost thirteen times the whole line when its paths reached into objects.
function strikeOut(fields: object): Record<string, unknown> {
  return mapValues(fields, (name, value) => (SERIALIZED.has(name) ? value : struckOut(name, value, MAX_DEPTH)));
}

function struckOut(name: string, value: unknown, depth: number): unknown {
  if (SECRETS.has(name.toLowerCase())) return '[redacted]';
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return errorFields(value);
  if (depth === 0) return '[deeper]';
  if (Array.isArray(value)) return value.map((item) => struckOut('', item, depth - 1));
  return mapValues(value, (inner, item) => struckOut(inner, item, depth - 1));
}

function mapValues(fields: object, map: (name: string, value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, map(name, value)]));
}

/** Errors behind an error that are logged with it. */
const MAX_CAUSES = 3;

interface LoggedRequest {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly url?: unknown;
  readonly ip?: unknown;
}

/** Without its query, which is whatever somebody typed, and without the token of a preview. */
function requestFields({ id, method, url, ip }: LoggedRequest) {
  const path = typeof url === 'string' ? url.split('?', 1)[0] : undefined;
  return { id, method, path: path !== undefined && isPreview(path) ? `${PREVIEWS}[redacted]` : path, ip };
}

const PREVIEWS = '/v1/previews/';

/** However the path is written that leads there: it may be percent-encoded. */
function isPreview(path: string): boolean {
  try {
    return decodeURIComponent(path).startsWith(PREVIEWS);
  } catch {
    return true;
  }
}

function responseFields({ statusCode }: { readonly statusCode?: unknown }) {
  return { statusCode };
}

interface LoggedError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack: readonly string[];
  readonly cause?: LoggedError;
}

function errorFields(error: unknown, causes = MAX_CAUSES): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'thrown without an Error', stack: [] };
  return {
    type: error.name,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    message: safeMessage(error),
    stack: stackFrames(error),
    ...(error.cause !== undefined && causes > 0 && { cause: errorFields(error.cause, causes - 1) }),
  };
}

/** A parser's message quotes the text it failed on; a database library's lists its values from the second line on. */
function safeMessage(error: Error): string {
  return error instanceof SyntaxError ? 'syntax error' : (error.message.split('\n', 1)[0] ?? '');
}

function stackFrames(error: Error): string[] {
  const lines = error.stack?.split('\n') ?? [];
  return lines.filter((line) => /^ {4}at /.test(line)).map((line) => line.trim());
}
