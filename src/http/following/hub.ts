import type { FeedLink } from '../../domain/feed.ts';
import { hubAddress } from '../../usecases/hub.ts';

/** Where a reader of feeds can ask to be told of changes (WebSub). */
export function hubLinks(publicUrl: string): FeedLink[] {
  return [{ rel: 'hub', href: hubAddress(publicUrl) }];
}
