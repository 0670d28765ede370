import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { ProblemCode } from '../domain/problem.ts';
import type { Instant } from '../domain/time.ts';
import { type Audience, everyone } from '../domain/visibility.ts';
import type { Deps } from '../usecases/deps.ts';
import { sendCacheable } from './caching.ts';
import { type Link, linkHeader } from './link.ts';
import type { AppOptions } from './options.ts';
import { parseBody, parseQuery } from './parse-request.ts';

export const TAGS = ['Articles', 'Areas', 'People', 'Quotes', 'Operations'] as const;

/**
 * One thing that the API answers. The same definition validates requests, types the handler and makes the operation of
 * the OpenAPI document, so that none of the three can say anything else than the others.
 */
export interface RouteDefinition<Query extends z.ZodObject, Params extends z.ZodObject, Body extends z.ZodType> {
  readonly method: 'GET' | 'POST';
  /** With parameters in braces, as OpenAPI writes them. */
  readonly url: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tag: (typeof TAGS)[number];
  readonly query: Query;
  readonly params: Params;
  readonly body?: Body;
  readonly success: Success;
  /** What it may refuse beyond what every route may. */
  readonly problems: readonly ProblemCode[];
  /** `public`: caches may keep it, with validators. `none`: it says how things are this moment. */
  readonly caching: 'public' | 'none';
  handle(input: Input<Query, Params, Body>, context: RouteContext): Promise<Answer>;
}

export type Route = RouteDefinition<z.ZodObject, z.ZodObject, z.ZodType>;

export interface Success {
  readonly description: string;
  readonly mediaType: 'application/json' | 'text/html';
  readonly schema: z.ZodType;
  readonly example: unknown;
  /** Whether the answer is one page of a list, with `Link`. */
  readonly isPage?: boolean;
}

export interface Input<Query extends z.ZodType, Params extends z.ZodType, Body extends z.ZodType> {
  readonly query: z.output<Query>;
  readonly params: z.output<Params>;
  readonly body: z.output<Body>;
}

/** What belongs to one request. Its one instant is in the audience. */
export interface RouteContext {
  readonly deps: Deps;
  readonly audience: Audience;
  readonly publicUrl: string;
  /** Path and query as they were asked for. */
  readonly url: string;
  /** The OpenAPI document of the server that answers. */
  readonly describeApi: () => object;
}

export interface Answer {
  /** Text is sent as it is, all else as JSON. */
  readonly body: string | object;
  readonly lastModified?: Instant | undefined;
  readonly links?: readonly Link[];
}

export const NO_PARAMETERS = z.strictObject({});

export function defineRoute<
  Query extends z.ZodObject,
  Params extends z.ZodObject,
  Body extends z.ZodType = z.ZodUndefined,
>(definition: RouteDefinition<Query, Params, Body>): RouteDefinition<Query, Params, Body> {
  return definition;
}

export function addRoute(app: FastifyInstance, route: Route, deps: Deps, options: AppOptions): void {
  app.route({
    method: route.method,
    url: route.url.replaceAll(/\{(\w+)\}/g, ':$1'),
    handler: async (request, reply) => {
      const audience = everyone(deps.clock.now());
      const { publicUrl } = options;
      const context = { deps, audience, publicUrl, url: request.url, describeApi: () => app.swagger() };
      const answer = await route.handle(readInput(route, request), context);
      return send(request, reply, answer, { route, now: audience.at, options });
    },
  });
}

function readInput({ query, params, body }: Route, request: FastifyRequest): Input<z.ZodType, z.ZodType, z.ZodType> {
  return {
    query: parseQuery(query, request.url),
    params: params.parse(request.params),
    body: body && parseBody(body, request.body),
  };
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, lastModified, links = [] }: Answer,
  { route, now, options }: { route: Route; now: Instant; options: AppOptions },
): FastifyReply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  reply.header('Content-Type', `${route.success.mediaType}; charset=utf-8`);
  const link = linkHeader(links);
  if (link !== undefined) reply.header('Link', link);
  if (route.caching === 'none') return reply.header('Cache-Control', 'no-store').send(text);
  return sendCacheable(request, reply, { body: text, lastModified, now }, options);
}
