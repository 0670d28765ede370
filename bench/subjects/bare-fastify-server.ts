import { fastify } from 'fastify';
import { answerParent } from '../answering.ts';
import { recordedAnswersSchema } from '../recorded-answer.ts';

/** Fastify that does nothing but send bytes it holds already: what HTTP alone costs with it. */
const kept = new Map<string, { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer }>();

answerParent({
  keep(input) {
    for (const { path, headers, body } of recordedAnswersSchema.parse(input)) {
      kept.set(path, { headers, body: Buffer.from(body) });
    }
  },
  async listen() {
    const app = fastify();
    app.get('/*', (request, reply) => {
      const answer = kept.get(request.url);
      if (!answer) throw new Error(`nothing is recorded for ${request.url}`);
      return reply.headers(answer.headers).send(answer.body);
    });
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    return Number(new URL(address).port);
  },
});
