import { parameter } from './parameters.ts';

/** Characters. */
const MAX_IDEMPOTENCY_KEY_LENGTH = 255;

/** The versions of which one must be the present one; `*` for any. */
export type EntityTags = '*' | readonly string[];

/** `If-Match` (RFC 9110, section 13.1.1). Weak tags match nothing, so they are read and left out. */
export const ifMatchHeader = parameter(readEntityTags, {
  id: 'IfMatch',
  description: 'The `ETag` of the version that is meant: nothing is changed when it is no longer the present one.',
  expected: 'Entity tags such as "3", with their quotation marks, or *.',
  schema: { type: 'string' },
  example: '"3"',
});

/** `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07): a quoted string; a bare one is taken too. */
export const idempotencyKeyHeader = parameter(readIdempotencyKey, {
  id: 'IdempotencyKey',
  description:
    'Names this one request, so that sending it again carries it out once; best a random UUID in quotation marks.',
  expected: `1 to ${MAX_IDEMPOTENCY_KEY_LENGTH} printable characters in double quotation marks.`,
  schema: { type: 'string' },
  example: '"8e03978e-40d5-43e8-bc93-6894a57f9324"',
});

/** Whether the present version is one of those that are meant (strong comparison, RFC 9110, section 8.8.3.2). */
export function matchesVersion(tags: EntityTags, etag: string): boolean {
  return tags === '*' || tags.includes(etag);
}

function readEntityTags(text: string): EntityTags | undefined {
  if (text.trim() === '*') return '*';
  const tags = text.split(',').map((tag) => /^(W\/)?"([!#-~]*)"$/.exec(tag.trim()));
  return tags.every((tag) => tag !== null) ? tags.flatMap(([, weak, tag = '']) => (weak ? [] : [tag])) : undefined;
}

function readIdempotencyKey(text: string): string | undefined {
  const key = /^"([ !#-[\]-~]+)"$/.exec(text)?.[1] ?? /^[\w.:-]+$/.exec(text)?.[0];
  return key !== undefined && key.length <= MAX_IDEMPOTENCY_KEY_LENGTH ? key : undefined;
}
