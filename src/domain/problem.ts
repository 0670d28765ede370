/**
 * Everything that can be refused, as one closed list. Each code has one HTTP status and one page of documentation;
 * whatever is not a Problem is a bug and leaves as `internal_error` without its details.
 */
export const PROBLEM_CODES = [
  'invalid_parameter',
  'invalid_request',
  'invalid_body',
  'unauthorized',
  'forbidden',
  'two_person_rule',
  'not_found',
  'gone',
  'resync_required',
  'method_not_allowed',
  'not_acceptable',
  'request_timeout',
  'verb_not_allowed',
  'checks_failed',
  'conflict',
  'stale_edition',
  'precondition_required',
  'idempotency_key_reused',
  'idempotency_key_in_use',
  'payload_too_large',
  'uri_too_long',
  'unsupported_media_type',
  'invalid_document',
  'too_many_requests',
  'headers_too_large',
  'internal_error',
  'unavailable',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One thing that is wrong: where it stands, what is wrong with it, and what would be right. */
export interface ProblemError {
  /** JSON pointer (RFC 6901) into the body. */
  readonly pointer?: string;
  /** Name of the query or path parameter, or of the header. */
  readonly parameter?: string;
  /** Line of the document, counted from 1. */
  readonly line?: number;
  /** Column of the document in UTF-16 code units, counted from 1. */
  readonly column?: number;
  readonly detail: string;
  /** What would be right, in words. */
  readonly expected?: string;
  /** The values or names that exist, when they are few. */
  readonly allowed?: readonly string[];
}

export interface ProblemOptions {
  readonly errors?: readonly ProblemError[];
  /** The methods that the address does answer (`method_not_allowed`). */
  readonly allow?: readonly string[];
  /** Seconds after which trying again makes sense (`unavailable`, `too_many_requests`, `idempotency_key_in_use`). */
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** A refusal that may be told to whoever asked: its detail never holds anything that is not public. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly errors: readonly ProblemError[];
  readonly allow: readonly string[];
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ProblemCode, detail: string, options: ProblemOptions = {}) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.errors = options.errors ?? [];
    this.allow = options.allow ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** The refusal for what there is not, or what whoever asks may not know of: one sentence, so that nobody can tell which. */
export function notHere(noun: string): Problem {
  return new Problem('not_found', `There is no ${noun} here.`);
}
