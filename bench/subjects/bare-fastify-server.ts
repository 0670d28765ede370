import { fastify } from 'fastify';
import * as z from 'zod';
import { answerParent } from '../answering.ts';
import { recordedAnswerSchema } from '../recorded-answer.ts';

/** Fastify that does nothing but send bytes it holds already: what HTTP alone costs with it. */
answerParent({
  async listen(input) {
    const answers = new Map(
      z
        .array(recordedAnswerSchema)
        .parse(input)
        .map(({ path, headers, body }) => [path, { headers, body: Buffer.from(body) }]),
    );
    const app = fastify();
    app.get('/*', (request, reply) => {
      const answer = answers.get(request.url);
      if (!answer) throw new Error(`nothing is recorded for ${request.url}`);
      return reply.headers(answer.headers).send(answer.body);
    });
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    return Number(new URL(address).port);
  },
});
