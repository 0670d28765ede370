import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import manifest from '../../package.json' with { type: 'json' };
import { everyone } from '../domain/visibility.ts';
import type { Deps } from '../usecases/deps.ts';
import { DOORS } from './admission/doors.ts';
import { createGate } from './admission/gate.ts';
import { openapiDocument } from './description/openapi.ts';
import { createServedDocument } from './description/served-document.ts';
import { createChangeBell } from './following/change-bell.ts';
import { madeOnce } from './made-once.ts';
import { createAnswerCache } from './memory/answer-cache.ts';
import { createKnownQuestions } from './memory/known-questions.ts';
import { allowedAt, nameMethods, refuseUnknown, watchAddresses } from './method-not-allowed.ts';
import { createMeter, type Meter, UNMATCHED } from './metrics/meter.ts';
import { watchProcess } from './metrics/process-metrics.ts';
import { readServerMetrics } from './metrics/server-metrics.ts';
import type { AppOptions } from './options.ts';
import { refuseUnderPressure, watchPressure } from './pressure.ts';
import { ROUTES } from './routes/all-routes.ts';
import { apiReference } from './routes/operations/api-reference.ts';
import { type Bells, fastifyUrl, serveRoute } from './serve-route.ts';
import { createServer } from './server.ts';
import { createShortcut } from './shortcut.ts';
import { warmNewsroomDesk } from './writing/newsroom-desk.ts';

/** The whole API: every plugin in the order in which a request meets it, and every route. */
export async function createApp(deps: Deps, options: AppOptions): Promise<FastifyInstance> {
  const gate = createGate(deps, options, UNCOUNTED);
  const cache = createAnswerCache(options.memoryBytes, deps.store.changes.touched);
  const bells = openBells(deps);
  const meter = createMeter();
  const questions = createKnownQuestions();
  const pressure = watchPressure(options.maxLoopDelayMillis);
  const app = createServer(options, createShortcut({ deps, options, gate, cache, questions, pressure, meter }));

  app.addHook('preClose', async () => {
    bells.everybody.close();
    bells.partners.close();
  });
  const addresses = watchAddresses(app);
  const allowed = allowedAt(addresses);
  // Before the plugin, which answers by itself.
  nameMethods(app, allowed);
  await app.register(cors, PUBLIC_READS);
  answerPreflights(app);
  const watched = watchProcess(manifest.version);
  app.addHook('onClose', async () => {
    pressure.close();
    watched.close();
  });
  refuseUnderPressure(app, pressure, UNCOUNTED);
  app.addHook('onRequest', gate.enter);
  app.addHook('onResponse', gate.leave);
  countAnswers(app, meter);
  refuseUnknown(app, allowed);

  await app.register(apiReference, { cacheControl: options.cacheControl, pressure });
  const serverMetrics = () => readServerMetrics(app, { meter, cache, bells, pressure, itself: watched });
  const describe = createServedDocument(() => describeApi(options.publicUrl), pressure);
  const warmUp = madeOnce(() => pressure.excuse(warmNewsroomDesk));
  const serving = { deps, options, gate, cache, questions, bells, serverMetrics, describeApi: describe, warmUp };
  for (const route of ROUTES) serveRoute(app, route, serving);
  return app;
}

function openBells({ store, clock }: Deps): Bells {
  const ofPublic = async () => (await store.changes.state(everyone(clock.now()))).version;
  return {
    everybody: createChangeBell(ofPublic),
    partners: createChangeBell(async () => (await ofPublic()) + (await store.syndication.newsVersion())),
  };
}

/** The OpenAPI document of an installation at this address, as JSON text. */
export function describeApi(publicUrl: string): string {
  return JSON.stringify(openapiDocument(ROUTES, { publicUrl, version: manifest.version }), null, 2);
}

const UNCOUNTED: ReadonlySet<string> = new Set(
  ROUTES.filter(({ door }) => !DOORS[door].isCounted).map((route) => fastifyUrl(route)),
);

/** Addresses of routes as they are documented, by how Fastify writes them. */
const ADDRESSES: ReadonlyMap<string, string> = new Map(ROUTES.map((route) => [fastifyUrl(route), route.url]));

/** Whatever Fastify answers is counted under its route; what it has none for, together. */
function countAnswers(app: FastifyInstance, meter: Meter): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { url } = request.routeOptions;
    const route = request.is404 || url === undefined ? UNMATCHED : (ADDRESSES.get(url) ?? url);
    meter.count({ route, method: request.method, status: reply.statusCode, millis: reply.elapsedTime });
    done();
  });
}

/** Behind a closed door a browser's question whether a site elsewhere may ask is answered, and never with yes. */
function answerPreflights(app: FastifyInstance): void {
  for (const { path } of Object.values(DOORS)) {
    if (path !== null)
      app.options(`${path}*`, { config: { cors: false } }, async (_request, reply) => reply.code(204).send());
  }
}

/** Any site may read what anybody may read; never with credentials. */
const PUBLIC_READS = {
  origin: '*',
  methods: ['GET', 'HEAD'],
  allowedHeaders: ['Authorization', 'If-Modified-Since', 'If-None-Match', 'X-Request-Id'],
  exposedHeaders: ['ETag', 'Last-Modified', 'Link', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
  maxAge: 86_400,
  strictPreflight: false,
};
