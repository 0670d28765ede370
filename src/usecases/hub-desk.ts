import { createHash, createHmac, randomBytes } from 'node:crypto';
import { settle } from '../domain/delivery.ts';
import type { DispatchLimits } from '../domain/dispatch.ts';
import type { HubSubscription, HubWish } from '../domain/hub.ts';
import type { OutboundResult } from '../domain/outbound.ts';
import { shifted } from '../domain/time.ts';
import { everyone } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';
import { hubAddress } from './hub.ts';

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
  readonly limits?: DispatchLimits;
  /** 0 to 1, at random. */
  readonly chance?: () => number;
}

/** A callback is told one thing at a time: what came to be meanwhile is in the feed that it is sent next. */
const HUB_LIMITS: DispatchLimits = { all: 32, perHost: 8, perSubscription: 1 };

/** Where callbacks are verified and told: what one process has at work. */
export interface HubDesk {
  /** Begins what is due, as far as there is room. Resolves to how many. @throws what an earlier one has met */
  turn(): Promise<number>;
  isAtWork(): boolean;
  /** Resolves when one has ended. */
  ended(): Promise<void>;
}

export function openHubDesk(deps: Deps, options: HubOptions): HubDesk {
  const { limits = HUB_LIMITS } = options;
  const running = new Set<HubSubscription>();
  let failure: { readonly of: unknown } | undefined;
  let ring = (): void => undefined;

  const serve = async (subscription: HubSubscription, round: Round): Promise<void> => {
    try {
      await serveOne(deps, options, subscription, round);
    } catch (error) {
      failure ??= { of: error };
    } finally {
      running.delete(subscription);
      ring();
    }
  };

  return {
    isAtWork: () => running.size > 0,
    ended: () =>
      new Promise((resolve) => {
        ring = resolve;
      }),
    async turn() {
      const met = failure;
      failure = undefined;
      if (met) throw met.of;
      if (options.signal.aborted) return 0;
      const now = deps.clock.now();
      const newest = (await deps.store.changes.newest(everyone(now)))?.sequence ?? 0;
      const leasedUntil = shifted(now, HUB_LEASE_MILLIS);
      const claimed = await deps.store.hub.claim({ now, leasedUntil, newest, running: [...running], limits });
      const round = { newest, topics: createTopics(options) };
      for (const subscription of claimed) running.add(subscription);
      for (const subscription of claimed) void serve(subscription, round);
      return claimed.length;
    },
  };
}

function serveOne(deps: Deps, options: HubOptions, subscription: HubSubscription, round: Round): Promise<void> {
  const { wish } = subscription;
  return wish ? verify(deps, options, subscription, wish, round) : tell(deps, options, subscription, round);
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
  // Nobody was asked: the wish waits for whoever serves next.
  if (result.status === null && result.failure === 'stopped') return store.hub.keep(subscription, now, null);
  const isMeant = content !== undefined && isSuccess(result) && result.body.trim() === challenge;
  const unsubscribed = wish.mode === 'unsubscribe' ? isMeant : !content;
  // Nobody has shown that they want it.
  const neverWas = subscription.expiresAt === null && !isMeant;
  if (unsubscribed || neverWas) return store.hub.forget(subscription);
  const verified = {
    secret: wish.secret,
    expiresAt: shifted(now, wish.leaseSeconds * 1000),
    seen: newest,
    digest: content ? digestOf(content) : null,
  };
  return store.hub.keep({ ...subscription, ...(isMeant && verified), wish: null, failures: 0 }, now, wish);
}

/** WebSub, section 7: the whole feed as it is now, however many changes it had. */
async function tell(
  { store, clock, send }: Deps,
  { publicUrl, signal, chance = Math.random }: HubOptions,
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
    Link: `<${hubAddress(publicUrl)}>; rel="hub", <${inHeader(topic)}>; rel="self"`,
    ...(secret !== null && { 'X-Hub-Signature': `sha256=${signatureOf(content, secret)}` }),
  };
  const result = await send({ method: 'POST', url: callback, headers, body: content.body, signal });
  const now = clock.now();
  // As with webhooks: one schedule of retries, one meaning of every answer.
  const settlement = settle(result, failures, { failingSince: null }, now, chance());
  if (settlement.state === 'delivered') return store.hub.keep(told, now, null);
  const { nextAttemptAt, pausedUntil, isFailure } = settlement;
  if (settlement.disabled !== null || nextAttemptAt === null) return store.hub.forget(subscription);
  const dueAt = pausedUntil !== null && pausedUntil > nextAttemptAt ? pausedUntil : nextAttemptAt;
  return store.hub.keep({ ...subscription, failures: failures + (isFailure ? 1 : 0) }, dueAt, null);
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

/** An address as it was asked for, but for signs that no header may hold. */
function inHeader(address: string): string {
  return address.replaceAll(/[^!-;=?-~]+/g, encodeURIComponent);
}

function digestOf({ body }: Topic): string {
  return createHash('sha256').update(body).digest('hex');
}

function signatureOf({ body }: Topic, secret: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}
