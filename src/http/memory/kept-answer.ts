import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Instant, instantFromMillis, millisOf } from '../../domain/time.ts';
import { CODINGS, type Coding, encode } from './coding.ts';

/** Shorter bodies are not worth coding. */
export const LEAST_CODED_BYTES = 1_024;

/** A public answer, ready to leave: nothing of it is made again while it is fresh. */
export interface KeptAnswer {
  /** The one address that every spelling of the request means. */
  readonly address: string;
  /** Address of its route, with parameters in braces. */
  readonly route: string;
  /** The state of the public (`PublicState`) that it was made of. */
  readonly version: number;
  readonly madeAt: Instant;
  /** The first instant at which it may be another one although nothing was changed; null when only a change can do that. */
  readonly until: Instant | null;
  /** When anything in it last changed, for clients that ask by date. */
  readonly lastModified: Instant | undefined;
  /** Headers of every representation, names and values in turn; without those that belong to one request alone. */
  readonly headers: readonly string[];
  /** The validator of its representation in a coding, with its quotation marks. */
  etagOf(coding: Coding): string;
  readonly identity: Representation;
  /** Its representation in a coding, where that was made already. */
  ready(coding: Coding): Representation | undefined;
  /** Makes it, once for all who ask. */
  represent(coding: Coding): Promise<Representation>;
  /** Memory that it takes. */
  bytes(): number;
}

/** What is sent of an answer in one coding. */
export interface Representation {
  readonly body: Buffer;
  /** Those of the answer and its own. */
  readonly headers: readonly string[];
}

export interface AnswerParts {
  readonly address: string;
  readonly route: string;
  readonly version: number;
  readonly madeAt: Instant;
  readonly until: Instant | undefined;
  readonly lastModified: Instant | undefined;
  readonly body: string | Uint8Array;
  /** All that the answer carries, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
}

export function makeKeptAnswer({ body, headers: given, until, ...parts }: AnswerParts): KeptAnswer {
  const { lastModified, madeAt } = parts;
  const { 'content-type': mediaType = '', ...rest } = given;
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.length);
  const isCoded = bytes.length >= LEAST_CODED_BYTES;
  const dated = lastModified && announced(lastModified, madeAt);
  const headers = Object.entries({
    ...rest,
    ...(dated && { 'last-modified': httpDate(dated.date) }),
    ...(isCoded && { vary: 'Accept-Encoding' }),
  }).flat();
  const digest = digestOf(bytes);
  const etagOf = (coding: Coding) => (isCoded && coding !== 'identity' ? `"${digest}-${coding}"` : `"${digest}"`);
  const representation = (coding: Coding, coded: Buffer): Representation => ({
    body: coded,
    headers: [
      ...headers,
      ...['etag', etagOf(coding), 'content-type', mediaType, 'content-length', String(coded.length)],
      ...(coding === 'identity' ? [] : ['content-encoding', coding]),
    ],
  });
  const identity = representation('identity', bytes);
  const ends = [until, dated?.until].filter((end) => end !== undefined).sort();
  const headerBytes = identity.headers.reduce((sum, text) => sum + 2 * text.length, 0);
  return {
    ...parts,
    until: ends[0] ?? null,
    headers,
    etagOf,
    identity,
    ...createRepresentations(identity, isCoded, representation, headerBytes),
  };
}

/** The representations of an answer: each coding is made when it is first wanted. */
function createRepresentations(
  identity: Representation,
  isCoded: boolean,
  make: (coding: Coding, coded: Buffer) => Representation,
  headerBytes: number,
): Pick<KeptAnswer, 'ready' | 'represent' | 'bytes'> {
  const made = new Map<Coding, Representation>([['identity', identity]]);
  const inWork = new Map<Coding, Promise<Representation>>();

  const encodeOnce = async (coding: Exclude<Coding, 'identity'>): Promise<Representation> => {
    try {
      const representation = make(coding, await encode(identity.body, coding));
      made.set(coding, representation);
      return representation;
    } finally {
      inWork.delete(coding);
    }
  };
  return {
    ready: (coding) => (isCoded ? made.get(coding) : identity),
    represent(coding) {
      const ready = isCoded ? made.get(coding) : identity;
      if (ready || coding === 'identity') return Promise.resolve(ready ?? identity);
      const running = inWork.get(coding) ?? encodeOnce(coding);
      inWork.set(coding, running);
      return running;
    },
    bytes: () => [...made.values()].reduce((sum, { body }) => sum + body.length + headerBytes, headerBytes),
  };
}

/** Names these bytes and no others: 132 bits of their SHA-256. */
function digestOf(body: Buffer): string {
  return hash('sha256', body, 'base64url').slice(0, 22);
}

/**
 * The validator of the representation that a client holds already (RFC 9110, section 13.2.2: `If-None-Match` decides alone
 * when it is there); undefined when it holds none. Whichever coding it holds, it may go on using that.
 */
export function heldEtag(headers: IncomingHttpHeaders, answer: KeptAnswer, wanted: Coding): string | undefined {
  const ifNoneMatch = headers['if-none-match'];
  if (ifNoneMatch !== undefined) return matching(ifNoneMatch, answer, wanted);
  const ifModifiedSince = headers['if-modified-since'];
  const { lastModified } = answer;
  if (ifModifiedSince === undefined || !lastModified || !IMF_FIXDATE.test(ifModifiedSince)) return undefined;
  return wholeSeconds(millisOf(lastModified)) <= Date.parse(ifModifiedSince) ? answer.etagOf(wanted) : undefined;
}

/** Weak comparison (RFC 9110, section 8.8.3.2). */
function matching(ifNoneMatch: string, { etagOf }: KeptAnswer, wanted: Coding): string | undefined {
  const own = etagOf(wanted);
  if (ifNoneMatch === own || ifNoneMatch.trim() === '*') return own;
  const held = ifNoneMatch.split(',').map((candidate) => candidate.trim().replace(/^W\//, ''));
  return [wanted, ...CODINGS].map(etagOf).find((etag) => held.includes(etag));
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
