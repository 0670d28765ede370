import type { FastifyBaseLogger } from 'fastify';
import type { Publisher } from '../domain/publisher.ts';
import type { RateLimits } from './admission/rate-limit.ts';

/** Limits on what one client can make the server hold or wait for. */
export interface ServerLimits {
  /** From the first byte of a request to its last. */
  readonly requestTimeoutMillis: number;
  /** From the first byte of a request to the end of its headers. */
  readonly headersTimeoutMillis: number;
  /** How long a connection may rest between two requests. */
  readonly keepAliveTimeoutMillis: number;
  /** How often the two time-outs of a request are looked at. */
  readonly connectionsCheckingIntervalMillis: number;
  readonly bodyBytes: number;
  /** All headers and the request line together. */
  readonly headerBytes: number;
  /** Characters of path and query. */
  readonly urlLength: number;
}

export const DEFAULT_LIMITS: ServerLimits = {
  requestTimeoutMillis: 30_000,
  headersTimeoutMillis: 10_000,
  keepAliveTimeoutMillis: 60_000,
  connectionsCheckingIntervalMillis: 5_000,
  bodyBytes: 262_144,
  headerBytes: 49_152,
  urlLength: 32_768,
};

/** A short life bounds how long a cache shows a withdrawn text; the same everywhere, it betrays nothing that is coming. */
export const DEFAULT_CACHE_CONTROL = 'public, max-age=5, s-maxage=15, must-revalidate';

/** What the configuration gives the HTTP server. */
export interface AppOptions {
  /** Base of every absolute address in answers, without a slash at the end. */
  readonly publicUrl: string;
  /** Where people begin to read what feeds tell of. */
  readonly siteUrl: string;
  /** Whom JSON-LD names; null for nobody. */
  readonly publisher: Publisher | null;
  /** `Cache-Control` of every public answer. */
  readonly cacheControl: string;
  readonly logger: FastifyBaseLogger | false;
  readonly limits: ServerLimits;
  /** Null lets everybody ask without end. */
  readonly rateLimits: RateLimits | null;
  /** Bytes of answers that are remembered; 0 for none. */
  readonly memoryBytes: number;
  /** Milliseconds that the event loop may be late before requests are refused; 0 for never. */
  readonly maxLoopDelayMillis: number;
  /** Whether `X-Forwarded-*` headers are believed, and whose: what Fastify's `trustProxy` takes. */
  readonly trustProxy: false | string[];
}
