import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

/*
 * Takes webhooks as Standard Webhooks has them, and shows that it wants them. The secret is read for each message anew, so
 * that another one counts as soon as its file is written.
 */

/** How old a message may be, so that nobody sends us an old one again. */
const TOLERANCE_SECONDS = 300;
/** Messages are below 20 kB; whoever sends more is not the server. */
const MAX_BYTES = 65_536;
/** Ids of messages that are remembered, to know one that comes twice. */
const REMEMBERED = 10_000;

export interface Message {
  readonly type: string;
  readonly data: {
    readonly order: number;
    readonly change: number | null;
    readonly article: { readonly id: string; readonly edition: number | null };
  };
}

export interface ReceiverOptions {
  readonly port: number;
  /** Where the secret of the subscription lies, from when there is one. */
  readonly secretFile: string;
  readonly onMessage: (message: Message) => void;
}

export function openReceiver({ port, secretFile, onMessage }: ReceiverOptions): void {
  const seen = new Set<string>();
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    if (body === undefined) return response.destroy();
    const { headers } = request;
    const secret = await readFile(secretFile, 'utf8').catch(() => '');
    const challenge = challengeIn(body);
    // Of a new subscription nobody knows the secret yet: what comes then may only ask whether we want it.
    const isGenuine = secret === '' ? challenge !== undefined : isSigned(body, headers, secret.trim());
    if (!isGenuine) return response.writeHead(401).end();
    if (challenge !== undefined) return response.writeHead(200).end(challenge);
    const id = String(headers['webhook-id']);
    if (!seen.has(id)) onMessage(JSON.parse(body));
    seen.add(id);
    if (seen.size > REMEMBERED) seen.delete([...seen.keys()][0] ?? '');
    return response.writeHead(204).end();
  });
  server.listen(port);
}

/** Anybody can send us anything: undefined for what breaks off, and for what is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request) {
      length += chunk.length;
      if (length > MAX_BYTES) return undefined;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
  } catch {
    return undefined;
  }
}

function challengeIn(body: string): string | undefined {
  try {
    const { type, data } = JSON.parse(body);
    return type === 'subscription.challenge' ? String(data.challenge) : undefined;
  } catch {
    return undefined;
  }
}

function isSigned(body: string, headers: IncomingHttpHeaders, secret: string): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures = '' } = headers;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const wanted = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  const isOne = String(signatures)
    .split(' ')
    .map((signature) => Buffer.from(signature.replace(/^v1,/, ''), 'base64'))
    .some((given) => given.length === wanted.length && timingSafeEqual(given, wanted));
  return isOne && Math.abs(Date.now() / 1000 - Number(timestamp)) < TOLERANCE_SECONDS;
}
