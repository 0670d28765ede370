import * as z from 'zod';
import type { Actor } from '../domain/actor.ts';
import type { PublicState } from '../domain/change.ts';
import type { ProblemCode } from '../domain/problem.ts';
import type { Publisher } from '../domain/publisher.ts';
import type { Instant } from '../domain/time.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Metric } from '../formats/prometheus.ts';
import type { Deps } from '../usecases/deps.ts';
import type { Admission } from './admission/doors.ts';
import type { Link } from './answer/link.ts';
import type { Wait } from './following/change-bell.ts';
import type { FeedMediaType } from './following/feed-formats.ts';
import type { Topic } from './memory/topic.ts';

export const TAGS = [
  'Articles',
  'Areas',
  'People',
  'Quotes',
  'Newsroom',
  'Syndication',
  'Administration',
  'Operations',
] as const;

/**
 * One thing that the API answers. The same definition validates requests, types the handler and makes the operation of
 * the OpenAPI document, so that none of the three can say anything else than the others.
 */
export interface RouteDefinition<
  Query extends z.ZodObject,
  Params extends z.ZodObject,
  Body extends z.ZodType,
  Headers extends z.ZodObject,
> extends Admission {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With parameters in braces, as OpenAPI writes them. */
  readonly url: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tag: (typeof TAGS)[number];
  readonly query: Query;
  readonly params: Params;
  /** Headers that mean something here, by their names as they are documented. */
  readonly headers?: Headers;
  /** JSON; for PATCH a JSON merge patch (RFC 7396). Required unless its schema takes nothing. */
  readonly body?: {
    readonly schema: Body;
    readonly example: z.input<Body>;
    /** A form (`application/x-www-form-urlencoded`) instead of JSON. */
    readonly isForm?: true;
  };
  /** What it takes instead of JSON, by media type: bytes that are read as they come, however many. */
  readonly upload?: Readonly<Record<UploadMediaType, { readonly description: string; readonly example: string }>>;
  readonly success: Success;
  /** When it answers 308 instead, with an address to ask. */
  readonly redirect?: string;
  /** What it may refuse beyond what every route behind its door may. */
  readonly problems: readonly ProblemCode[];
  handle(input: Input<Query, Params, Body, Headers>, context: RouteContext): Promise<Answer>;
  /**
   * For what is asked again and again: what `handle` does for everybody, with all that can be found out of the address alone
   * found out once.
   */
  readonly prepare?: Prepare<Input<Query, Params, Body, Headers>>;
}

/** @throws Problem as `handle` does */
export type Prepare<Asked> = (input: Asked, standing: StandingContext) => PreparedAnswer;

/** What answers an address whenever it is asked. */
export interface PreparedAnswer {
  /** Whether each answer says of which state of the public it is: then that need not be asked before, nor `lastChange`. */
  readonly tellsState: boolean;
  answer(moment: MomentContext): Promise<Answer>;
}

export type Route = RouteDefinition<z.ZodObject, z.ZodObject, z.ZodType, z.ZodObject>;

/** What is read as a stream. */
export const UPLOAD_MEDIA_TYPES = ['text/markdown', 'application/x-ndjson'] as const;
export type UploadMediaType = (typeof UPLOAD_MEDIA_TYPES)[number];

