import type { FastifyReply } from 'fastify';
import { DOORS } from '../admission/doors.ts';
import type { Answer, Route } from '../route.ts';
import { digestOf } from '../views/digest.ts';
import { linkHeader } from './link.ts';

/** An answer as it is sent. */
export interface WrittenAnswer {
  readonly status: number;
  /** Names in lower case and values in turn. */
  readonly headers: readonly string[];
  /** Undefined where there is nothing but headers. */
  readonly mediaType: string | undefined;
  readonly body: string | Uint8Array | undefined;
  /** Where it has a version. */
  readonly validators?: Validators | undefined;
}

/** Entity tags, with their quotation marks. */
interface Validators {
  /**
   * Of the answer: its version, and what names its bytes. These may be others while the version stays, since a check or a
   * verb hangs on the clock and on who asks.
   */
  readonly etag: string;
  /** Of its version, whatever else has become of it. */
  readonly version: string;
}

/** @param cacheControl what is said of an answer that caches may keep */
export function writeAnswer(
  { status, body, stream, mediaType, isMomentary = false, etag, redirect, links, link: written, headers }: Answer,
  { door, success }: Pick<Route, 'door' | 'success'>,
  cacheControl: string,
): WrittenAnswer {
  if (redirect !== undefined) {
    const said = ['location', redirect, 'cache-control', cacheControl];
    return { status: 308, headers: said, mediaType: undefined, body: undefined };
  }
  const link = links ? linkHeader(links) : written;
  const hasBody = 'mediaType' in success && (body !== undefined || stream !== undefined);
  const sent = hasBody ? (mediaType ?? success.mediaType) : undefined;
  const text = typeof body === 'object' && !(body instanceof Uint8Array) ? JSON.stringify(body) : body;
  const validators = etag === undefined ? undefined : validatorsOf(etag, text);
  return {
    status: status ?? success.statuses?.[0] ?? 200,
    headers: [
      ...(link === undefined ? [] : ['link', link]),
      ...(validators ? ['etag', validators.etag] : []),
      'cache-control',
      cachingBehind(door, isMomentary, cacheControl),
      ...Object.entries(headers ?? {}).flatMap(([name, value]) => [name.toLowerCase(), value]),
    ],
    mediaType: sent === undefined || sent === 'application/x-tar' ? sent : `${sent}; charset=utf-8`,
    body: hasBody ? text : undefined,
    validators,
  };
}

function validatorsOf(version: string, body: string | Uint8Array = ''): Validators {
  return { etag: `"${version}-${digestOf(body)}"`, version: `"${version}"` };
}

/** Puts on a reply what an answer says in headers. */
export function writeReply(reply: FastifyReply, { status, headers, mediaType }: WrittenAnswer): FastifyReply {
  writeHeaders(reply, headers);
  if (mediaType !== undefined) reply.header('content-type', mediaType);
  return reply.code(status);
}

/** @param headers names and values in turn */
export function writeHeaders(reply: FastifyReply, headers: readonly string[]): void {
  for (let at = 0; at < headers.length; at += 2) reply.header(headers[at] ?? '', headers[at + 1]);
}

function cachingBehind(door: Route['door'], isMomentary: boolean, cacheControl: string): string {
  const { caching } = DOORS[door];
  if (caching === 'public') return isMomentary ? 'no-store' : cacheControl;
  return caching === 'private' ? 'private, no-store' : 'no-store';
}
