import { createServer as createHttpServer, type IncomingMessage, METHODS, type ServerOptions } from 'node:http';
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify';
import { Problem } from '../domain/problem.ts';
import { MAX_SLUG_LENGTH } from '../domain/slug.ts';
import { atOnce } from './at-once.ts';
import { AnswerLog } from './metrics/request-log.ts';
import type { AppOptions, ServerLimits } from './options.ts';
import { sendProblem } from './problems/problems.ts';
import { answerClientError, refuseTunnel } from './problems/raw-errors.ts';
import { originForm } from './request/address.ts';
import { FORM_MEDIA_TYPE, parseFormBody } from './request/form-body.ts';
import { JSON_MEDIA_TYPE, MERGE_PATCH_MEDIA_TYPE, parseJsonBody } from './request/json-body.ts';
import { hasOneAuthorization, hasOneHost, isPlainTransfer, requestIdOf } from './request/request-head.ts';
import { UPLOAD_MEDIA_TYPES } from './route.ts';
import type { Shortcut } from './shortcut.ts';

/** Fastify with every limit set, one JSON parser, and one shape of problem from every layer; no route yet. */
export function createServer(options: AppOptions, shortcut: Shortcut = NO_SHORTCUT): FastifyInstance {
  const { limits, logger } = options;
  const app: FastifyInstance = fastify({
    ...(logger ? { loggerInstance: logger } : { logger: false }),
    logController: new AnswerLog(),
    serverFactory: (handOn) =>
      createHttpServer(httpOptions(limits), (request, response) => shortcut.handle(request, response, handOn)),
    bodyLimit: limits.bodyBytes,
    schemaController: NO_SCHEMAS,
    routerOptions: { maxParamLength: MAX_SLUG_LENGTH },
    trustProxy: options.trustProxy,
    rewriteUrl: ({ url = '' }) => originForm(url),
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
  const json = [JSON_MEDIA_TYPE, MERGE_PATCH_MEDIA_TYPE];
  app.addContentTypeParser(json, { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) =>
    parseJsonBody(body),
  );
  app.addContentTypeParser(FORM_MEDIA_TYPE, { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) =>
    parseFormBody(body),
  );
  // Read by the route as it comes; every other one refuses it.
  app.addContentTypeParser([...UPLOAD_MEDIA_TYPES], (_request, payload, done) => done(null, payload));
  for (const method of METHODS) if (!app.supportedMethods.includes(method)) app.addHttpMethod(method);
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, options));
  // RFC 9110, section 10.1.1 lets a server pass over an expectation that it does not know; Node's own 417 has no body.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  app.server.on('connect', (_request, socket) => refuseTunnel(socket, options.publicUrl));
  app.addHook('onRequest', atOnce(setCommonHeaders));
  refuseWhileClosing(app, shortcut);
  app.addHook(
    'onRequest',
    atOnce((request) => {
      requirePlainHead(request.raw);
      if (request.url.length > limits.urlLength) throw new Problem('uri_too_long', 'The address is too long.');
    }),
  );
  return app;
}

/** Routes have schemas of zod's. What Fastify would compile its own with is not even read: 700 kB of source. */
const NO_SCHEMAS = { compilersFactory: { buildValidator: () => refuseSchema, buildSerializer: () => refuseSchema } };

function refuseSchema(): never {
  throw new Error('a route is checked by the schemas of its definition');
}

const NO_SHORTCUT: Shortcut = { handle: (request, response, handOn) => handOn(request, response), close: () => {} };

function httpOptions(limits: ServerLimits): ServerOptions {
  return {
    requestTimeout: limits.requestTimeoutMillis,
    headersTimeout: limits.headersTimeoutMillis,
    keepAliveTimeout: limits.keepAliveTimeoutMillis,
    connectionsCheckingInterval: limits.connectionsCheckingIntervalMillis,
    maxHeaderSize: limits.headerBytes,
    // Node would refuse a missing Host without a body; `requirePlainHead` says what is wrong.
    requireHostHeader: false,
  };
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

const RETRY_AFTER_CLOSING_SECONDS = 5;

/** While the server closes, requests in work are finished and new ones on open connections are sent elsewhere. */
function refuseWhileClosing(app: FastifyInstance, shortcut: Shortcut): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
    shortcut.close();
  });
  app.addHook(
    'onRequest',
    atOnce(() => {
      if (isClosing) {
        const retryAfterSeconds = RETRY_AFTER_CLOSING_SECONDS;
        throw new Problem('unavailable', 'The server is closing down.', { retryAfterSeconds });
      }
    }),
  );
}

function requirePlainHead(request: IncomingMessage): void {
  if (!hasOneHost(request)) {
    throw new Problem('invalid_request', 'The request must carry exactly one valid Host header.');
  }
  if (!hasOneAuthorization(request)) {
    throw new Problem('invalid_request', 'The request carries more than one Authorization header.');
  }
  if (!isPlainTransfer(request)) {
    throw new Problem('invalid_request', 'The body must be sent whole or chunked, in no other Transfer-Encoding.');
  }
}
