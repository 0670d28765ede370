import type { FastifyReply } from 'fastify';
import { DOORS } from '../admission/doors.ts';
import type { Answer, Route } from '../route.ts';
import { linkHeader } from './link.ts';

/** An answer as it is sent. */
export interface WrittenAnswer {
  readonly status: number;
  /** Names in lower case and values in turn. */
  readonly headers: readonly string[];
  /** Undefined where there is nothing but headers. */
  readonly mediaType: string | undefined;
  readonly body: string | Uint8Array | undefined;
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
  const said = {
    status: status ?? success.statuses?.[0] ?? 200,
    headers: [
      ...(link === undefined ? [] : ['link', link]),
      ...(etag === undefined ? [] : ['etag', `"${etag}"`]),
      'cache-control',
      cachingBehind(door, isMomentary, cacheControl),
      ...Object.entries(headers ?? {}).flatMap(([name, value]) => [name.toLowerCase(), value]),
    ],
  };
  if (!('mediaType' in success) || (body === undefined && !stream)) {
    return { ...said, mediaType: undefined, body: undefined };
  }
  const sent = mediaType ?? success.mediaType;
  return {
    ...said,
    mediaType: sent === 'application/x-tar' ? sent : `${sent}; charset=utf-8`,
    body: typeof body === 'object' && !(body instanceof Uint8Array) ? JSON.stringify(body) : body,
  };
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
