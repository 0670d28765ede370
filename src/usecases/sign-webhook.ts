import { createHmac, randomBytes } from 'node:crypto';
import type { OutboundRequest } from '../domain/outbound.ts';
import { type SigningSecrets, signingSecretsAt } from '../domain/subscription.ts';
import { type Instant, millisOf } from '../domain/time.ts';

const PREFIX = 'whsec_';
/** Of random bits; the specification wants 24 to 64. */
const SECRET_BYTES = 32;

/** A secret as a receiver's library takes it. */
export function newSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** A message as the Standard Webhooks specification 1.0 has it: `id.timestamp.body` is what is signed. */
export function webhookRequest(
  url: string,
  { id, body }: { readonly id: string; readonly body: string },
  secrets: SigningSecrets,
  now: Instant,
): OutboundRequest & { readonly method: 'POST' } {
  const seconds = Math.floor(millisOf(now) / 1000);
  const signed = `${id}.${seconds}.${body}`;
  return {
    method: 'POST',
    url,
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'Dateline-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      // While a secret is being replaced there are two signatures, and a receiver needs only one that it knows.
      'webhook-signature': signingSecretsAt(secrets, now)
        .map((secret) => `v1,${signature(secret, signed)}`)
        .join(' '),
    },
    body,
  };
}

function signature(secret: string, signed: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return createHmac('sha256', key).update(signed).digest('base64');
}
