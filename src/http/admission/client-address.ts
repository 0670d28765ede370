import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import type { AppOptions } from '../options.ts';

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
