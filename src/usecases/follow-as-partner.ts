import type { FollowedChanges, FollowQuery } from '../domain/change.ts';
import { Problem } from '../domain/problem.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';
import { followChanges, strangeCursor } from './follow-changes.ts';

/**
 * What a partner is told next: first what became of embargoes for it, then what changed in its areas. That it asks for what
 * comes behind a place says that it has everything up to there, unless filters of its own have hidden some of it.
 * @param markOf a mark that tells some areas, by id, from others
 * @throws Problem `resync_required` for a follower of another log, or of other areas
 */
export async function followAsPartner(
  deps: Deps,
  query: FollowQuery,
  audience: Audience,
  markOf: (areaIds: readonly string[] | null) => string,
): Promise<FollowedChanges> {
  const { follower } = query;
  const areas = markOf(await deps.store.syndication.areas(audience));
  if (follower && follower.own?.areas !== areas) {
    throw new Problem('resync_required', 'The areas that you get have changed since.');
  }
  const news = await deps.store.syndication.news(follower?.own?.sequence ?? null, audience);
  if (!news) throw strangeCursor();
  const followed = await followChanges(deps, query, audience);
  if (follower && audience.partner && !isNarrowed(query)) {
    const { sequence: upTo } = follower.position;
    const { id: partnerId } = audience.partner;
    const ownUpTo = follower.own?.sequence ?? null;
    await deps.store.receipts.acknowledge({ partnerId, at: audience.at, through: 'cursor', upTo, ownUpTo });
  }
  return {
    ...followed,
    changes: [...news.changes, ...followed.changes],
    more: news.more || followed.more,
    follower: { ...followed.follower, own: { sequence: news.sequence, areas } },
  };
}

function isNarrowed({ area, official, organisation, tag, language }: FollowQuery): boolean {
  return [area, official, organisation, tag, language].some((filter) => filter !== undefined);
}
