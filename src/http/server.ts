import { randomUUID } from 'node:crypto';
import { type IncomingMessage, METHODS } from 'node:http';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { Problem } from '../domain/problem.ts';
import { MAX_SLUG_LENGTH } from '../domain/slug.ts';
import { parseJsonBody } from './json-body.ts';
import type { AppOptions } from './options.ts';
import { sendProblem } from './problems.ts';
import { answerClientError } from './raw-errors.ts';

/** Fastify with every limit set, one JSON parser, and one shape of problem from every layer; no route yet. */
export function createServer(options: AppOptions): FastifyInstance {
  const { limits, logger } = options;
  const app: FastifyInstance = fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    http: {
      headersTimeout: limits.headersTimeoutMillis,
      connectionsCheckingInterval: limits.connectionsCheckingIntervalMillis,
      maxHeaderSize: limits.headerBytes,
      // Node would refuse a missing Host without a body; `requireOneHost` says what is wrong.
      requireHostHeader: false,
    },
    requestTimeout: limits.requestTimeoutMillis,
    keepAliveTimeout: limits.keepAliveTimeoutMillis,
    bodyLimit: limits.bodyBytes,
    routerOptions: { maxParamLength: MAX_SLUG_LENGTH },
    trustProxy: options.trustProxy,
    genReqId: requestIdOf,
    forceCloseConnections: 'idle',
    // `refuseWhileClosing` answers with a problem instead.
    return503OnClosing: false,
    // No hook runs before these.
    frameworkErrors: (error, request, reply) => {
      setCommonHeaders(request, reply);
      sendProblem(error, request, reply, options);
    },
    clientErrorHandler: (error, socket) => answerClientError(error, socket, options.publicUrl),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) =>
    parseJsonBody(body),
  );
  for (const method of METHODS) if (!app.supportedMethods.includes(method)) app.addHttpMethod(method);
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, options));
  // RFC 9110, section 10.1.1 lets a server pass over an expectation that it does not know; Node's own 417 has no body.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  app.addHook('onRequest', async (request, reply) => setCommonHeaders(request, reply));
  refuseWhileClosing(app);
  app.addHook('onRequest', async (request) => {
    requireOneHost(request.raw);
    if (request.url.length > limits.urlLength) throw new Problem('uri_too_long', 'The address is too long.');
  });
  return app;
}

const SECURITY_HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

function setCommonHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(SECURITY_HEADERS).header('X-Request-Id', request.id);
}

/** A caller's own id is kept when it is plain enough for a log line and a header. */
function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
}

const RETRY_AFTER_CLOSING_SECONDS = 5;

/** While the server closes, requests in work are finished and new ones on open connections are sent elsewhere. */
function refuseWhileClosing(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onRequest', async () => {
    if (isClosing) {
      const retryAfterSeconds = RETRY_AFTER_CLOSING_SECONDS;
      throw new Problem('unavailable', 'The server is closing down.', { retryAfterSeconds });
    }
  });
}

/** RFC 9112, section 3.2: exactly one valid Host. Two Authorization headers would leave open which one counts. */
function requireOneHost({ rawHeaders, httpVersionMinor }: IncomingMessage): void {
  const hosts = valuesOf('host', rawHeaders);
  const isMissing = hosts.length === 0 && httpVersionMinor > 0;
  if (isMissing || hosts.length > 1 || !hosts.every(isHost)) {
    throw new Problem('invalid_request', 'The request must carry exactly one valid Host header.');
  }
  if (valuesOf('authorization', rawHeaders).length > 1) {
    throw new Problem('invalid_request', 'The request carries more than one Authorization header.');
  }
}

/** Every value of a header; `rawHeaders` holds names and values in turn. */
function valuesOf(name: string, rawHeaders: readonly string[]): string[] {
  return rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
}

function isHost(host: string): boolean {
  return !/[/?#@\\\s]/.test(host) && URL.canParse(`http://${host}`);
}
