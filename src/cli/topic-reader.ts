import type { FastifyInstance } from 'fastify';
import type { HubOptions } from '../usecases/hub-desk.ts';

const TOO_MANY = 429;
/** Counts its requests apart from those of programs on this machine. */
const READER = '0.0.0.0';

/** Reads feeds as anybody gets them, so that nothing else can be sent to those who subscribe to one. */
export function topicReader(app: Pick<FastifyInstance, 'inject'>): HubOptions['readTopic'] {
  return async (path) => {
    const { statusCode, headers, body } = await app.inject({ method: 'GET', url: path, remoteAddress: READER });
    if (isNoFeed(statusCode)) return undefined;
    if (statusCode !== 200) throw new Error(`the feed cannot be read: ${statusCode}`);
    return { mediaType: String(headers['content-type']), body };
  };
}

/** Whether it is the fault of whoever names the feed: that of one reader must not hold up all others. */
function isNoFeed(statusCode: number): boolean {
  return statusCode >= 400 && statusCode < 500 && statusCode !== TOO_MANY;
}
