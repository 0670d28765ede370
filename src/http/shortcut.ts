import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { everyone } from '../domain/visibility.ts';
import type { Deps } from '../usecases/deps.ts';
import { createClientAddress } from './admission/client-address.ts';
import type { Gate } from './admission/gate.ts';
import type { AnswerCache } from './memory/answer-cache.ts';
import { choose, chooseCoded, sendChosen } from './memory/choice.ts';
import type { Meter } from './metrics/meter.ts';
import { logAnswer } from './metrics/request-log.ts';
import type { AppOptions } from './options.ts';
import { hasOneHost, requestIdOf } from './request/request-head.ts';

/** The way past Fastify for what is in memory: it answers as every other layer would, at a fraction of their cost. */
export interface Shortcut {
  /** Answers, or hands the request on as if nothing had been. */
  handle(request: IncomingMessage, response: ServerResponse, handOn: RequestListener): void;
  /** From now on everything is handed on. */
  close(): void;
}

interface ShortcutOptions {
  readonly deps: Deps;
  readonly options: Pick<AppOptions, 'trustProxy' | 'logger'>;
  readonly gate: Pick<Gate, 'countReading'>;
  readonly cache: AnswerCache;
  readonly meter: Pick<Meter, 'count'>;
}

export function createShortcut({ deps, options, gate, cache, meter }: ShortcutOptions): Shortcut {
  const clientAddress = createClientAddress(options.trustProxy);
  let isClosed = false;

  /** Whether it could be answered. @throws what keeps the store from saying how things stand */
  const tryToAnswer = async (url: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const startedAt = performance.now();
    const now = deps.clock.now();
    await cache.renew(await deps.store.changes.state(everyone(now)));
    const kept = cache.find(url, now);
    const ip = clientAddress(request);
    if (kept === undefined || ip === undefined) return false;
    const counted = gate.countReading(ip, now);
    if (counted === undefined) return false;
    const id = requestIdOf(request);
    const sent = choose(kept, request.headers) ?? (await chooseCoded(kept, request.headers, cache));
    sendChosen(sent, response, ['x-request-id', id, ...counted]);
    cache.count('hit');
    const millis = performance.now() - startedAt;
    meter.count({ route: kept.route, method: request.method ?? '', status: response.statusCode, millis });
    if (options.logger) logAnswer(options.logger, { id, ip, request, response }, millis);
    return true;
  };

  return {
    handle(request, response, handOn) {
      const { url = '' } = request;
      if (isClosed || !isPlainRead(request) || !cache.has(url)) return handOn(request, response);
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

/** Headers with which a request is more than the reading of an address by anybody. */
const UNPLAIN = [
  'authorization',
  'content-length',
  'content-type',
  'transfer-encoding',
] as const satisfies (keyof IncomingHttpHeaders)[];

function isPlainRead(request: IncomingMessage): boolean {
  const { method, headers } = request;
  if (method !== 'GET' && method !== 'HEAD') return false;
  return UNPLAIN.every((name) => headers[name] === undefined) && hasOneHost(request);
}
