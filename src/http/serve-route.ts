import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ANONYMOUS } from '../domain/actor.ts';
import { everyone } from '../domain/visibility.ts';
import { noteRefusal } from '../usecases/audit.ts';
import type { Deps } from '../usecases/deps.ts';
import { lastChange } from '../usecases/last-change.ts';
import { bearerOf } from './admission/authenticate.ts';
import { admit, audienceBehind, DOORS } from './admission/doors.ts';
import type { Gate } from './admission/gate.ts';
import { cacheControlOf } from './answer/caching.ts';
import { underConditions } from './answer/conditions.ts';
import { writeAnswer, writeReply } from './answer/written-answer.ts';
import { atOnce } from './at-once.ts';
import type { ChangeBell } from './following/change-bell.ts';
import type { AnswerCache } from './memory/answer-cache.ts';
import type { KnownQuestions } from './memory/known-questions.ts';
import type { AppOptions } from './options.ts';
import { PROBLEM_TABLE } from './problems/problem-table.ts';
import { asProblem, sendProblem } from './problems/problems.ts';
import type { PublicRoute } from './question.ts';
import { pathOf } from './request/address.ts';
import { refuseOtherMedia, uploadOf } from './request/media-type.ts';
import { createQueryReader, parseBody, parseHeaders } from './request/parse-request.ts';
import { type AnyInput, NO_PARAMETERS, type Route, type RouteContext } from './route.ts';
import { servePublicly } from './serve-publicly.ts';
import { requestDigest } from './writing/request-digest.ts';

/** What every route is served with. */
export interface Serving {
  readonly deps: Deps;
  readonly options: AppOptions;
  readonly gate: Pick<Gate, 'actorOf' | 'actorNow'>;
  readonly cache: AnswerCache;
  readonly questions: KnownQuestions;
  readonly bells: Bells;
  readonly serverMetrics: RouteContext['serverMetrics'];
  readonly describeApi: RouteContext['describeApi'];
  /** Makes ready for texts, once. */
  readonly warmUp: () => unknown;
}

/** Who waits for what. Partners hear of embargoes, of which nothing may show at the other doors. */
export interface Bells {
  readonly everybody: ChangeBell;
  readonly partners: ChangeBell;
}

export function serveRoute(app: FastifyInstance, route: Route, serving: Serving): void {
  const { options, gate } = serving;
  const readInput = createInputReader(route);
  const publicRoute = publicRouteOf(route, serving);
  const answerTo = createAnswerer(route, serving);
  app.route({
    method: route.method,
    url: fastifyUrl(route),
    ...(!DOORS[route.door].isForSites && NOT_FOR_SITES),
    onRequest: atOnce((request) => {
      admit(route, gate.actorOf(request));
      refuseOtherMedia(route, request);
    }),
    errorHandler: async (thrown, request, reply) => {
      if (route.method !== 'GET') await noteRefusedWrite(thrown, request, route, serving);
      sendProblem(thrown, request, reply, options);
      return reply;
    },
    handler: async (request, reply) => {
      const input = readInput(request);
      if (isForEverybody(route, request)) {
        return servePublicly(request, reply, { definition: route, route: publicRoute, input }, serving);
      }
      followAnswer(route, request, reply, serving.warmUp);
      const answer = await answerTo(request, reply, input);
      const whole = writeAnswer(answer, route, cacheControlOf(request, options));
      const written = route.method === 'GET' ? underConditions(whole, request.headers) : whole;
      writeReply(reply, written);
      if (!answer.stream) return reply.send(written.body);
      // Of an answer to HEAD Fastify would make and read all of the body, to throw it away.
      return reply.send(Readable.from(request.method === 'HEAD' ? [] : answer.stream, { objectMode: false }));
    },
  });
}

/** What a route answers to everybody alike, which may be remembered. */
function publicRouteOf(route: Route, serving: Serving): PublicRoute {
  const { deps, options } = serving;
  const serverContext = serverContextOf(serving);
  const bell = bellOf(route, serving);
  return {
    url: route.url,
    prepare(input, url) {
      const standing = { ...serverContext, ...BY_ANYBODY, url };
      if (route.prepare) return route.prepare(input, standing);
      return {
        tellsState: false,
        answer: (moment, response) =>
          route.handle(input, {
            ...standing,
            ...moment,
            laterAudience: async () => everyone(deps.clock.now()),
            wait: (millis: number) => bell.wait(response, millis),
          }),
      };
    },
    write: (answer) => writeAnswer(answer, route, options.cacheControl),
  };
}