export interface Upload {
  readonly mediaType: UploadMediaType;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export type SuccessStatus = 200 | 201 | 202 | 204;

type MediaType =
  | 'application/json'
  | 'application/xml'
  | 'application/x-ndjson'
  | 'text/html'
  | 'text/plain'
  | FeedMediaType;

interface SuccessFacts {
  readonly description: string;
  /** Headers that it may carry besides those of every answer of its kind. */
  readonly headers?: Readonly<Record<string, z.ZodType>>;
}

export interface SuccessWithBody extends SuccessFacts {
  /** The first is that of an answer that does not say otherwise; 200 where this is missing. */
  readonly statuses?: readonly [SuccessStatus, ...SuccessStatus[]];
  readonly mediaType: MediaType;
  readonly schema: z.ZodType;
  readonly example: unknown;
  /** A page for people with the same content, for clients that would rather have it. */
  readonly page?: { readonly example: string };
  /** The same or its like in other media types. */
  readonly others?: Readonly<
    Partial<Record<StreamMediaType, { readonly description: string; readonly example?: string }>>
  >;
  /** Whether the answer is one page of a list, with `Link`. */
  readonly isPage?: boolean;
}

/** What is sent as it is made. */
export type StreamMediaType = 'application/x-ndjson' | 'application/x-tar';

export interface SuccessWithoutBody extends SuccessFacts {
  readonly statuses: readonly [204];
}

export type Success = SuccessWithBody | SuccessWithoutBody;

export interface Input<
  Query extends z.ZodType,
  Params extends z.ZodType,
  Body extends z.ZodType,
  Headers extends z.ZodType,
> {
  readonly query: z.output<Query>;
  readonly params: z.output<Params>;
  readonly body: z.output<Body>;
  readonly headers: z.output<Headers>;
}

export type AnyInput = Input<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

/** What is the same for all who ask an address, whenever they do. */
export type StandingContext = Pick<RouteContext, 'deps' | 'publicUrl' | 'siteUrl' | 'publisher' | 'url'>;

/** What belongs to the moment at which an address is asked. */
export type MomentContext = Pick<RouteContext, 'audience' | 'lastChange'>;

/** What belongs to one request. Its one instant is in the audience. */
export interface RouteContext {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly audience: Audience;
  /**
   * When anything that the audience can see last changed. Asked before what is read: a change in between makes that newer
   * than it says, never older.
   */
  readonly lastChange: () => Promise<Instant | undefined>;
  /** The same audience later on, for an answer that waits. @throws Problem when the key has ended meanwhile */
  readonly laterAudience: () => Promise<Audience>;
  /** Begins a wait for a change of at most so many milliseconds. @throws Problem `unavailable` when too many wait */
  readonly wait: (millis: number) => Wait;
  readonly publicUrl: string;
  /** Where people begin to read what feeds tell of. */
  readonly siteUrl: string;
  /** Whom JSON-LD names. */
  readonly publisher: Publisher | null;
  /** Path and query; behind an open door with the parameters in the order of the route, however they were given. */
  readonly url: string;
  /** What makes this request the same as another one: method, address, version and body. */
  readonly digest: () => string;
  /** The key of whoever asks, in the one form of `Authorization`: what nobody else has. */
  readonly credential: () => string;
  /** @throws Error where the route takes none */
  readonly upload: () => Upload;
  /** The header `Accept`. */
  readonly accept: string | undefined;
  /** The OpenAPI document of the server that answers. */
  readonly describeApi: () => Promise<object>;
  /** What the HTTP server that answers says of itself. */
  readonly serverMetrics: () => Promise<readonly Metric[]>;
}

export interface Answer {
  /** One of those that the route's `success` names. */
  readonly status?: SuccessStatus;
  /** Text and bytes are sent as they are, all else as JSON; missing for 204. */
  readonly body?: string | Uint8Array | object;
  /** What names this body and no other, where that is cheaper to say than to find out: of its parts, by `digestOf`. */
  readonly digest?: string;
  /** Instead of a body: what is sent as it is made, and only as fast as it is read. */
  readonly stream?: AsyncIterable<string | Uint8Array>;
  /** Where it is not the one that the route's `success` names. */
  readonly mediaType?: SuccessWithBody['mediaType'] | StreamMediaType;
  /** The state of the public that it was read in, where it says so. */
  readonly state?: PublicState | undefined;
  /** Of an answer that caches may keep. */
  readonly lastModified?: Instant | undefined;
  /**
   * Where it depends on the clock: the first instant at which it may be another one although nothing was changed. One that
   * has come already is remembered by nobody here.
   */
  readonly keepUntil?: Instant | undefined;
  /** Whether it is only good for this moment, although others of its kind may be kept. */
  readonly isMomentary?: boolean;
  /**
   * Where a change that does not touch this leaves it as it is, but for `lastModified`, which is then that of `lastChange`, unless
   * it is about the program.
   * Without it, every change may make it another one.
   */
  readonly topic?: Topic | undefined;
  /** What a cache in front files it under; `list` where this is missing. */
  readonly surrogateKeys?: readonly string[];
  /** The version of what is answered, for `If-Match`; without quotation marks. Caches get one of the bytes instead. */
  readonly etag?: string;
  /** The address to ask instead; then there is nothing else. */
  readonly redirect?: string;
  readonly links?: readonly Link[];
  /** Instead of links: the header that they make, where it is written already. */
  readonly link?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export const NO_PARAMETERS = z.strictObject({});

export function defineRoute<
  Query extends z.ZodObject,
  Params extends z.ZodObject,
  Body extends z.ZodType = z.ZodUndefined,
  Headers extends z.ZodObject = typeof NO_PARAMETERS,
>(definition: RouteDefinition<Query, Params, Body, Headers>): RouteDefinition<Query, Params, Body, Headers> {
  return definition;
}

/** A route of which so much can be found out of the address alone that it is done once for all who ask the same. */
export function definePreparedRoute<Query extends z.ZodObject, Params extends z.ZodObject>(
  definition: Omit<RouteDefinition<Query, Params, z.ZodUndefined, typeof NO_PARAMETERS>, 'handle'> & {
    readonly prepare: Prepare<Input<Query, Params, z.ZodUndefined, typeof NO_PARAMETERS>>;
  },
) {
  const { prepare } = definition;
  return defineRoute({ ...definition, handle: async (input, context) => prepare(input, context).answer(context) });
}
