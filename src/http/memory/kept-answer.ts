import type { IncomingHttpHeaders } from 'node:http';
import type { PublicState } from '../../domain/change.ts';
import { type Instant, instantFromMillis, millisOf } from '../../domain/time.ts';
import { heldAmong, isNamed } from '../answer/entity-tags.ts';
import { httpDate } from '../answer/http-date.ts';
import { digestOf } from '../views/digest.ts';
import { bytesOfBodies, type CodedBodies, codeBody, createCodedBodies } from './coded-bodies.ts';
import { CODINGS, type Coding } from './coding.ts';
import type { Topic } from './topic.ts';

/** Shorter bodies are not worth coding. */
export const LEAST_CODED_BYTES = 1_024;

/**
 * A public answer, ready to leave: nothing of it is made again while it is fresh. Plain data, for most are sent once: whatever
 * they hold is garbage then.
 */
export interface KeptAnswer {
  /** The one address that every spelling of the request means. */
  readonly address: string;
  /** Address of its route, with parameters in braces. */
  readonly route: string;
  /** That of the public of which it was made, or one before that. */
  readonly state: PublicState;
  readonly topic: Topic | undefined;
  readonly madeAt: Instant;
  /** The first instant at which it may be another one although nothing was changed; null when only a change can do that. */
  readonly until: Instant | null;
  readonly mediaType: string;
  /** What names its body and no other. */
  readonly digest: string;
  readonly bodies: CodedBodies;
  /** Headers of every representation at any instant, names and values in turn; without those that belong to one request alone. */
  readonly lasting: readonly string[];
  /** When anything in it last changed, for clients that ask by date. */
  readonly lastModified: Instant | undefined;
  /** The instant for which the date in its headers was made, and the first one at which it is another; undefined where none is. */
  readonly datedAt: Instant;
  readonly datedUntil: Instant | undefined;
  /** Headers of every representation besides those that last. */
  readonly dates: readonly string[];
  /** Its representations, as far as they were wanted. */
  readonly made: Partial<Record<Coding, Representation>>;
}

/** What is sent of an answer in one coding. */
export interface Representation {
  readonly body: Buffer;
  /** Those of the answer and its own. */
  readonly headers: readonly string[];
}

export interface AnswerParts
  extends Pick<KeptAnswer, 'address' | 'route' | 'state' | 'topic' | 'madeAt' | 'mediaType' | 'lastModified'> {
  readonly until: Instant | undefined;
  /** All else that the answer carries, names in lower case and values in turn. */
  readonly headers: readonly string[];
  readonly body: string | Uint8Array;
  /** What names this body and no other, where it is known already. */
  readonly digest?: string | undefined;
}

export function makeKeptAnswer(parts: AnswerParts): KeptAnswer {
  const { address, route, state, topic, madeAt, mediaType, headers: lasting, lastModified, body } = parts;
  const bytes = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.length);
  const digest = parts.digest ?? digestOf(bytes);
  const bodies = createCodedBodies(bytes);
  const date = lastModified && announced(lastModified, madeAt);
  const until = parts.until ?? null;
  return {
    address,
    route,
    state,
    topic,
    madeAt,
    until,
    mediaType,
    digest,
    bodies,
    lasting,
    lastModified,
    datedAt: madeAt,
    datedUntil: date?.until,
    dates: dateHeaders(date, bodies),
    made: {},
  };
}

/** The same content with the date that it has at an instant: byte for byte what would be made anew then. */
export function dated(answer: KeptAnswer, lastModified: Instant | undefined, now: Instant): KeptAnswer {
  const { datedAt, datedUntil } = answer;
  const isSo = lastModified === answer.lastModified && datedAt <= now && (!datedUntil || now < datedUntil);
  if (isSo) return answer;
  const date = lastModified && announced(lastModified, now);
  const dates = dateHeaders(date, answer.bodies);
  return { ...answer, lastModified, datedAt: now, datedUntil: date?.until, dates, made: {} };
}

function dateHeaders(date: AnnouncedDate | undefined, bodies: CodedBodies): readonly string[] {
  if (!date) return isCoded(bodies) ? CODED : [];
  const said = httpDate(date.date);
  return isCoded(bodies) ? [...CODED, 'last-modified', said] : ['last-modified', said];
}

const CODED = ['vary', 'Accept-Encoding'];

function isCoded({ identity }: CodedBodies): boolean {
  return identity.length >= LEAST_CODED_BYTES;
}

