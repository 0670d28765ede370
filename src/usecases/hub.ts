import { hasFragment, parseAddress } from '../domain/address.ts';
import { type HubWish, MAX_HUB_SECRET_BYTES } from '../domain/hub.ts';
import { Problem } from '../domain/problem.ts';
import type { Deps } from './deps.ts';

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
  if (!isFeed(topic, `${publicUrl}/v1/feeds/`)) {
    throw bad('hub.topic', 'This is not the address of a feed of this server.', `${publicUrl}/v1/feeds/…`);
  }
  const address = parseAddress(callback);
  if (!address || hasFragment(address)) {
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

/** Whether an address is one right below the feeds: by steps upwards in its path it would be that of anything here. */
function isFeed(topic: string, feeds: string): boolean {
  if (!topic.startsWith(feeds) || parseAddress(topic) === undefined) return false;
  return /^[\w-]+\.[\w-]+(?:\?[^#]*)?$/.test(topic.slice(feeds.length));
}

function bad(name: string, detail: string, expected: string): Problem {
  return new Problem('invalid_body', detail, { errors: [{ pointer: `/${name}`, detail, expected }] });
}
