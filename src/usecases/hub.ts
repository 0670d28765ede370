import { createHash, createHmac, randomBytes } from 'node:crypto';
import { parseAddress } from '../domain/address.ts';
import { RETRY_DELAYS_MILLIS } from '../domain/delivery.ts';
import { type HubSubscription, type HubWish, MAX_HUB_SECRET_BYTES } from '../domain/hub.ts';
import type { OutboundResult } from '../domain/outbound.ts';
import { Problem } from '../domain/problem.ts';
import { type Instant, instantFromMillis, millisOf } from '../domain/time.ts';
import { everyone } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

/** Longer than verifying or telling one callback lasts. */
const HUB_LEASE_MILLIS = 60_000;

/** A feed as anybody gets it. */
export interface Topic {
  readonly mediaType: string;
  readonly body: string;
}

export interface HubOptions {
  readonly publicUrl: string;
  /** Reads a feed by its path and query; undefined when there is none. */
  readonly readTopic: (path: string) => Promise<Topic | undefined>;
  readonly signal: AbortSignal;
}

/** Where the hub is asked. */
export function hubAddress(publicUrl: string): string {
  return `${publicUrl}/v1/websub/hub`;
}

/**
 * Takes the wish of somebody who asks for a callback; whether the callback wants it is found out later.
 * @throws Problem `invalid_body`, or `too_many_requests` when there is no room for it
 */
export async function askHub(
  { store, clock, newId }: Deps,
  publicUrl: string,
  { topic, callback, wish }: { readonly topic: string; readonly callback: string; readonly wish: HubWish },
): Promise<void> {
  if (!topic.startsWith(`${publicUrl}/v1/feeds/`) || topic.includes('#') || !parseAddress(topic)) {
    throw bad('hub.topic', 'This is not the address of a feed of this server.', `${publicUrl}/v1/feeds/…`);
  }
  const address = parseAddress(callback);
  if (address?.hash !== '') {
    throw bad('hub.callback', 'This is not an address that can be called.', 'An absolute address without a fragment.');
  }
  if (wish.secret !== null && Buffer.byteLength(wish.secret) > MAX_HUB_SECRET_BYTES) {
    throw bad('hub.secret', 'The secret is too long.', `At most ${MAX_HUB_SECRET_BYTES} bytes.`);
  }
  const isKept = await store.hub.ask({ id: newId(), topic, callback: address.href, wish, now: clock.now() });
  if (!isKept) {
    const detail = 'The hub has no room for another subscription, or none for another one of this host.';
    throw new Problem('too_many_requests', detail, { retryAfterSeconds: 3600 });
  }
}

function bad(name: string, detail: string, expected: string): Problem {
  return new Problem('invalid_body', detail, { errors: [{ pointer: `/${name}`, detail, expected }] });
}

/** Verifies wishes, and sends feeds that have changed to those who want them. Resolves to how many were looked after. */
export async function serveHub(deps: Deps, options: HubOptions): Promise<number> {
  const now = deps.clock.now();
  const newest = (await deps.store.changes.newest(everyone(now)))?.sequence ?? 0;
  const leasedUntil = later(now, HUB_LEASE_MILLIS);
  const claimed = await deps.store.hub.claim(now, leasedUntil, newest);
  const topics = createTopics(options);
  const serveOne = (subscription: HubSubscription): Promise<void> =>
    subscription.wish
      ? verify(deps, options, subscription, subscription.wish, { newest, topics })
      : tell(deps, options, subscription, { newest, topics });
  await Promise.all(claimed.map(serveOne));
  return claimed.length;
}

interface Round {
  readonly newest: number;
  readonly topics: (topic: string) => Promise<Topic | undefined>;
}

/** Each feed is read once in a round. */
function createTopics({ publicUrl, readTopic }: HubOptions): Round['topics'] {
  const read = new Map<string, Promise<Topic | undefined>>();
  return (topic) => {
    const known = read.get(topic) ?? readTopic(topic.slice(publicUrl.length));
    read.set(topic, known);
    return known;
  };
}

