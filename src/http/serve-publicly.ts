import type { FastifyReply, FastifyRequest } from 'fastify';
import { everyone } from '../domain/visibility.ts';
import type { Deps } from '../usecases/deps.ts';
import type { AnswerCache } from './memory/answer-cache.ts';
import { choose, chooseCoded, type Sent, sendChosen } from './memory/choice.ts';
import { makeKeptAnswer } from './memory/kept-answer.ts';
import { LIST_KEY } from './memory/surrogate-keys.ts';
import { queryOf } from './request/address.ts';
import type { Answer, Route, RouteContext } from './route.ts';

/** Headers that belong to one request alone. */
const OF_A_REQUEST: ReadonlySet<string> = new Set(['x-request-id', 'ratelimit', 'ratelimit-policy']);

export interface PublicServing {
  readonly deps: Deps;
  readonly cache: AnswerCache;
}

/** What it takes to make an answer anew. */
export interface Making {
  handle(context: Pick<RouteContext, 'audience' | 'url' | 'lastChange'>): Promise<Answer>;
  /** Puts an answer's headers on the reply and gives back its body; undefined when all is said by the headers. */
  write(answer: Answer): string | Uint8Array | undefined;
}

/**
 * Answers a GET of everybody, out of memory or anew; what is made anew is remembered. The state of the public is asked
 * first, so that an answer is never older than the state it is remembered under.
 */
export async function servePublicly(
  request: FastifyRequest,
  reply: FastifyReply,
  { route, handle, write }: Making & { readonly route: Route },
  { deps, cache }: PublicServing,
): Promise<FastifyReply> {
  const now = deps.clock.now();
  const audience = everyone(now);
  const state = await deps.store.changes.state(audience);
  await cache.renew(state);
  const address = oneAddress(route, request);
  const known = cache.findByAddress(address, now);
  if (known) {
    cache.count('hit');
    cache.keep(known, request.url);
    const chosen = choose(known, request.headers) ?? (await chooseCoded(known, request.headers, cache));
    return send(reply, chosen, headersOf(reply).own);
  }
  cache.count('miss');
  const lastChange = async () => state.changedAt ?? undefined;
  const answer = await handle({ audience, url: address, lastChange });
  reply.header('Surrogate-Key', (answer.surrogateKeys ?? [LIST_KEY]).join(' '));
  const body = write(answer);
  if (body === undefined || answer.isMomentary) return reply.send(body);
  const { topic, lastModified, keepUntil: until } = answer;
  const { own, shared } = headersOf(reply);
  const { version } = state;
  const parts = { address, route: route.url, version, topic, madeAt: now, until, lastModified, body };
  const made = makeKeptAnswer({ ...parts, headers: shared });
  // Coding is for what is asked more than once.
  const isKept = (until === undefined || until > now) && cache.keep(made, request.url);
  const coded = isKept ? chooseCoded(made, request.headers, cache) : made.identity;
  return send(reply, choose(made, request.headers) ?? (await coded), own);
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

/** What the reply carries so far: headers of every such answer, by lower-case name, and those of this one, in turn. */
function headersOf(reply: FastifyReply): { readonly shared: Record<string, string>; readonly own: readonly string[] } {
  const shared: Record<string, string> = {};
  const own: string[] = [];
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (OF_A_REQUEST.has(name)) own.push(name, String(value));
    else shared[name] = String(value);
  }
  return { shared, own };
}

/** Past Fastify, which would look at every header again. */
function send(reply: FastifyReply, sent: Sent, own: readonly string[]): FastifyReply {
  sendChosen(sent, reply.hijack().raw, own);
  return reply;
}
