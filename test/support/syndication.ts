import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { type Actor, OPERATOR } from '../../src/domain/actor.ts';
import type { Send } from '../../src/domain/outbound.ts';
import { type Instant, shifted } from '../../src/domain/time.ts';
import { createAddressGuard } from '../../src/jobs/address-guard.ts';
import { deliverWebhooks } from '../../src/jobs/deliver-webhooks.ts';
import { createSender } from '../../src/jobs/post.ts';
import type { Store } from '../../src/store/store.ts';
import type { DeliveryQuery } from '../../src/store/subscriptions.ts';
import { DEFAULT_RULES, type Deps } from '../../src/usecases/deps.ts';
import { createPartner } from '../../src/usecases/partners.ts';
import { createSubscription, type NewSubscription, type SubscriptionWish } from '../../src/usecases/subscriptions.ts';
import { carriedOut } from '../../src/usecases/write-wish.ts';
import { knowAreas, listAreas } from './known-areas.ts';
import { openReceiver, type Receiver } from './receiver.ts';
import { NOW } from './release.ts';
import { openTemporaryStore } from './sqlite-store.ts';

const PUBLIC_URL = 'https://news.example';

/** Sends to this machine, and nowhere else. */
export const sendLocally = createLocalSender(500);

export function createLocalSender(totalTimeoutMillis: number): Send {
  return createSender({ guard: createAddressGuard(['127.0.0.1']), totalTimeoutMillis });
}

/** A partner with a key. */
export async function openPartner(deps: Deps, areaKeys: readonly string[] = []): Promise<{ id: string; actor: Actor }> {
  const wish = { name: `Partner ${randomUUID()}`, organisation: null, areaKeys };
  await knowAreas(deps, areaKeys);
  const created = await createPartner(deps, wish, { actor: OPERATOR, dryRun: false, once: null });
  if ('kept' in created) throw new Error('the partner was created before');
  const { id } = created.subject;
  const actor = {
    kind: 'key',
    keyId: randomUUID(),
    name: wish.name,
    role: 'partner',
    areaKeys,
    partnerId: id,
  } as const;
  return { id, actor };
}

/** Delivers what a store has to tell, with a clock that is turned by hand. */
export function openDelivering(store: Store, options: Partial<Deps> = {}) {
  let now = NOW;
  const deps: Deps = {
    store,
    clock: { now: () => now },
    newId: randomUUID,
    rules: DEFAULT_RULES,
    send: sendLocally,
    ...options,
  };
  const ending = new AbortController();
  const run = deliverWebhooks(deps, { publicUrl: PUBLIC_URL, signal: ending.signal, chance: () => 0.5 });
  return {
    deps,
    run,
    stop: () => ending.abort(),
    now: () => now,
    setTime: (at: Instant) => {
      now = at;
    },
    /** Delivers all that is due so many milliseconds after the beginning, and says after how many it wants to look again. */
    runAt: (millis: number) => {
      now = shifted(NOW, millis);
      return run();
    },
    subscribe: (actor: Actor, wish: Partial<SubscriptionWish> & { readonly url: string }): Promise<NewSubscription> =>
      createSubscription(deps, actor, { areaKeys: [], events: [], ...wish }).then(carriedOut),
  };
}

/** A receiver that shows that it wants to be told, and takes what it is told as `answer` says. */
export async function openSubscriber(): Promise<Receiver> {
  const receiver = await openReceiver();
  const { answer } = receiver;
  let then = answer;
  Object.defineProperty(receiver, 'answer', {
    get: (): Receiver['answer'] => (received, response) => {
      const { type, data } = JSON.parse(received.body);
      if (type === 'subscription.challenge') response.writeHead(200).end(data.challenge);
      else then(received, response);
    },
    set: (next: Receiver['answer']) => {
      then = next;
    },
  });
  return receiver;
}

/** A subscription of a partner, its receiver, and what delivers to it; nothing was told yet. */
export async function openSubscription(wish: { areaKeys?: string[]; partnerAreas?: string[] } = {}) {
  const store = openTemporaryStore();
  const delivering = openDelivering(store);
  const receiver = await openSubscriber();
  onTestFinished(() => receiver.close());
  const { actor, id: partnerId } = await openPartner(delivering.deps, wish.partnerAreas);
  const url = `${receiver.origin}/hook`;
  const { areaKeys = [] } = wish;
  await listAreas(store, areaKeys);
  const { subscription, secret } = await delivering.subscribe(actor, { url, areaKeys });
  receiver.received.length = 0;
  const list = async (query: Partial<DeliveryQuery> = {}) =>
    (await store.subscriptions.deliveries(subscription.id, { limit: 100, position: null, ...query })).rows;
  return { ...delivering, store, receiver, actor, partnerId, subscription, secret, list };
}

/** Type, order and edition of what a receiver was told. */
export function told({ received }: Receiver): [string, number, number][] {
  return received.map(({ body }) => {
    const { type, data } = JSON.parse(body);
    return [type, data.order, data.article.edition];
  });
}

export function status(code: number, headers = {}): Receiver['answer'] {
  return (_received, response) => void response.writeHead(code, headers).end();
}
