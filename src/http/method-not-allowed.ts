import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../domain/problem.ts';
import { MAX_SLUG_LENGTH } from '../domain/slug.ts';
import { atOnce } from './at-once.ts';
import { pathOf } from './request/address.ts';
import { PATCH_MEDIA_TYPES } from './request/json-body.ts';

/** The addresses that the server knows, as Fastify writes them, and the methods of each. */
export type Addresses = ReadonlyMap<string, ReadonlySet<string>>;

/** Watches the routes that are added from now on. */
export function watchAddresses(app: FastifyInstance): Addresses {
  const addresses = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    // What answers preflights does so for many addresses, and makes none known.
    if (method === 'OPTIONS') return;
    const methods = addresses.get(url) ?? new Set(['OPTIONS']);
    for (const each of [method].flat()) methods.add(each);
    addresses.set(url, methods);
  });
  return addresses;
}

/** The methods that the address of a request answers; undefined where there is nothing. */
export type AllowedAt = (request: FastifyRequest) => readonly string[] | undefined;

/**
 * The addresses are looked through only for what no route takes: a route of its own for each method that is refused would
 * be most of all routes, and a tenth of a start.
 */
export function allowedAt(addresses: Addresses): AllowedAt {
  let patterns: readonly Pattern[] | undefined;
  return ({ url }) => {
    patterns ??= [...addresses].map(toPattern).sort((a, b) => a.parameters - b.parameters);
    const path = readable(pathOf(url));
    return patterns.find(({ matches }) => matches.test(path))?.allow;
  };
}

/** Names the methods, and what PATCH takes, to whoever asks (RFC 9110, section 9.3.7): browsers before they ask for more. */
export function nameMethods(app: FastifyInstance, allowed: AllowedAt): void {
  app.addHook(
    'onRequest',
    atOnce((request, reply) => {
      const allow = request.method === 'OPTIONS' ? allowed(request) : undefined;
      if (allow) reply.header('Allow', allow.join(', '));
      if (allow?.includes('PATCH')) reply.header('Accept-Patch', PATCH_MEDIA_TYPES);
    }),
  );
}

/**
 * Answers what no route takes: another method of a known address with 405 and `Allow` (RFC 9110, section 15.5.6), whatever
 * its body, and everything else with 404.
 */
export function refuseUnknown(app: FastifyInstance, allowed: AllowedAt): void {
  app.addHook(
    'onRequest',
    atOnce((request) => {
      if (!request.is404) return;
      const allow = allowed(request);
      if (!allow) throw new Problem('not_found', NOTHING);
      throw new Problem('method_not_allowed', `This address answers ${allow.join(', ')}.`, { allow });
    }),
  );
}

const NOTHING =
  'There is nothing at this address: /docs shows the addresses that there are, /openapi.json describes them.';

interface Pattern {
  readonly matches: RegExp;
  /** An address with fewer of them goes before another one that it matches too. */
  readonly parameters: number;
  readonly allow: readonly string[];
}

function toPattern([url, methods]: readonly [string, ReadonlySet<string>]): Pattern {
  const [first = '', ...others] = url.split(/:\w+|\*$/).map((text) => text.replaceAll('.', '\\.'));
  const between = url.endsWith('*') ? '.*' : `[^/]{1,${MAX_SLUG_LENGTH}}`;
  const allow = [...methods].sort();
  return { matches: new RegExp(`^${[first, ...others].join(between)}$`), parameters: others.length, allow };
}

/** As the router reads it; what cannot be read has no route. */
function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
