import { hash } from 'node:crypto';

/** Names these bytes and no others: 132 bits of their SHA-256. */
export function digestOf(bytes: string | Uint8Array): string {
  return hash('sha256', bytes, 'base64url').slice(0, 22);
}
