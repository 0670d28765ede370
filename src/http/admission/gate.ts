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
import { createCounting } from './counting.ts';
import { createRateLimiter } from './rate-limit.ts';

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

/** @param uncounted addresses, as Fastify writes them, whose requests count towards no limit */
export function createGate(
  deps: Deps,
  { rateLimits }: Pick<AppOptions, 'rateLimits'>,
  uncounted: ReadonlySet<string>,
): Gate {
  const entered = new WeakMap<FastifyRequest, { readonly key: Key; readonly partner?: Partner }>();
  const counting = createCounting(rateLimits, uncounted);
  const countedBefore = new WeakMap<IncomingMessage, readonly string[]>();
  const noteMistake = createMistakeNotes(deps);

  const enterWithKey = async (authorization: string, request: FastifyRequest, reply: FastifyReply, now: Instant) => {
    const { key, partner, mistaken } = await authenticate(deps, authorization, now);
    if (!key) {
      counting.failure(request, reply, now);
      if (mistaken) await noteMistake(mistaken, request, now);
      throw invalidKey();
    }
    entered.set(request, { key, ...(partner && { partner }) });
    counting.byKey(request, reply, key.id, now);
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
      else counting.byAddress(request, reply, now);
      done();
    },
    countReading: counting.reading,
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

/** Entries of one minute that the audit trail takes of one known key that is tried in vain. */
const MISTAKES_NOTED = { quota: 5, windowSeconds: 60 };

/** Tells the audit trail of a known key that is tried in vain. */
function createMistakeNotes(deps: Deps) {
  const mistakes = createRateLimiter(MISTAKES_NOTED);
  return async (mistaken: MistakenKey, request: FastifyRequest, now: Instant): Promise<void> => {
    if (!mistakes(mistaken.key.id, now).isAllowed) return;
    // The refusal stands whether or not it could be written down.
    await noteMistakenKey(deps, mistaken, { now, requestId: request.id }).catch((error: unknown) =>
      request.log.error({ err: error }, 'the audit trail could not be written'),
    );
  };
}

function invalidKey(): Problem {
  return new Problem('unauthorized', 'The Authorization header does not carry a valid key.');
}
