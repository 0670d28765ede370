import type { IncomingHttpHeaders } from 'node:http';
import { type Instant, instantFromMillis, millisOf } from '../../domain/time.ts';
import { digestOf } from '../views/digest.ts';
import { type CodedBodies, createCodedBodies } from './coded-bodies.ts';
import { CODINGS, type Coding } from './coding.ts';
import type { Topic } from './topic.ts';

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
  readonly topic: Topic | undefined;
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
  /** The same content with the date that it has at an instant: byte for byte what would be made anew then. */
  dated(lastModified: Instant | undefined, now: Instant): KeptAnswer;
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
  readonly topic: Topic | undefined;
  readonly madeAt: Instant;
  readonly until: Instant | undefined;
  readonly lastModified: Instant | undefined;
  readonly mediaType: string;
  /** All else that the answer carries, names in lower case and values in turn. */
  readonly headers: readonly string[];
  readonly body: string | Uint8Array;
  /** What names this body and no other, where it is known already. */
  readonly digest?: string | undefined;
}

/** What of an answer is the same at any instant. */
interface Content extends Omit<KeptAnswer, keyof Dated> {
  readonly mediaType: string;
  readonly isCoded: boolean;
  /** Those that have no date in them. */
  readonly lasting: readonly string[];
  readonly bodies: CodedBodies;
}

type Dated = Pick<KeptAnswer, 'lastModified' | 'headers' | 'identity' | 'ready' | 'represent' | 'dated' | 'bytes'>;

export function makeKeptAnswer({
  body,
  headers,
  until,
  lastModified,
  digest: known,
  ...facts
}: AnswerParts): KeptAnswer {
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.length);
  const isCoded = bytes.length >= LEAST_CODED_BYTES;
  const digest = known ?? digestOf(bytes);
  const content: Content = {
    ...facts,
    until: until ?? null,
    isCoded,
    lasting: headers,
    etagOf: (coding) => (isCoded && coding !== 'identity' ? `"${digest}-${coding}"` : `"${digest}"`),
    bodies: createCodedBodies(bytes),
  };
  return dateContent(content, lastModified, facts.madeAt);
}

function dateContent(content: Content, lastModified: Instant | undefined, now: Instant): KeptAnswer {
  const { address, route, version, topic, madeAt, until, etagOf, mediaType, isCoded, lasting, bodies } = content;
  const date = lastModified && announced(lastModified, now);
  const headers = [
    ...lasting,
    ...(date ? ['last-modified', httpDate(date.date)] : []),
    ...(isCoded ? ['vary', 'Accept-Encoding'] : []),
  ];
  const made = new Map<Coding, Representation>();
  const represented = (coding: Coding, body: Buffer): Representation => {
    const before = made.get(coding);
    if (before) return before;
    const own = ['etag', etagOf(coding), 'content-type', mediaType, 'content-length', String(body.length)];
    const ofCoding = coding === 'identity' ? [] : ['content-encoding', coding];
    const representation = { body, headers: [...headers, ...own, ...ofCoding] };
    made.set(coding, representation);
    return representation;
  };
  const identity = represented('identity', bodies.identity);
  const answer: KeptAnswer = {
    ...{ address, route, version, topic, madeAt, until, etagOf, lastModified, headers, identity },
    ready(coding) {
      if (!isCoded) return identity;
      const body = bodies.ready(coding);
      return body && represented(coding, body);
    },
    represent: async (coding) => (isCoded ? represented(coding, await bodies.code(coding)) : identity),
    dated(modified, at) {
      const isSo = modified === lastModified && now <= at && (!date?.until || at < date.until);
      return isSo ? answer : dateContent(content, modified, at);
    },
    bytes: () => bodies.bytes() + (1 + made.size) * bytesOf(identity.headers),
  };
  return answer;
}

function bytesOf(headers: readonly string[]): number {
  return headers.reduce((sum, text) => sum + 2 * text.length, 0);
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
  if (secondOf(lastModified) < secondOf(now)) return { date: lastModified };
  const second = wholeSeconds(millisOf(now));
  return { date: instantFromMillis(second - 1000), until: instantFromMillis(second + 1000) };
}

/** Text order is time order. */
function secondOf(at: Instant): string {
  return at.slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
}

function wholeSeconds(millis: number): number {
  return Math.floor(millis / 1000) * 1000;
}

/** Nearly all answers say with one date when anything last changed. */
let lastDate: { readonly at: Instant; readonly text: string } | undefined;

/** RFC 9110, section 5.6.7. */
export function httpDate(at: Instant): string {
  if (lastDate?.at !== at) lastDate = { at, text: new Date(at).toUTCString() };
  return lastDate.text;
}
