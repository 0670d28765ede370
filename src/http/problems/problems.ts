import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, type ProblemCode, type ProblemError } from '../../domain/problem.ts';
import { cacheControlOf } from '../answer/caching.ts';
import { LIST_KEY } from '../memory/surrogate-keys.ts';
import type { AppOptions } from '../options.ts';
import { pathOf } from '../request/address.ts';
import { PATCH_MEDIA_TYPES } from '../request/json-body.ts';
import { isCoded } from '../request/request-head.ts';
import { PROBLEM_TABLE, problemPath } from './problem-table.ts';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** RFC 9457 problem details with this installation's extension members. */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: ProblemCode;
  readonly errors: readonly ProblemError[];
  readonly requestId: string;
}

/** The one shape of every refusal, whichever layer it comes from. */
export function problemBody(
  problem: Problem,
  { publicUrl, instance, requestId }: { publicUrl: string; instance: string; requestId: string },
): ProblemBody {
  const { title, status } = PROBLEM_TABLE[problem.code];
  return {
    type: publicUrl + problemPath(problem.code),
    title,
    status,
    detail: problem.message,
    instance,
    code: problem.code,
    errors: problem.errors,
    requestId,
  };
}

/** Answers whatever was thrown: a refusal as it is, a bug with fixed text and its details in the log alone. */
export function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply, options: AppOptions): void {
  const problem = isTooLarge(thrown) ? tooLarge(options.limits.bodyBytes) : asProblem(thrown);
  const { status } = PROBLEM_TABLE[problem.code];
  if (status >= 500 && !isDeliberate(problem)) request.log.error({ err: thrown }, problem.message);
  const instance = pathOf(request.url);
  const body = problemBody(problem, { publicUrl: options.publicUrl, instance, requestId: request.id });
  reply
    .code(status)
    .headers(problemHeaders(problem, request))
    .header('Content-Type', PROBLEM_MEDIA_TYPE)
    .headers(cachingHeaders(problem, request, options))
    .send(JSON.stringify(body));
}

/** The server refuses as it should, for a while; an overload must not bring a flood of errors to the log besides. */
function isDeliberate({ code, cause }: Problem): boolean {
  return code === 'unavailable' && cause === undefined;
}

/** What the public is told of an article that it cannot read lives as long as the article would. */
const CACHEABLE: ReadonlySet<ProblemCode> = new Set(['not_found', 'gone']);

function cachingHeaders({ code }: Problem, request: FastifyRequest, options: AppOptions): Record<string, string> {
  if (!CACHEABLE.has(code)) return { 'Cache-Control': 'no-store' };
  const isPublic = request.headers.authorization === undefined;
  return { 'Cache-Control': cacheControlOf(request, options), ...(isPublic && { 'Surrogate-Key': LIST_KEY }) };
}

function problemHeaders(
  { code, allow, retryAfterSeconds }: Problem,
  { method, headers }: FastifyRequest,
): Record<string, string> {
  // RFC 6750, section 3: whoever sent no key is told of no error of theirs.
  const error = headers.authorization === undefined ? '' : ', error="invalid_token"';
  return {
    ...(code === 'unauthorized' && { 'WWW-Authenticate': `Bearer realm="dateline"${error}` }),
    ...(code === 'unsupported_media_type' && {
      ...(isCoded(headers) && { 'Accept-Encoding': 'identity' }),
      ...(method === 'PATCH' && { 'Accept-Patch': PATCH_MEDIA_TYPES }),
    }),
    ...(allow.length > 0 && { Allow: allow.join(', ') }),
    ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
  };
}

/** What was thrown, as a refusal; a bug is `internal_error`. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return FRAMEWORK_PROBLEMS.get(code) ?? BUG;
}

function isTooLarge(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'FST_ERR_CTP_BODY_TOO_LARGE';
}

function tooLarge(bytes: number): Problem {
  return new Problem('payload_too_large', `The body is larger than the ${bytes} bytes that the server accepts.`);
}

const BUG = new Problem('internal_error', 'The server made a mistake. Its log holds the details under the requestId.');

/** What Fastify itself refuses, in our words. Its other errors are mistakes of ours. */
const FRAMEWORK_PROBLEMS: ReadonlyMap<string, Problem> = new Map([
  ['FST_ERR_BAD_URL', new Problem('invalid_request', 'The path is not correctly percent-encoded.')],
  ['FST_ERR_MAX_PARAM_LENGTH', new Problem('uri_too_long', 'A segment of the path is longer than any here can be.')],
  [
    'FST_ERR_CTP_INVALID_MEDIA_TYPE',
    new Problem('unsupported_media_type', 'The body must be JSON, with "Content-Type: application/json".'),
  ],
  [
    'FST_ERR_CTP_INVALID_CONTENT_LENGTH',
    new Problem('invalid_request', 'The body is not as long as Content-Length says.'),
  ],
]);
