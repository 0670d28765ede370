import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { Problem } from '../domain/problem.ts';
import type { Instant } from '../domain/time.ts';
import { noteRefusal } from '../usecases/audit.ts';
import type { Deps } from '../usecases/deps.ts';
import { pathOf } from './address.ts';
import { cacheControlOf, sendCacheable } from './caching.ts';
import { admit, audienceBehind, DOORS } from './doors.ts';
import type { Gate } from './gate.ts';
import { MERGE_PATCH_MEDIA_TYPE } from './json-body.ts';
import { linkHeader } from './link.ts';
import type { AppOptions } from './options.ts';
import { parseBody, parseHeaders, parseQuery } from './parse-request.ts';
import { PROBLEM_TABLE } from './problem-table.ts';
import { asProblem, sendProblem } from './problems.ts';
import { requestDigest } from './request-digest.ts';
import { type Answer, type Input, NO_PARAMETERS, type Route, type RouteContext } from './route.ts';

/** What every route is served with. */
export interface Serving {
  readonly deps: Deps;
  readonly options: AppOptions;
  readonly gate: Pick<Gate, 'actorOf'>;
}

export function serveRoute(app: FastifyInstance, route: Route, serving: Serving): void {
  const { deps, options, gate } = serving;
  app.route({
    method: route.method,
    url: fastifyUrl(route),
    ...(!DOORS[route.door].isForSites && { config: { cors: false } }),
    onRequest: async (request) => {
      admit(route, gate.actorOf(request));
      refuseOtherPatches(route, request);
    },
    errorHandler: async (thrown, request, reply) => {
      if (route.method !== 'GET') await noteRefusedWrite(thrown, request, route, serving);
      sendProblem(thrown, request, reply, options);
      return reply;
    },
    handler: async (request, reply) => {
      const actor = gate.actorOf(request);
      const audience = audienceBehind(route.door, actor, deps.clock.now());
      const { publicUrl } = options;
      const context: RouteContext = {
        deps,
        actor,
        audience,
        publicUrl,
        url: request.url,
        accept: request.headers.accept,
        digest: () => requestDigest(request),
        describeApi: () => app.swagger(),
      };
      const answer = await route.handle(readInput(route, request), context);
      return send(request, reply, answer, { route, now: audience.at, options });
    },
  });
}

/** The address of a route as Fastify writes it. */
export function fastifyUrl({ url }: Pick<Route, 'url'>): string {
  return url.replaceAll(/\{(\w+)\}/g, ':$1');
}

function readInput(
  { query, params, body, headers }: Route,
  request: FastifyRequest,
): Input<z.ZodType, z.ZodType, z.ZodType, z.ZodType> {
  return {
    query: parseQuery(query, request.url),
    params: params.parse(request.params),
    headers: parseHeaders(headers ?? NO_PARAMETERS, request.headers),
    body: body && parseBody(body.schema, request.body),
  };
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, body, mediaType, lastModified, etag, redirect, links = [], headers = {} }: Answer,
  { route: { door, success }, now, options }: { route: Route; now: Instant; options: AppOptions },
): FastifyReply {
  if (redirect !== undefined) {
    return reply
      .code(308)
      .headers({ Location: redirect, 'Cache-Control': cacheControlOf(request, options) })
      .send();
  }
  const link = linkHeader(links);
  if (link !== undefined) reply.header('Link', link);
  if (etag !== undefined) reply.header('ETag', `"${etag}"`);
  reply
    .header('Cache-Control', DOORS[door].caching === 'private' ? 'private, no-store' : 'no-store')
    .headers(headers)
    .code(status ?? success.statuses?.[0] ?? 200);
  if (!('mediaType' in success) || body === undefined) return reply.send();
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  reply.header('Content-Type', `${mediaType ?? success.mediaType}; charset=utf-8`);
  if (DOORS[door].caching !== 'public') return reply.send(text);
  return sendCacheable(request, reply, { body: text, lastModified, now }, options);
}

/** The server reads a merge patch wherever one stands; only PATCH means one. */
function refuseOtherPatches({ method }: Route, { headers }: FastifyRequest): void {
  if (method !== 'PATCH' && headers['content-type']?.toLowerCase().startsWith(MERGE_PATCH_MEDIA_TYPE)) {
    throw new Problem('unsupported_media_type', 'The body must be JSON, with "Content-Type: application/json".');
  }
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
