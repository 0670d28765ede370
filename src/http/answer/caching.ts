import type { FastifyRequest } from 'fastify';
import type { AppOptions } from '../options.ts';

/** What belongs to everybody may be kept for the one short time; what was asked with a key, by nobody. */
export function cacheControlOf(request: FastifyRequest, { cacheControl }: Pick<AppOptions, 'cacheControl'>): string {
  return request.headers.authorization === undefined ? cacheControl : 'private, no-store';
}
