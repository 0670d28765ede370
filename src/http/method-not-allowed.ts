import type { FastifyInstance } from 'fastify';
import { Problem } from '../domain/problem.ts';

/** The addresses that the server knows, as Fastify writes them, and the methods of each. */
export type Addresses = ReadonlyMap<string, ReadonlySet<string>>;

/** Watches the routes that are added from now on. */
export function watchAddresses(app: FastifyInstance): Addresses {
  const addresses = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    // `OPTIONS *` answers preflights for every address and makes none known.
    if (url === '*') return;
    const methods = addresses.get(url) ?? new Set(['OPTIONS']);
    for (const each of [method].flat()) methods.add(each);
    addresses.set(url, methods);
  });
  return addresses;
}

/** Answers every other method of a known address with 405 and `Allow` (RFC 9110, section 15.5.6), whatever its body. */
export function refuseOtherMethods(app: FastifyInstance, addresses: Addresses): void {
  // A copy, since the routes that are added here are watched too.
  for (const [url, methods] of [...addresses]) {
    const allow = [...methods].sort();
    const refuse = async (): Promise<never> => {
      throw new Problem('method_not_allowed', `This address answers ${allow.join(', ')}.`, { allow });
    };
    app.route({
      method: app.supportedMethods.filter((method) => !methods.has(method)),
      url,
      onRequest: refuse,
      handler: refuse,
    });
  }
}
