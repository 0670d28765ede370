import { Problem } from '../../domain/problem.ts';
import { type Instant, shifted } from '../../domain/time.ts';
import { parameter } from './parameters.ts';

/** Characters. */
const MAX_IDEMPOTENCY_KEY_LENGTH = 255;
/** How long an answer is kept for a request that comes again: seconds, one day. */
const IDEMPOTENCY_RETENTION_SECONDS = 86_400;

/** `If-Match` (RFC 9110, section 13.1.1), which is taken in one form: the one version that was read. */
export const ifMatchHeader = parameter(readVersion, {
  id: 'IfMatch',
  description:
    'The `ETag` of the version that you read: nothing is changed when it is no longer the present one. One strong tag; ' +
    'neither `*` nor a list, which could not say what you read. The version counts, with or without what follows it.',
  expected:
    'The ETag of what you read, or its version, such as "3": one tag, strong, with its quotation marks; never *.',
  schema: { type: 'string', pattern: '^"[1-9][0-9]{0,8}(-[A-Za-z0-9_-]+)?"$' },
  example: '"3"',
}).meta({ param: { id: 'IfMatch', required: true } });

/** `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07): a quoted string; a bare one is taken too. */
export const idempotencyKeyHeader = parameter(readIdempotencyKey, {
  id: 'IdempotencyKey',
  description:
    'Names this one request, so that sending it again carries it out once; best a random UUID in quotation marks. The ' +
    `answer is kept for ${IDEMPOTENCY_RETENTION_SECONDS / 3600} hours and given again, with \`Idempotency-Replayed: true\`. ` +
    'While the first is still in work, a repetition is 409 `idempotency_key_in_use`. Refusals are not kept.',
  expected: `1 to ${MAX_IDEMPOTENCY_KEY_LENGTH} visible ASCII characters, in double quotation marks or bare.`,
  schema: { type: 'string' },
  example: '"8e03978e-40d5-43e8-bc93-6894a57f9324"',
});

/** When the answer to a request of this instant is forgotten. */
export function answerExpiry(at: Instant): Instant {
  return shifted(at, IDEMPOTENCY_RETENTION_SECONDS * 1000);
}

/**
 * The version that a change is meant for.
 * @throws Problem `precondition_required` when the request names none
 */
export function requireVersion(version: number | undefined, what = 'article'): number {
  if (version !== undefined) return version;
  throw new Problem('precondition_required', `A change needs If-Match with the ETag of the ${what} as you read it.`, {
    errors: [{ parameter: 'If-Match', detail: 'The header is missing.', expected: `The ETag of the ${what}.` }],
  });
}

function readVersion(text: string): number | undefined {
  const digits = /^"([1-9]\d{0,8})(?:-[\w-]+)?"$/.exec(text.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function readIdempotencyKey(text: string): string | undefined {
  const key = /^"([!#-[\]-~]+)"$/.exec(text)?.[1] ?? /^[!#-[\]-~]+$/.exec(text)?.[0];
  return key !== undefined && key.length <= MAX_IDEMPOTENCY_KEY_LENGTH ? key : undefined;
}
