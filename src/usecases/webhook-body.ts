import type { Delivery } from '../domain/delivery.ts';
import { REMOVALS } from '../domain/syndication-event.ts';

/** What an article's webhook says. It is thin: whoever wants the text asks for it, and gets what is public then. */
export interface WebhookPayload {
  readonly type: Delivery['type'];
  readonly timestamp: Delivery['at'];
  readonly data: {
    readonly subscription: string;
    /** 1, 2, 3… of this subscription. */
    readonly order: number;
    /** Of a removal: what was still to be told before it, and is told by it. */
    readonly supersedes?: Delivery['supersedes'];
    /** Its number in the public log of changes; null for what concerns an embargo. */
    readonly change: number | null;
    readonly article: { readonly id: string; readonly edition: number | null };
    readonly links: { readonly article: string };
  };
}

/** The same bytes at every attempt. */
export function webhookBody(delivery: Delivery, publicUrl: string): string {
  const { type, at, subscriptionId, order, change, articleId, edition, supersedes } = delivery;
  // What the log of the public does not know, only the door of partners shows.
  const door = change === null ? '/v1/syndication' : '/v1';
  const payload: WebhookPayload = {
    type,
    timestamp: at,
    data: {
      subscription: subscriptionId,
      order,
      ...(REMOVALS.has(type) && { supersedes }),
      change,
      article: { id: articleId, edition },
      links: { article: `${publicUrl}${door}/articles/${articleId}` },
    },
  };
  return JSON.stringify(payload);
}