/** What a route answers to whoever has sent this very request. */
function createAnswerer(route: Route, serving: Serving) {
  const { deps, gate } = serving;
  const serverContext = serverContextOf(serving);
  const bell = bellOf(route, serving);
  return (request: FastifyRequest, { raw }: FastifyReply, input: AnyInput) => {
    const actor = gate.actorOf(request);
    const audience = audienceBehind(route.door, actor, deps.clock.now());
    return route.handle(input, {
      ...serverContext,
      actor,
      audience,
      url: request.url,
      accept: request.headers.accept,
      lastChange: () => lastChange(deps, audience),
      async laterAudience() {
        const later = await gate.actorNow(request);
        admit(route, later);
        return audienceBehind(route.door, later, deps.clock.now());
      },
      wait: (millis: number) => bell.wait(raw, millis),
      digest: () => requestDigest(request),
      credential: () => credentialOf(request),
      upload: () => uploadOf(request),
    });
  };
}

function serverContextOf({ deps, options, describeApi, serverMetrics }: Serving) {
  const { publicUrl, siteUrl, publisher } = options;
  return { deps, publicUrl, siteUrl, publisher, describeApi, serverMetrics };
}

function bellOf({ door }: Route, { bells }: Serving): ChangeBell {
  return door === 'syndication' ? bells.partners : bells.everybody;
}

/** Does what a request gives rise to besides its answer. */
function followAnswer(
  { door, method, upload }: Route,
  request: FastifyRequest,
  { raw }: FastifyReply,
  warmUp: Serving['warmUp'],
): void {
  // What nobody has read of an upload goes with its answer: the next request on the connection stands behind it.
  if (upload) raw.once('finish', () => request.raw.resume());
  if (door !== 'editorial') return;
  // A newsroom looks before it writes: by then, what reads its texts is there.
  if (method === 'GET') raw.once('finish', warmUp);
  else warmUp();
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Read by @fastify/cors, which does not declare it: no headers for browsers. */
    readonly cors?: false;
  }
}

const NOT_FOR_SITES = { config: { cors: false } } as const;

/** What there is of a request that is nothing but the reading of an address. */
const BY_ANYBODY = {
  actor: ANONYMOUS,
  accept: undefined,
  digest: unavailable,
  credential: () => '',
  upload: unavailable,
} as const;

function unavailable(): never {
  throw new Error('whoever reads sends nothing');
}

/** Whether anybody who asks the same is answered the same. */
function isForEverybody({ method, door }: Route, { headers }: FastifyRequest): boolean {
  return method === 'GET' && DOORS[door].caching === 'public' && headers.authorization === undefined;
}

/** The address of a route as Fastify writes it. */
export function fastifyUrl({ url }: Pick<Route, 'url'>): string {
  return url.replaceAll(/\{(\w+)\}/g, ':$1');
}

function createInputReader({ query, params, body, headers }: Route): (request: FastifyRequest) => AnyInput {
  const readQuery = createQueryReader(query);
  return (request) => ({
    query: readQuery(request.url),
    params: params.parse(request.params),
    headers: parseHeaders(headers ?? NO_PARAMETERS, request.headers),
    body: body && parseBody(body.schema, request.body),
  });
}

function credentialOf({ headers: { authorization = '' } }: FastifyRequest): string {
  return `Bearer ${bearerOf(authorization) ?? ''}`;
}

/** A key that did not get what it wanted is in the audit trail; requests beyond its limit would only flood that. */
async function noteRefusedWrite(
  thrown: unknown,
  request: FastifyRequest,
  { operationId }: Route,
  { deps, gate }: Serving,
): Promise<void> {
  const actor = gate.actorOf(request);
  const problem = asProblem(thrown);
  const isBug = PROBLEM_TABLE[problem.code].status >= 500;
  if (actor.kind !== 'key' || isBug || problem.code === 'too_many_requests') return;
  const detail = { path: pathOf(request.url), requestId: request.id };
  try {
    await noteRefusal(deps, actor, { operation: operationId, subject: subjectOf(request), detail }, problem);
  } catch (error) {
    // The refusal stands whether or not it could be written down.
    request.log.error({ err: error }, 'the audit trail could not be written');
  }
}

/** What a request is about, where its address names it by id. */
function subjectOf({ params }: FastifyRequest): string | null {
  return typeof params === 'object' && params !== null && 'id' in params ? String(params.id) : null;
}
