import { createHash } from 'node:crypto';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';

/** Serves the API reference at `/docs`, from this server alone: no fonts, telemetry or helpers from elsewhere. */
export async function apiReference(app: FastifyInstance, { cacheControl }: { cacheControl: string }): Promise<void> {
  app.addHook('onSend', async (_request, reply, payload) => {
    if (reply.statusCode >= 400) return payload;
    reply.header('Cache-Control', cacheControl);
    if (String(reply.getHeader('Content-Type')).startsWith('text/html') && typeof payload === 'string') {
      reply.header('Content-Security-Policy', contentSecurityPolicy(payload));
    }
    return payload;
  });
  await app.register(scalar, {
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
}

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
