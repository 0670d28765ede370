import type { FastifyInstance } from 'fastify';
import { OWN_ADDRESS } from '../http/admission/client-address.ts';
import type { HubOptions } from '../usecases/hub-desk.ts';

/** Reads feeds for the hub as anybody gets them, through everything that answers readers but what counts them. */
export function topicReader(app: Pick<FastifyInstance, 'inject'>): HubOptions['readTopic'] {
  return async (path) => {
    const { statusCode, headers, body } = await app.inject({ method: 'GET', url: path, remoteAddress: OWN_ADDRESS });
    // A refusal is the fault of whoever names the feed: that of one reader must not hold up all others.
    if (statusCode >= 400 && statusCode < 500) return undefined;
    if (statusCode !== 200) throw new Error(`the feed cannot be read: ${statusCode}`);
    return { mediaType: String(headers['content-type']), body };
  };
}
