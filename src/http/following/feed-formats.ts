import type { Link } from '../answer/link.ts';

/** Every format of feed, with its media type. */
export const FEED_MEDIA_TYPES = {
  'rss.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
  'ninjs.json': 'application/json',
} as const;

export type FeedName = keyof typeof FEED_MEDIA_TYPES;
export type FeedMediaType = (typeof FEED_MEDIA_TYPES)[FeedName];

/** Those that a reader of feeds can find by a link. */
const DISCOVERED = ['atom.xml', 'rss.xml', 'feed.json'] as const satisfies readonly FeedName[];

/** The feeds of the same releases as a list with these filters, as `Link rel="alternate"`. */
export function feedAlternates(publicUrl: string, filters: URLSearchParams = new URLSearchParams()): Link[] {
  const query = filters.size > 0 ? `?${filters}` : '';
  return DISCOVERED.map((name) => ({
    rel: 'alternate',
    type: FEED_MEDIA_TYPES[name],
    href: `${publicUrl}/v1/feeds/${name}${query}`,
  }));
}
