import * as z from 'zod';
import { PATCH_MEDIA_TYPES } from '../request/json-body.ts';

/* What answers carry besides their bodies, as the OpenAPI document describes it. */

export const requestIdHeader = z
  .string()
  .meta({ description: 'Names this request in the log.', header: { id: 'RequestId' } });
export const cacheControlHeader = z.string().meta({
  description: 'How long the answer may be kept; `private, no-store` when a key was sent.',
  header: { id: 'CacheControl' },
});
export const etagHeader = z
  .string()
  .optional()
  .meta({ description: 'Strong validator; absent when a key was sent.', header: { id: 'ETag' } });
export const lastModifiedHeader = z
  .string()
  .optional()
  .meta({ description: 'When it last changed; absent when a key was sent.', header: { id: 'LastModified' } });
export const varyHeader = z
  .string()
  .optional()
  .meta({ description: '`Accept-Encoding` where the answer is long enough to be compressed.', header: { id: 'Vary' } });
export const surrogateKeyHeader = z
  .string()
  .optional()
  .meta({
    description:
      'What a cache in front may drop it by, with spaces between: `article-{id}`, `area-{slug}`, `official-{slug}`, `list`, ' +
      '`feed`; absent when a key was sent.',
    header: { id: 'SurrogateKey' },
  });
export const linkHeader = z
  .string()
  .optional()
  .meta({
    description:
      'Addresses of this page, the first, the next and the previous one (RFC 8288); absent when they are too long for a ' +
      'header.',
    header: { id: 'Link' },
  });

export const RATE_LIMIT_HEADERS = {
  'RateLimit-Policy': z
    .string()
    .optional()
    .meta({
      description: 'What is granted: `q` requests in `w` seconds; absent where nothing is limited.',
      example: '"read";q=600;w=60',
      header: { id: 'RateLimitPolicy' },
    }),
  RateLimit: z
    .string()
    .optional()
    .meta({
      description: 'What is left: `r` requests in the next `t` seconds.',
      example: '"read";r=599;t=41',
      header: { id: 'RateLimit' },
    }),
};
export const retryAfterHeader = z
  .string()
  .meta({ description: 'Seconds after which trying again makes sense.', header: { id: 'RetryAfter' } });

/** Of a refusal of the form in which a body was sent. */
export const TAKEN_HEADERS = {
  'Accept-Encoding': z
    .literal('identity')
    .optional()
    .meta({ description: 'Where the body was sent in a content coding: it is taken in none.' }),
  'Accept-Patch': z
    .string()
    .optional()
    .meta({ description: 'Of PATCH: the media types that it takes.', example: PATCH_MEDIA_TYPES }),
};

/** Of an answer 201, which may be a dry run. */
export const writtenLocationHeader = z
  .string()
  .optional()
  .meta({ description: 'Address of what was created; absent on a dry run.', header: { id: 'Location' } });

const EXAMPLE_VERSION = '"3-2jmj7l5rSw0yVb_vlWAYkK"';

/** Of an answer with an `etag` of its own. */
export const versionHeader = z.string().meta({
  description:
    'The version that was answered, for `If-Match`, and what names the bytes of the answer, for `If-None-Match`.',
  example: EXAMPLE_VERSION,
  header: { id: 'Version' },
});

/** Of an answer without a version to what may be a dry run. */
export const DRY_RUN_HEADERS = {
  'Dry-Run': z.literal('true').optional().meta({ description: 'Nothing was kept: the request said `dryRun=true`.' }),
};

/** Of an answer to a change, which may be a dry run. */
export const WRITE_HEADERS = {
  ETag: z.string().optional().meta({
    description: 'The version that was answered, for `If-Match`; absent on a dry run.',
    example: EXAMPLE_VERSION,
  }),
  ...DRY_RUN_HEADERS,
};

/** What says that an answer is one to a dry run. */
export function dryRunHeaders(dryRun: boolean): Record<string, string> {
  return dryRun ? { 'Dry-Run': 'true' } : {};
}

/** Of an answer to a request that may carry an Idempotency-Key. */
export const REPLAY_HEADERS = {
  'Idempotency-Replayed': z
    .literal('true')
    .optional()
    .meta({ description: 'The request was carried out before; this is the answer that it got then.' }),
};