/** The validator of its representation in a coding, with its quotation marks. */
function etagOf({ bodies, digest }: KeptAnswer, coding: Coding): string {
  return isCoded(bodies) && coding !== 'identity' ? `"${digest}-${coding}"` : `"${digest}"`;
}

/** Its representation in a coding, where that was made already. */
export function readyIn(answer: KeptAnswer, coding: Coding): Representation | undefined {
  const { bodies } = answer;
  if (!isCoded(bodies)) return represented(answer, 'identity', bodies.identity);
  const body = bodies.made[coding];
  return body && represented(answer, coding, body);
}

/** Makes it, once for all who ask. */
export async function represent(answer: KeptAnswer, coding: Coding): Promise<Representation> {
  const { bodies } = answer;
  return isCoded(bodies) ? represented(answer, coding, await codeBody(bodies, coding)) : identityOf(answer);
}

export function identityOf(answer: KeptAnswer): Representation {
  return represented(answer, 'identity', answer.bodies.identity);
}

function represented(answer: KeptAnswer, coding: Coding, body: Buffer): Representation {
  const { made, lasting, dates, mediaType } = answer;
  const before = made[coding];
  if (before) return before;
  const own = ['etag', etagOf(answer, coding), 'content-type', mediaType, 'content-length', String(body.length)];
  if (coding !== 'identity') own.push('content-encoding', coding);
  const representation = { body, headers: lasting.concat(dates, own) };
  made[coding] = representation;
  return representation;
}

/** Memory that it takes, with the headers of a representation for each of its bodies. */
export function bytesOf({ bodies, lasting, dates, digest, mediaType }: KeptAnswer): number {
  const texts = [...lasting, ...dates, digest, mediaType];
  const headerBytes = texts.reduce((sum, text) => sum + 2 * text.length, 0);
  return bytesOfBodies(bodies) + (1 + Object.keys(bodies.made).length) * headerBytes;
}

/**
 * Whether an answer is one that the client still wants to see (RFC 9110, section 13.2.2, steps 1 and 2): one that it names in
 * `If-Match`, in whichever coding, else one that is not newer than `If-Unmodified-Since`.
 */
export function isWanted(headers: IncomingHttpHeaders, answer: KeptAnswer): boolean {
  const ifMatch = headers['if-match'];
  if (ifMatch !== undefined) return isNamed(ifMatch, inAnyCoding(answer));
  const since = dateIn(headers['if-unmodified-since']);
  return since === undefined || !answer.lastModified || wholeSeconds(millisOf(answer.lastModified)) <= since;
}

/**
 * The validator of the representation that a client holds already (the same section, steps 3 and 4: `If-None-Match` decides
 * alone when it is there); undefined when it holds none. Whichever coding it holds, it may go on using that.
 */
export function heldEtag(headers: IncomingHttpHeaders, answer: KeptAnswer, wanted: Coding): string | undefined {
  const ifNoneMatch = headers['if-none-match'];
  if (ifNoneMatch !== undefined) return matching(ifNoneMatch, answer, wanted);
  const since = dateIn(headers['if-modified-since']);
  const { lastModified } = answer;
  if (since === undefined || !lastModified) return undefined;
  return wholeSeconds(millisOf(lastModified)) <= since ? etagOf(answer, wanted) : undefined;
}

function matching(ifNoneMatch: string, answer: KeptAnswer, wanted: Coding): string | undefined {
  const own = etagOf(answer, wanted);
  return ifNoneMatch === own ? own : heldAmong(ifNoneMatch, [own, ...inAnyCoding(answer)]);
}

function inAnyCoding(answer: KeptAnswer): readonly string[] {
  return CODINGS.map((coding) => etagOf(answer, coding));
}

function dateIn(header: string | undefined): number | undefined {
  return header !== undefined && IMF_FIXDATE.test(header) ? Date.parse(header) : undefined;
}

/** `Sun, 06 Nov 1994 08:49:37 GMT`; the obsolete forms are ignored, which only costs a full answer. */
const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

interface AnnouncedDate {
  readonly date: Instant;
  /** The first instant at which it is another. */
  readonly until?: Instant;
}

/**
 * HTTP dates have whole seconds, so a second that is not over may still bring another change that a client could never
 * tell from this one (RFC 9110, section 8.8.2.2): until then the second before is announced.
 */
function announced(lastModified: Instant, now: Instant): AnnouncedDate {
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
