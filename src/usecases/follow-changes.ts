import type { FollowedChanges, FollowQuery } from '../domain/change.ts';
import { Problem } from '../domain/problem.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

/** @throws Problem `resync_required` for a follower of a log that is not this one */
export async function followChanges({ store }: Deps, query: FollowQuery, audience: Audience): Promise<FollowedChanges> {
  const followed = await store.changes.follow(query, audience);
  if (followed) return followed;
  throw strangeCursor();
}

export function strangeCursor(): Problem {
  return new Problem('resync_required', 'The cursor comes from a history that this server does not have.');
}
