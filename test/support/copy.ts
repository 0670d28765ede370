import { LISTING } from '../../src/domain/article.ts';
import type { FollowedChanges, Follower, FollowFilters } from '../../src/domain/change.ts';
import type { Instant } from '../../src/domain/time.ts';
import { everyone } from '../../src/domain/visibility.ts';
import type { Store } from '../../src/store/store.ts';

/** Somebody who keeps a copy of what they follow: what they hold, by article, and where they stand. */
export interface Copy {
  readonly filters: FollowFilters;
  readonly held: ReadonlyMap<string, object>;
  readonly follower: Follower | null;
  readonly more: boolean;
}

export function newCopy(filters: FollowFilters = {}): Copy {
  return { filters, held: new Map(), follower: null, more: true };
}

/** Reads once from where the copy stands. @throws Error when it must begin anew */
export async function readOnce(store: Store, copy: Copy, now: Instant, limit = 100): Promise<Copy> {
  const { filters, follower } = copy;
  const followed = await store.changes.follow({ ...filters, follower, limit, wish: LISTING }, everyone(now));
  if (!followed) throw new Error('the copy comes from another log');
  return applied(copy, followed);
}

/** Reads until there is no more. */
export async function caughtUp(store: Store, copy: Copy, now: Instant, limit = 100): Promise<Copy> {
  let current = await readOnce(store, copy, now, limit);
  while (current.more) current = await readOnce(store, current, now, limit);
  return current;
}

/** Whatever is not an upsert deletes; that is all a follower needs to know. */
function applied(copy: Copy, { changes, follower, more }: FollowedChanges): Copy {
  const held = new Map(copy.held);
  for (const change of changes) {
    if (change.kind === 'upsert') held.set(change.articleId, change.article);
    else held.delete(change.articleId);
  }
  return { ...copy, held, follower, more };
}

/** What a copy must hold: what the list of these filters shows. */
export async function shown(store: Store, filters: FollowFilters, now: Instant): Promise<Map<string, object>> {
  const query = { ...filters, sort: 'title', limit: 100, position: null } as const;
  const { rows, next } = await store.articles.list(query, everyone(now));
  if (next) throw new Error('these tests fit on one page');
  return new Map(rows.map((row) => [row.id, row]));
}
