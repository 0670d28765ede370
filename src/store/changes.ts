import type { ArticlePart, ArticleWish, PublicArticle } from '../domain/article.ts';
import type { Change, FollowedChanges, FollowQuery, PublicState, Touched } from '../domain/change.ts';
import type { Removal } from '../domain/feed.ts';
import type { ArticleFilters } from '../domain/query.ts';
import type { Instant } from '../domain/time.ts';
import type { Audience } from '../domain/visibility.ts';

export interface ChangeStore {
  /** The newest entry of the log of what the public can see. */
  newest(audience: Audience): Promise<Change | undefined>;
  /** Asked with every request, so as cheap as can be. What is read after it is at least as new. */
  state(audience: Audience): Promise<PublicState>;
  /**
   * What lies between two states. Undefined where that cannot be told, and everything may be another: names have changed,
   * there is too much of it, or the second is not the present one any more.
   */
  touched(before: PublicState, now: PublicState): Promise<Touched | undefined>;
  /**
   * What a follower is to be told next: each article by its newest entry. Undefined when they come from another log than
   * this one, as after a backup was restored: they must begin anew.
   */
  follow(query: FollowQuery, audience: Audience): Promise<FollowedChanges | undefined>;
  /**
   * Forgets entries from before an instant that a newer one of the same article has superseded, at most `limit` of them,
   * and says how many. No follower notices.
   */
  compact(before: Instant, limit: number): Promise<number>;
  /** The articles of a piece of the log that match, each at its newest entry, newest entry first. */
  articlesBetween<Part extends ArticlePart>(
    query: ArticleFilters & Stretch,
    audience: Audience,
    wish: ArticleWish<Part>,
  ): Promise<Pick<PublicArticle, Part>[]>;
  /** What was taken down in a piece of the log and is not back, newest first, at most `limit` of it. */
  removalsBetween(stretch: Stretch & { readonly limit: number }, audience: Audience): Promise<Removal[]>;
  /** When anything last changed or went that had been public before; undefined while nothing did. */
  revisedAt(audience: Audience): Promise<Instant | undefined>;
}

/** A piece of the log, by sequence numbers. */
export interface Stretch {
  readonly after: number;
  /** The last that counts. */
  readonly upTo: number;
}
