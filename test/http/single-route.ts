import type { FastifyInstance } from 'fastify';
import { type Actor, ANONYMOUS } from '../../src/domain/actor.ts';
import { createChangeBell } from '../../src/http/following/change-bell.ts';
import { createAnswerCache } from '../../src/http/memory/answer-cache.ts';
import { createKnownQuestions } from '../../src/http/memory/known-questions.ts';
import type { AppOptions } from '../../src/http/options.ts';
import { serveRoute } from '../../src/http/serve-route.ts';
import { createServer } from '../../src/http/server.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { OPTIONS } from './installation.ts';

/** Where nobody waits for a change. */
const SILENT_BELLS = {
  everybody: createChangeBell(async () => 0),
  partners: createChangeBell(async () => 0),
};

interface Options {
  readonly limits?: AppOptions['limits'];
  /** Who asks; anybody when nothing is said. */
  readonly actorOf?: () => Actor;
}

/** The server of the API with one route of the test's own, and without memory. */
export async function openSingleRoute(
  deps: Deps,
  route: Parameters<typeof serveRoute>[1],
  { limits = OPTIONS.limits, actorOf = () => ANONYMOUS }: Options = {},
): Promise<FastifyInstance> {
  const options = { ...OPTIONS, limits };
  const app = createServer(options);
  serveRoute(app, route, {
    deps,
    options,
    gate: { actorOf, actorNow: async () => actorOf() },
    cache: createAnswerCache(0, async () => undefined),
    questions: createKnownQuestions(),
    bells: SILENT_BELLS,
    serverMetrics: async () => [],
    describeApi: async () => ({}),
    warmUp: () => undefined,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return app;
}
