import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Instant, instantFromMillis, millisOf } from '../domain/time.ts';
import type { AppOptions } from './options.ts';

/** What belongs to everybody may be kept for the one short time; what was asked with a key, by nobody. */
export function cacheControlOf(request: FastifyRequest, { cacheControl }: Pick<AppOptions, 'cacheControl'>): string {
  return request.headers.authorization === undefined ? cacheControl : 'private, no-store';
}

/**
 * Sends a public answer with its validators, or 304 when the client holds it already (RFC 9110, section 13.2.2:
 * `If-None-Match` decides alone when it is there). An answer to a request with a key carries no validators.
 */
export function sendCacheable(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, lastModified, now }: { body: string; lastModified: Instant | undefined; now: Instant },
  options: AppOptions,
): FastifyReply {
  reply.header('Cache-Control', cacheControlOf(request, options));
  if (request.headers.authorization !== undefined) return reply.send(body);
  const etag = etagOf(body);
  reply.header('ETag', etag);
  if (lastModified) reply.header('Last-Modified', httpDate(announced(lastModified, now)));
  if (isHeld(request, etag, lastModified)) return reply.code(304).removeHeader('Content-Type').send();
  return reply.send(body);
}

/** A strong validator: 132 bits of the SHA-256 of the bytes. */
function etagOf(body: string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
}

function isHeld({ headers }: FastifyRequest, etag: string, lastModified: Instant | undefined): boolean {
  const ifNoneMatch = headers['if-none-match'];
  if (ifNoneMatch !== undefined) return matches(ifNoneMatch, etag);
  const ifModifiedSince = headers['if-modified-since'];
  if (ifModifiedSince === undefined || !lastModified || !IMF_FIXDATE.test(ifModifiedSince)) return false;
  return wholeSeconds(millisOf(lastModified)) <= Date.parse(ifModifiedSince);
}

/** Weak comparison (RFC 9110, section 8.8.3.2). */
function matches(ifNoneMatch: string, etag: string): boolean {
  return (
    ifNoneMatch.trim() === '*' ||
    ifNoneMatch.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag)
  );
}

/** `Sun, 06 Nov 1994 08:49:37 GMT`; the obsolete forms are ignored, which only costs a full answer. */
const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * HTTP dates have whole seconds, so a second that is not over may still bring another change that a client could never
 * tell from this one (RFC 9110, section 8.8.2.2): until then the second before is announced.
 */
function announced(lastModified: Instant, now: Instant): Instant {
  const lastFinished = wholeSeconds(millisOf(now)) - 1000;
  return instantFromMillis(Math.min(wholeSeconds(millisOf(lastModified)), lastFinished));
}

function wholeSeconds(millis: number): number {
  return Math.floor(millis / 1000) * 1000;
}

/** RFC 9110, section 5.6.7. */
export function httpDate(at: Instant): string {
  return new Date(at).toUTCString();
}
