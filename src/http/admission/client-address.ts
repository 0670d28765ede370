import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import type { AppOptions } from '../options.ts';

/** From where this server asks itself; no connection comes from it, whatever a header says. */
export const OWN_ADDRESS = '0.0.0.0';

/** Whose request it is, as Fastify says it (`request.ip`) where proxies are trusted like this. */
export function createClientAddress(
  trustProxy: AppOptions['trustProxy'],
): (request: IncomingMessage) => string | undefined {
  const ofSocket = ({ socket }: IncomingMessage) => socket.remoteAddress;
  if (trustProxy === false) return ofSocket;
  const isTrusted = proxyAddr.compile(trustProxy);
  return (request) =>
    request.headers['x-forwarded-for'] === undefined ? ofSocket(request) : proxyAddr(request, isTrusted);
}
