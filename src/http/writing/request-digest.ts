import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/**
 * What makes a request this one and no other: SHA-256, base64url, of its method, its address, the version that it means,
 * and its body, whose names may stand in any order.
 */
export function requestDigest({
  method,
  url,
  headers,
  body,
}: Pick<FastifyRequest, 'method' | 'url' | 'headers' | 'body'>): string {
  const parts = [method, url, headers['if-match'] ?? null, body ?? null];
  return createHash('sha256').update(JSON.stringify(parts, inOrder)).digest('base64url');
}

function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
