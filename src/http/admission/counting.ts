import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../domain/problem.ts';
import type { Instant } from '../../domain/time.ts';
import type { AppOptions } from '../options.ts';
import { OWN_ADDRESS } from './client-address.ts';
import { addressGroup, createRateLimiter, type RateLimits, rateLimitHeaders } from './rate-limit.ts';

/** Counts requests towards what keys and addresses may have, where that has a limit. */
export interface Counting {
  /**
   * Counts a request of a key.
   * @throws Problem `too_many_requests`
   */
  byKey(request: FastifyRequest, reply: FastifyReply, keyId: string, now: Instant): void;
  /**
   * Counts a request without a key.
   * @throws Problem `too_many_requests`
   */
  byAddress(request: FastifyRequest, reply: FastifyReply, now: Instant): void;
  /**
   * Counts a request with a key that opens nothing, wherever it goes.
   * @throws Problem `too_many_requests`
   */
  failure(request: FastifyRequest, reply: FastifyReply, now: Instant): void;
  /** Counts a reading request without a key: names and values of its headers in turn; undefined when it is one too many. */
  reading(ip: string, now: Instant): readonly string[] | undefined;
}

/** @param uncounted addresses, as Fastify writes them, whose requests count towards no limit */
export function createCounting(limits: AppOptions['rateLimits'], uncounted: ReadonlySet<string>): Counting {
  if (!limits) return { byKey() {}, byAddress() {}, failure() {}, reading: () => [] };
  const limiters = {
    read: createRateLimiter(limits.read),
    write: createRateLimiter(limits.write),
    failure: createRateLimiter(limits.failure),
  };
  const take = (name: keyof RateLimits, who: string, now: Instant) => {
    const allowance = limiters[name](who, now);
    return { allowance, headers: rateLimitHeaders(name, limits[name], allowance) };
  };
  const count = (reply: FastifyReply, name: keyof RateLimits, who: string, now: Instant): void => {
    const { headers, allowance } = take(name, who, now);
    reply.headers(headers);
    if (allowance.isAllowed) return;
    const { quota, windowSeconds } = limits[name];
    throw new Problem('too_many_requests', `No more than ${quota} requests in ${windowSeconds} seconds.`, {
      retryAfterSeconds: allowance.resetSeconds,
    });
  };
  const isCounted = ({ routeOptions, raw }: FastifyRequest): boolean =>
    !uncounted.has(routeOptions.url ?? '') && raw.socket.remoteAddress !== OWN_ADDRESS;

  return {
    byKey(request, reply, keyId, now) {
      if (isCounted(request)) count(reply, budgetOf(request), `key ${keyId}`, now);
    },
    byAddress(request, reply, now) {
      if (isCounted(request)) count(reply, budgetOf(request), nameOf(request.ip), now);
    },
    failure: (request, reply, now) => count(reply, 'failure', nameOf(request.ip), now),
    reading(ip, now) {
      const { headers, allowance } = take('read', nameOf(ip), now);
      return allowance.isAllowed ? Object.entries(headers).flat() : undefined;
    },
  };
}

function nameOf(ip: string): string {
  return `address ${addressGroup(ip)}`;
}

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

function budgetOf({ method }: FastifyRequest): 'read' | 'write' {
  return READING.has(method) ? 'read' : 'write';
}
