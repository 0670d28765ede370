import type { FeedLink } from '../domain/feed.ts';

/** Where a reader of feeds can ask to be told of changes (WebSub); the one place that says whether there is a hub. */
export function hubLinks(_publicUrl: string): FeedLink[] {
  return [];
}
