import { type FastifyInstance, fastify } from 'fastify';
import { madeOnce } from '../made-once.ts';
import type { Pressure } from '../pressure.ts';

/**
 * The document that @fastify/swagger serves of a description, behind a server of its own that nobody can reach. It is made
 * when somebody asks for it, which takes as long as the rest of a start; most processes never are asked.
 */
export function createServedDocument(describe: () => string, pressure: Pressure): () => Promise<object> {
  return madeOnce(() => pressure.excuse(async () => (await describedServer(describe)).swagger()));
}

async function describedServer(describe: () => string): Promise<FastifyInstance> {
  const { default: swagger } = await import('@fastify/swagger');
  const server = fastify();
  await server.register(swagger, { openapi: {}, transformObject: () => JSON.parse(describe()) });
  await server.ready();
  return server;
}
