import type { IncomingMessage } from 'node:http';
import type { FastifyReply, FastifyRequest, onRequestHookHandler, onResponseHookHandler } from 'fastify';
import { type Actor, ANONYMOUS, actorOf, type Key } from '../../domain/actor.ts';
import type { Partner } from '../../domain/partner.ts';
import { Problem } from '../../domain/problem.ts';
import type { Instant } from '../../domain/time.ts';
import { type MistakenKey, noteKeyUse, noteMistakenKey } from '../../usecases/authenticate-key.ts';
import type { Deps } from '../../usecases/deps.ts';
import { writeHeaders } from '../answer/written-answer.ts';
import type { AppOptions } from '../options.ts';
import { authenticate } from './authenticate.ts';
import { OWN_ADDRESS } from './client-address.ts';
import {
  type Allowance,
  addressGroup,
  createRateLimiter,
  type RateLimits,
  type RatePolicy,
  rateLimitHeaders,
} from './rate-limit.ts';

/** Where every request says who it is, and is counted. */
export interface Gate {
  /**
   * A hook that asks for the key, and counts the request.
   * @throws Problem `unauthorized` for a key that opens nothing, `too_many_requests`
   */
  readonly enter: onRequestHookHandler;
  /** Counts a reading request without a key: names and values of its headers in turn; undefined when it is one too many. */
  countReading(ip: string, now: Instant): readonly string[] | undefined;
  /** Says that a request was counted by `countReading`, so that it is not counted again when it enters. */
  noteCounted(request: IncomingMessage, headers: readonly string[]): void;
  /** Who made a request that has entered. */
  actorOf(request: FastifyRequest): Actor;
  /**
   * Who it is by now: an answer that waits must not be for a key that has ended meanwhile.
   * @throws Problem `unauthorized`
   */
  actorNow(request: FastifyRequest): Promise<Actor>;
  /** A hook that notes that the key of an answered request was used. */
  readonly leave: onResponseHookHandler;
}

/** Entries of one minute that the audit trail takes of one known key that is tried in vain. */
const MISTAKES_NOTED = { quota: 5, windowSeconds: 60 };

/** @param uncounted addresses, as Fastify writes them, whose requests count towards no limit */
export function createGate(
  deps: Deps,
  { rateLimits }: Pick<AppOptions, 'rateLimits'>,
  uncounted: ReadonlySet<string>,
): Gate {
  const entered = new WeakMap<FastifyRequest, { readonly key: Key; readonly partner?: Partner }>();
  const counter = rateLimits && createCounter(rateLimits);
  const count = (reply: FastifyReply, name: keyof RateLimits, who: string, now: Instant): void => {
    if (!counter) return;
    const { headers, allowance } = counter(name, who, now);
    reply.headers(headers);
    if (!allowance.isAllowed) throw tooMany(rateLimits[name], allowance);
  };
  const countedBefore = new WeakMap<IncomingMessage, readonly string[]>();
  const isCounted = ({ routeOptions, raw }: FastifyRequest) =>
    !uncounted.has(routeOptions.url ?? '') && raw.socket.remoteAddress !== OWN_ADDRESS;
  const mistakes = createRateLimiter(MISTAKES_NOTED);

  const refuseMistake = async (mistaken: MistakenKey | undefined, request: FastifyRequest, now: Instant) => {
    if (mistaken && mistakes(mistaken.key.id, now).isAllowed) {
      // The refusal stands whether or not it could be written down.
      await noteMistakenKey(deps, mistaken, { now, requestId: request.id }).catch((error: unknown) =>
        request.log.error({ err: error }, 'the audit trail could not be written'),
      );
    }
    throw invalidKey();
  };

  const enterWithKey = async (authorization: string, request: FastifyRequest, reply: FastifyReply, now: Instant) => {
    const address = `address ${addressGroup(request.ip)}`;
    const { key, partner, mistaken } = await authenticate(deps, authorization, now);
    if (!key) {
      count(reply, 'failure', address, now);
      return refuseMistake(mistaken, request, now);
    }
    entered.set(request, { key, ...(partner && { partner }) });
    if (isCounted(request)) count(reply, budgetOf(request), `key ${key.id}`, now);
  };

  return {
    enter(request, reply, done) {
      const now = deps.clock.now();
      const { authorization } = request.headers;
      if (authorization !== undefined) {
        enterWithKey(authorization, request, reply, now).then(() => done(), done);
        return;
      }
      // Who has no key waits for nothing.
      const headers = countedBefore.get(request.raw);
      if (headers) writeHeaders(reply, headers);
      else if (isCounted(request)) count(reply, budgetOf(request), `address ${addressGroup(request.ip)}`, now);
      done();
    },
    countReading(ip, now) {
      if (!counter) return [];
      const { headers, allowance } = counter('read', `address ${addressGroup(ip)}`, now);
      return allowance.isAllowed ? Object.entries(headers).flat() : undefined;
    },
    noteCounted: (request, headers) => {
      countedBefore.set(request, headers);
    },
    actorOf(request) {
      const found = entered.get(request);
      return found ? actorOf(found.key, found.partner) : ANONYMOUS;
    },
    async actorNow({ headers: { authorization } }) {
      if (authorization === undefined) return ANONYMOUS;
      const { key, partner } = await authenticate(deps, authorization, deps.clock.now());
      if (!key) throw invalidKey();
      return actorOf(key, partner);
    },
    leave(request, _reply, done) {
      const key = entered.get(request)?.key;
      if (key) noteKeyUse(deps, key, deps.clock.now()).then(() => done(), done);
      else done();
    },
  };
}

function invalidKey(): Problem {
  return new Problem('unauthorized', 'The Authorization header does not carry a valid key.');
}

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

function budgetOf({ method }: FastifyRequest): 'read' | 'write' {
  return READING.has(method) ? 'read' : 'write';
}

function createCounter(limits: RateLimits) {
  const limiters = {
    read: createRateLimiter(limits.read),
    write: createRateLimiter(limits.write),
    failure: createRateLimiter(limits.failure),
  };
  return (name: keyof RateLimits, who: string, now: Instant) => {
    const allowance = limiters[name](who, now);
    return { allowance, headers: rateLimitHeaders(name, limits[name], allowance) };
  };
}

function tooMany({ quota, windowSeconds }: RatePolicy, { resetSeconds }: Allowance): Problem {
  return new Problem('too_many_requests', `No more than ${quota} requests in ${windowSeconds} seconds.`, {
    retryAfterSeconds: resetSeconds,
  });
}
