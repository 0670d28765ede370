import { createHash } from 'node:crypto';
import { type FastifyInstance, fastify } from 'fastify';
import { cacheControlOf } from '../../answer/caching.ts';
import { heldAmong } from '../../answer/entity-tags.ts';
import { madeOnce } from '../../made-once.ts';
import { type Coding, encode, preferredCoding } from '../../memory/coding.ts';
import type { AppOptions } from '../../options.ts';
import type { Pressure } from '../../pressure.ts';

/** What the reference is made of. */
const PAGES = ['/docs', '/docs/'] as const;
const SCRIPT = '/docs/js/scalar.js';
/** In the page itself: a browser asks for `/favicon.ico` where a page names none. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' " +
  "fill='%23234'/%3E%3Cpath d='M5.5 4H8a4 4 0 0 1 0 8H5.5z' fill='none' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E";

/** Serves the API reference at `/docs`, from this server alone: no fonts, telemetry or helpers from elsewhere. */
export async function apiReference(
  app: FastifyInstance,
  { pressure, ...options }: Pick<AppOptions, 'cacheControl'> & { readonly pressure: Pressure },
): Promise<void> {
  const reference = madeOnce(() => pressure.excuse(loadReference));
  const script = madeOnce(async () => {
    const loaded = await reference();
    return pressure.excuse(() => readScript(loaded));
  });
  app.get(SCRIPT, async (request, reply) => {
    const { mediaType, digest, bytesIn } = await script();
    const coding = preferredCoding(request.headers['accept-encoding']);
    const etag = `"${digest}-${coding}"`;
    reply.headers({ 'Cache-Control': cacheControlOf(request, options), ETag: etag, Vary: 'Accept-Encoding' });
    if (heldAmong(request.headers['if-none-match'] ?? '', [etag]) !== undefined) return reply.code(304).send();
    if (coding !== 'identity') reply.header('Content-Encoding', coding);
    return reply.header('Content-Type', mediaType).send(await bytesIn(coding));
  });
  for (const path of PAGES) {
    app.get(path, async (request, reply) => {
      const { statusCode, headers, payload: page } = await (await reference()).inject(path);
      const payload = page.replace('<head>', `<head><link rel="icon" href="${ICON}">`);
      const { 'content-type': mediaType = '', location } = headers;
      reply.code(statusCode).header('Cache-Control', cacheControlOf(request, options));
      if (location !== undefined) return reply.header('Location', location).send();
      if (String(mediaType).startsWith('text/html')) {
        reply.header('Content-Security-Policy', contentSecurityPolicy(payload));
      }
      return reply.header('Content-Type', mediaType).send(payload);
    });
  }
}

/**
 * The package that makes it, behind a server of its own that nobody can reach. It is one text of five megabytes, of which
 * the process then holds twenty: most processes are never asked for it.
 */
async function loadReference(): Promise<FastifyInstance> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const server = fastify();
  await server.register(scalar, {
    routePrefix: '/docs',
    configuration: {
      url: '../openapi.json',
      pageTitle: 'Dateline API',
      withDefaultFonts: false,
      telemetry: false,
      agent: { disabled: true },
      mcp: { disabled: true },
      hideClientButton: true,
      showDeveloperTools: 'never',
    },
  });
  await server.ready();
  return server;
}

/** Five megabytes, which is why it is coded once, and sent again only where it is another one. */
async function readScript(server: FastifyInstance) {
  const read = async () => server.inject(SCRIPT);
  const { statusCode, headers, rawPayload } = await read();
  if (statusCode !== 200) throw new Error(`the API reference answers ${statusCode} in the place of its script`);
  const codedAs = (coding: 'br' | 'gzip') => madeOnce(async () => encode((await read()).rawPayload, coding));
  const coded = { br: codedAs('br'), gzip: codedAs('gzip'), identity: async () => (await read()).rawPayload };
  return {
    mediaType: String(headers['content-type']),
    digest: createHash('sha256').update(rawPayload).digest('base64url').slice(0, DIGEST_LENGTH),
    bytesIn: (coding: Coding): Promise<Buffer> => coded[coding](),
  };
}

const DIGEST_LENGTH = 22;

/** Scripts of this server and the ones in the page itself; styles are set by script, so they cannot be named. */
function contentSecurityPolicy(html: string): string {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
  const hashes = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
