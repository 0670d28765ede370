import type { IncomingMessage, ServerResponse } from 'node:http';
import { type FastifyBaseLogger, type FastifyReply, type FastifyRequest, LogController } from 'fastify';

/** One line for each request, when it is answered. */
export class AnswerLog extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const fields = { req: request, res: reply, responseTime: reply.elapsedTime };
    if (error) request.log.error({ ...fields, err: error }, 'request errored');
    else request.log.info(fields, COMPLETED);
  }
}

const COMPLETED = 'request completed';

/** The same line for a request that Fastify never saw. */
export function logAnswer(
  logger: FastifyBaseLogger,
  { id, ip, request, response }: { id: string; ip: string; request: IncomingMessage; response: ServerResponse },
  responseTime: number,
): void {
  const { method, url } = request;
  logger.info({ reqId: id, req: { id, method, url, ip }, res: response, responseTime }, COMPLETED);
}