/** WebSub, section 5.3: the callback must repeat a word that nobody can guess. */
async function verify(
  { store, clock, send }: Deps,
  { signal }: HubOptions,
  subscription: HubSubscription,
  wish: HubWish,
  { newest, topics }: Round,
): Promise<void> {
  const { topic, callback } = subscription;
  const content = await topics(topic);
  const challenge = randomBytes(24).toString('base64url');
  const question: Record<string, string> = content
    ? {
        'hub.mode': wish.mode,
        'hub.topic': topic,
        'hub.challenge': challenge,
        ...(wish.mode === 'subscribe' && { 'hub.lease_seconds': String(wish.leaseSeconds) }),
      }
    : { 'hub.mode': 'denied', 'hub.topic': topic, 'hub.reason': 'There is no such feed.' };
  const result = await send({ method: 'GET', url: withQuery(callback, question), headers: AGENT, signal });
  const now = clock.now();
  const isMeant = content !== undefined && isSuccess(result) && result.body.trim() === challenge;
  const unsubscribed = wish.mode === 'unsubscribe' ? isMeant : !content;
  // Nobody has shown that they want it.
  const neverWas = subscription.expiresAt === null && !isMeant;
  if (unsubscribed || neverWas) return store.hub.forget(subscription);
  const verified = {
    secret: wish.secret,
    expiresAt: later(now, wish.leaseSeconds * 1000),
    seen: newest,
    digest: content ? digestOf(content) : null,
  };
  return store.hub.keep({ ...subscription, ...(isMeant && verified), wish: null, failures: 0 }, now, wish);
}

/** WebSub, section 7: the whole feed as it is now, however many changes it had. */
async function tell(
  { store, clock, send }: Deps,
  { publicUrl, signal }: HubOptions,
  subscription: HubSubscription,
  { newest, topics }: Round,
): Promise<void> {
  const { topic, callback, secret, digest, failures } = subscription;
  const content = await topics(topic);
  if (!content) return store.hub.forget(subscription);
  const told = { ...subscription, seen: newest, digest: digestOf(content), failures: 0 };
  if (told.digest === digest) return store.hub.keep(told, clock.now(), null);
  const headers = {
    ...AGENT,
    'Content-Type': content.mediaType,
    Link: `<${hubAddress(publicUrl)}>; rel="hub", <${topic}>; rel="self"`,
    ...(secret !== null && { 'X-Hub-Signature': `sha256=${signatureOf(content, secret)}` }),
  };
  const result = await send({ method: 'POST', url: callback, headers, body: content.body, signal });
  const now = clock.now();
  if (isSuccess(result)) return store.hub.keep(told, now, null);
  if (result.status === null && result.failure === 'stopped') return store.hub.keep(subscription, now, null);
  const delay = RETRY_DELAYS_MILLIS[failures + 1];
  if (result.status === 410 || delay === undefined) return store.hub.forget(subscription);
  return store.hub.keep({ ...subscription, failures: failures + 1 }, later(now, delay), null);
}

const AGENT = { 'User-Agent': 'Dateline-Hub/1' };

function isSuccess(
  result: OutboundResult,
): result is OutboundResult & { readonly status: number; readonly body: string } {
  return result.status !== null && result.status >= 200 && result.status < 300;
}

/** What a callback has of its own stays. */
function withQuery(callback: string, question: Readonly<Record<string, string>>): string {
  const url = new URL(callback);
  for (const [name, value] of Object.entries(question)) url.searchParams.append(name, value);
  return url.href;
}

function digestOf({ body }: Topic): string {
  return createHash('sha256').update(body).digest('hex');
}

function signatureOf({ body }: Topic, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

function later(at: Instant, millis: number): Instant {
  return instantFromMillis(millisOf(at) + millis);
}
