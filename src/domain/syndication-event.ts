import type { Instant } from './time.ts';

/**
 * What is told to those who syndicate. `refreshed` is said of an article whose edition stays and which shows something else
 * otherwise: an area, an official, an organisation, a tag. `access_lost` is said of an article that has left what a
 * subscription asks for, or that a partner might read before its lift and may not any more; `embargoed`, of one that it may
 * read so. Nobody else hears those.
 */
export const SYNDICATION_EVENTS = [
  'article.published',
  'article.updated',
  'article.corrected',
  'article.amended',
  'article.refreshed',
  'article.reinstated',
  'article.withdrawn',
  'article.vanished',
  'article.access_lost',
  'article.embargoed',
] as const;
export type SyndicationEventType = (typeof SYNDICATION_EVENTS)[number];

/** One change that subscriptions may want, as the outbox keeps it: no word of what the article says. */
export interface SyndicationEvent {
  /** Place in the outbox. It counts more than what is public, and never leaves the house. */
  readonly sequence: number;
  readonly type: SyndicationEventType;
  readonly articleId: string;
  /** The public one; null for what the public has not seen. */
  readonly edition: number | null;
  /** Number of its entry in the public log of changes; null for what is not there. */
  readonly change: number | null;
  /** For one partner alone, with the number of its entry in that partner's own log; null for everybody. */
  readonly own: { readonly partnerId: string; readonly number: number } | null;
  readonly at: Instant;
  /** Keys of the area that it lies in, and of all that this lies in. */
  readonly areaKeys: readonly string[];
  /** The same of the edition before, where that lay elsewhere. */
  readonly formerAreaKeys: readonly string[];
}

/** Somebody who is told, and what they want to hear of. */
export interface Listener {
  readonly partnerId: string;
  /** All of them must let an event through. */
  readonly filters: readonly EventFilter[];
}

/** An empty list wants all. */
export interface EventFilter {
  readonly areaKeys: readonly string[];
  readonly events: readonly SyndicationEventType[];
}

/**
 * As what an event is told to somebody; undefined when it is not. What is for another partner is nothing to them. A filter
 * never hides that an article was taken down: whoever holds it must learn of it, however they came by it.
 */
export function toldAs(event: SyndicationEvent, { partnerId, filters }: Listener): SyndicationEventType | undefined {
  if (event.own !== null && event.own.partnerId !== partnerId) return undefined;
  if (REMOVALS.has(event.type)) return event.type;
  const lets = (keys: readonly string[]) => filters.every(({ areaKeys }) => isIn(areaKeys, keys));
  if (!lets(event.areaKeys)) {
    return event.formerAreaKeys.length > 0 && lets(event.formerAreaKeys) ? 'article.access_lost' : undefined;
  }
  return filters.every(({ events }) => events.length === 0 || events.includes(event.type)) ? event.type : undefined;
}

/** Those that no filter hides. */
export const REMOVALS: ReadonlySet<SyndicationEventType> = new Set([
  'article.withdrawn',
  'article.vanished',
  'article.access_lost',
]);

function isIn(wanted: readonly string[], areaKeys: readonly string[]): boolean {
  return wanted.length === 0 || areaKeys.some((key) => wanted.includes(key));
}
