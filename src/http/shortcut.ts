import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { everyone } from '../domain/visibility.ts';
import type { Deps } from '../usecases/deps.ts';
import { createClientAddress } from './admission/client-address.ts';
import type { Gate } from './admission/gate.ts';
import type { AnswerCache } from './memory/answer-cache.ts';
import { choose, chooseCoded, chooseFirst, sendChosen } from './memory/choice.ts';
import type { KnownQuestions } from './memory/known-questions.ts';
import type { Meter } from './metrics/meter.ts';
import { logAnswer } from './metrics/request-log.ts';
import type { AppOptions } from './options.ts';
import type { Pressure } from './pressure.ts';
import { answerAnew, type Moment, type Question } from './question.ts';
import { hasOneHost, requestIdOf } from './request/request-head.ts';

/**
 * The way past Fastify for what is in memory, and for what was asked before: it answers as every other layer would, at a
 * fraction of their cost.
 */
export interface Shortcut {
  /** Answers, or hands the request on as if nothing had been. */
  handle(request: IncomingMessage, response: ServerResponse, handOn: RequestListener): void;
  /** From now on everything is handed on. */
  close(): void;
}

interface ShortcutOptions {
  readonly deps: Deps;
  readonly options: Pick<AppOptions, 'trustProxy' | 'logger'>;
  readonly gate: Pick<Gate, 'countReading' | 'noteCounted'>;
  readonly cache: AnswerCache;
  readonly questions: KnownQuestions;
  readonly pressure: Pressure;
  readonly meter: Pick<Meter, 'count'>;
}

export function createShortcut(parts: ShortcutOptions): Shortcut {
  const { deps, options, gate, cache, questions, pressure, meter } = parts;
  const clientAddress = createClientAddress(options.trustProxy);
  let isClosed = false;

  /** Whether it could be answered. @throws what keeps the store from saying how things stand */
  const tryToAnswer = async (url: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const startedAt = performance.now();
    const now = deps.clock.now();
    // What may be in memory must be known to be good; what is not says itself of which state it is, or that is asked too.
    const isAsked = cache.has(url) || !questions.find(url)?.prepared.tellsState;
    const state = isAsked ? await deps.store.changes.state(everyone(now)) : undefined;
    if (state && !cache.isOf(state)) await cache.renew(state);
    const known = cache.find(url, now);
    const question = known || pressure.isTooHigh() ? undefined : questions.find(url);
    const ip = clientAddress(request);
    if (!(known || question) || ip === undefined) return false;
    const counted = gate.countReading(ip, now);
    if (counted === undefined) return false;
    const answer = known ?? (question && (await tryToMake(question, { now, state }, response)));
    if (!answer) {
      questions.forget(url);
      gate.noteCounted(request, counted);
      return false;
    }
    if (!(known || cache.isOf(answer.state))) await cache.renew(answer.state);
    const id = requestIdOf(request);
    const { headers } = request;
    const sent = known
      ? (choose(known, headers) ?? (await chooseCoded(known, headers, cache)))
      : await chooseFirst(answer, request, { cache, now });
    sendChosen(sent, response, ['x-request-id', id, ...counted]);
    cache.count(known ? 'hit' : 'miss');
    const millis = performance.now() - startedAt;
    meter.count({ route: answer.route, method: request.method ?? '', status: response.statusCode, millis });
    if (options.logger) logAnswer(options.logger, { id, ip, request, response }, millis);
    return true;
  };

  return {
    handle(request, response, handOn) {
      const { url = '' } = request;
      const isSeen = cache.has(url) || questions.find(url) !== undefined;
      if (isClosed || !isSeen || !isPlainRead(request)) return handOn(request, response);
      tryToAnswer(url, request, response).then(
        (isAnswered) => isAnswered || handOn(request, response),
        // What is wrong is found again, and told, on the long way.
        () => handOn(request, response),
      );
    },
    close: () => {
      isClosed = true;
    },
  };
}

/** Undefined where the long way has more to say than an answer that may be kept, or finds again what is wrong. */
async function tryToMake(question: Question, moment: Moment, response: ServerResponse) {
  try {
    const made = await answerAnew(question, moment, response);
    return 'status' in made ? undefined : made;
  } catch {
    return undefined;
  }
}

/** Headers with which a request is more than the reading of an address by anybody, or is refused with what it reads. */
const UNPLAIN = [
  'authorization',
  'content-length',
  'content-type',
  'if-match',
  'if-unmodified-since',
  'transfer-encoding',
] as const satisfies (keyof IncomingHttpHeaders)[];

function isPlainRead(request: IncomingMessage): boolean {
  const { method, headers } = request;
  if (method !== 'GET' && method !== 'HEAD') return false;
  return UNPLAIN.every((name) => headers[name] === undefined) && hasOneHost(request);
}
