import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Instant, instantFromMillis, millisOf } from '../domain/time.ts';

/** A public answer, ready to leave: nothing of it is made again while it is fresh. */
export interface KeptAnswer {
  /** The one address that every spelling of the request means. */
  readonly address: string;
  /** The state of the public (`PublicState`) that it was made of. */
  readonly version: number;
  readonly madeAt: Instant;
  /** The first instant at which it may be another one although nothing was changed; null when only a change can do that. */
  readonly until: Instant | null;
  /** When anything in it last changed, for clients that ask by date. */
  readonly lastModified: Instant | undefined;
  readonly identity: Representation;
  /** Memory that it takes. */
  bytes(): number;
}

/** An answer in one encoding. */
export interface Representation {
  /** With its quotation marks. */
  readonly etag: string;
  readonly body: Buffer;
  /** Names and values in turn, those that belong to one request alone left out. */
  readonly headers: readonly string[];
  /** The same of a 304. */
  readonly headersWithoutBody: readonly string[];
}

export interface AnswerParts {
  readonly address: string;
  readonly version: number;
  readonly madeAt: Instant;
  readonly until: Instant | undefined;
  readonly lastModified: Instant | undefined;
  readonly body: string;
  /** All that the answer carries, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
}

export function makeKeptAnswer({ body, headers, until, ...parts }: AnswerParts): KeptAnswer {
  const { lastModified, madeAt } = parts;
  const bytes = Buffer.from(body);
  const etag = etagOf(bytes);
  const dated = lastModified && announced(lastModified, madeAt);
  const identity = representation(bytes, etag, {
    ...headers,
    ...(dated && { 'last-modified': httpDate(dated.date) }),
  });
  const ends = [until, dated?.until].filter((end) => end !== undefined).sort();
  const headerCharacters = identity.headers.reduce((sum, text) => sum + text.length, 0);
  return { ...parts, until: ends[0] ?? null, identity, bytes: () => bytes.length + 4 * headerCharacters };
}

function representation(
  body: Buffer,
  etag: string,
  { 'content-type': mediaType = '', ...headers }: Readonly<Record<string, string>>,
): Representation {
  const headersWithoutBody = [...Object.entries(headers).flat(), 'etag', etag];
  return {
    etag,
    body,
    headers: [...headersWithoutBody, 'content-type', mediaType, 'content-length', String(body.length)],
    headersWithoutBody,
  };
}

/** A strong validator: 132 bits of the SHA-256 of the bytes. */
function etagOf(body: Buffer): string {
  return `"${hash('sha256', body, 'base64url').slice(0, 22)}"`;
}

/**
 * Whether a client holds this answer already (RFC 9110, section 13.2.2): `If-None-Match` decides alone when it is
 * there.
 */
export function isHeld(headers: IncomingHttpHeaders, { identity, lastModified }: KeptAnswer): boolean {
  const ifNoneMatch = headers['if-none-match'];
  if (ifNoneMatch !== undefined) return matches(ifNoneMatch, identity.etag);
  const ifModifiedSince = headers['if-modified-since'];
  if (ifModifiedSince === undefined || !lastModified || !IMF_FIXDATE.test(ifModifiedSince)) return false;
  return wholeSeconds(millisOf(lastModified)) <= Date.parse(ifModifiedSince);
}

/** Weak comparison (RFC 9110, section 8.8.3.2). */
function matches(ifNoneMatch: string, etag: string): boolean {
  return (
    ifNoneMatch === etag ||
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
function announced(lastModified: Instant, now: Instant): { readonly date: Instant; readonly until?: Instant } {
  const modified = wholeSeconds(millisOf(lastModified));
  const lastFinished = wholeSeconds(millisOf(now)) - 1000;
  if (modified <= lastFinished) return { date: instantFromMillis(modified) };
  return { date: instantFromMillis(lastFinished), until: instantFromMillis(lastFinished + 2000) };
}

function wholeSeconds(millis: number): number {
  return Math.floor(millis / 1000) * 1000;
}

/** RFC 9110, section 5.6.7. */
export function httpDate(at: Instant): string {
  return new Date(at).toUTCString();
}
