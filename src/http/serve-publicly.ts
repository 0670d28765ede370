import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../domain/problem.ts';
import { everyone } from '../domain/visibility.ts';
import type { Deps } from '../usecases/deps.ts';
import { writeReply } from './answer/written-answer.ts';
import type { AnswerCache } from './memory/answer-cache.ts';
import { choose, chooseCoded, chooseFirst, sendChosen } from './memory/choice.ts';
import { isWanted, type KeptAnswer } from './memory/kept-answer.ts';
import type { KnownQuestions } from './memory/known-questions.ts';
import { answerAnew, type PublicRoute } from './question.ts';
import { queryOf } from './request/address.ts';
import type { AnyInput, Route } from './route.ts';

/** Headers that belong to one request alone. */
const OF_A_REQUEST: ReadonlySet<string> = new Set(['x-request-id', 'ratelimit', 'ratelimit-policy']);

export interface PublicServing {
  readonly deps: Deps;
  readonly cache: AnswerCache;
  readonly questions: KnownQuestions;
}

/** Answers a GET of everybody, out of memory or anew; what is made anew is remembered, and so is what was asked. */
export async function servePublicly(
  request: FastifyRequest,
  reply: FastifyReply,
  { definition, route, input }: { readonly definition: Route; readonly route: PublicRoute; readonly input: AnyInput },
  { deps, cache, questions }: PublicServing,
): Promise<FastifyReply> {
  const now = deps.clock.now();
  const state = await deps.store.changes.state(everyone(now));
  await cache.renew(state);
  const address = oneAddress(definition, request);
  const { own, shared } = headersOf(reply);
  const known = cache.findByAddress(address, now);
  if (known) {
    requireWanted(request.headers, known);
    cache.count('hit');
    cache.keep(known, request.url);
    const sent = choose(known, request.headers) ?? (await chooseCoded(known, request.headers, cache));
    sendChosen(sent, reply.hijack().raw, own);
    return reply;
  }
  cache.count('miss');
  const question = { route, address, prepared: route.prepare(input, address), headers: shared };
  const made = await answerAnew(question, { now, state }, reply.raw);
  if ('status' in made) return writeReply(reply, made).send(made.body);
  requireWanted(request.headers, made);
  questions.note(request.url, question);
  const sent = await chooseFirst(made, request, { cache, now });
  // Past Fastify, which would look at every header again.
  sendChosen(sent, reply.hijack().raw, own);
  return reply;
}

/** @throws Problem `stale_edition` */
function requireWanted(headers: IncomingHttpHeaders, answer: KeptAnswer): void {
  if (isWanted(headers, answer)) return;
  throw new Problem('stale_edition', 'What is here is another one than If-Match or If-Unmodified-Since asks for.');
}

/** The address of a request with its parameters in the order of the route, however it was spelt. */
function oneAddress({ url, query }: Route, request: FastifyRequest): string {
  const params = Object.entries(request.params ?? {});
  const path = params.reduce((text, [name, value]) => text.replace(`{${name}}`, () => encodeURIComponent(value)), url);
  const given = queryOf(request.url);
  const wanted = new URLSearchParams();
  for (const name of given.size > 0 ? Object.keys(query.shape) : []) {
    const value = given.get(name);
    if (value !== null) wanted.set(name, value);
  }
  return wanted.size > 0 ? `${path}?${wanted}` : path;
}

/** What the reply carries so far, names and values in turn: headers of every such answer, and those of this one. */
function headersOf(reply: FastifyReply): { readonly shared: readonly string[]; readonly own: readonly string[] } {
  const shared: string[] = [];
  const own: string[] = [];
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    (OF_A_REQUEST.has(name) ? own : shared).push(name, String(value));
  }
  return { shared, own };
}
