import { randomBytes } from 'node:crypto';
import type { OutboundFailure, OutboundResult } from '../domain/outbound.ts';
import { Problem } from '../domain/problem.ts';
import type { SigningSecrets } from '../domain/subscription.ts';
import type { Instant } from '../domain/time.ts';
import type { Deps } from './deps.ts';
import { webhookRequest } from './sign-webhook.ts';

/**
 * Asks whoever listens at an address whether they want to be told there: they must repeat a word that nobody can guess,
 * as the text of their answer or as `challenge` of a JSON object.
 * @throws Problem `invalid_body` that says what came instead
 */
export async function challengeReceiver(
  { send, newId }: Pick<Deps, 'send' | 'newId'>,
  url: string,
  secrets: SigningSecrets,
  now: Instant,
): Promise<void> {
  const challenge = randomBytes(24).toString('base64url');
  const body = challengeBody(challenge, now);
  const result = await send(webhookRequest(url, { id: `msg_${newId()}`, body }, secrets, now));
  if (isAnswered(result, challenge)) return;
  throw new Problem('invalid_body', 'The receiver did not show that it wants to be told there.', {
    errors: [
      {
        pointer: '/url',
        detail:
          result.status === null ? FAILURES[result.failure] : `It answered ${result.status} without the challenge.`,
        expected: `An address that answers a POST of the type ${CHALLENGE_TYPE} with 2xx and the challenge.`,
      },
    ],
  });
}

export function challengeBody(challenge: string, timestamp: Instant): string {
  return JSON.stringify({ type: CHALLENGE_TYPE, timestamp, data: { challenge } });
}

const CHALLENGE_TYPE = 'subscription.challenge';

const FAILURES: Readonly<Record<OutboundFailure, string>> = {
  address: 'It is no address that this server may reach: only https to the public internet, on the ports 443 and 8443.',
  name: 'Its host has no address.',
  connection: 'No connection could be made, or none with a certificate that holds.',
  timeout: 'It took too long to answer.',
  cut: 'Its answer broke off.',
  stopped: 'The server is closing down.',
};

function isAnswered(result: OutboundResult, challenge: string): boolean {
  if (result.status === null || result.status < 200 || result.status > 299) return false;
  return result.body.trim() === challenge || challengeIn(result.body) === challenge;
}

function challengeIn(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && 'challenge' in value ? value.challenge : undefined;
  } catch {
    return undefined;
  }
}
