import type { ArticlePart, ArticleWish, PublicArticle } from './article.ts';
import type { EmbargoTerms } from './embargo.ts';
import type { ArticleFilters } from './query.ts';
import type { Instant } from './time.ts';
import type { PublicWithdrawalKind } from './withdrawal.ts';

/** What can happen to an article in the eyes of the public. */
export const CHANGE_KINDS = ['upsert', 'withdraw', 'vanish'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One entry of the log of what the public can see. */
export interface Change {
  /** Ever growing; given out when the change becomes visible. */
  readonly sequence: number;
  readonly articleId: string;
  readonly kind: ChangeKind;
  readonly edition: number;
  readonly at: Instant;
}

/** A place in the log, and what tells this log from another one that began alike. Nothing stands at 0. */
export interface LogPosition {
  readonly sequence: number;
  readonly mark: string;
}

/** Where somebody stands who follows the log from the state that they once read. */
export interface Follower {
  readonly position: LogPosition;
  /** Where the log ended when they began: what was taken down up to there they never had. */
  readonly floor: number;
  /** For partners: where they stand in the log of their own. */
  readonly own?: OwnPlace;
}

export interface OwnPlace {
  readonly sequence: number;
  /** What tells the areas that the partner got then from those that it gets now. */
  readonly areas: string;
}

/** What a follower is told of an article, once, however often it changed since they last asked. */
export type FollowedChange =
  | (Change & { readonly kind: 'upsert'; readonly article: PublicArticle })
  | (Change & { readonly kind: 'withdraw'; readonly withdrawal: PublicWithdrawalKind })
  | (Change & { readonly kind: 'vanish' })
  /** For partners: it may be read before its lift. */
  | ({ readonly kind: 'embargo'; readonly articleId: string; readonly at: Instant } & EmbargoTerms)
  /** It may have been what they follow and is no more; whether it was, nobody keeps. */
  | { readonly kind: 'access-lost'; readonly articleId: string };

/** The filters that an article can come under and leave, all of which must hold together. */
export type FollowFilters = Pick<
  ArticleFilters,
  'area' | 'areaScope' | 'official' | 'organisation' | 'tag' | 'language'
>;

/** What a follower asks for. */
export interface FollowQuery extends FollowFilters {
  /** Null begins with the present state. */
  readonly follower: Follower | null;
  /** Entries, 1 to MAX_LIMIT. */
  readonly limit: number;
  /** What articles come with. */
  readonly wish: ArticleWish<ArticlePart>;
}

/** Some entries of the log, oldest first. */
export interface FollowedChanges {
  readonly changes: readonly FollowedChange[];
  /** Where the follower stands behind them. */
  readonly follower: Follower;
  /** Whether there is more to be told now. There may be even where nothing was: one answer looks at so many entries only. */
  readonly more: boolean;
}

/** What the public sees at an instant, as something that is cheap to compare. */
export interface PublicState {
  /** Another one after every change of what the public can see, whichever process made it. */
  readonly version: number;
  /** The instant of the last such change; null before the first. It never stands still while the version moves. */
  readonly changedAt: Instant | null;
  /** The newest entry of the log; 0 where there is none. */
  readonly sequence: number;
  /** Another one after every change that may show in articles which have no entry in the log for it. */
  readonly names: number;
}

/** What changes from one state of the public to another can have touched, of what is shown of articles. */
export interface Touched {
  /** Ids: what was shown of any other article alone is the same as before. */
  readonly articles: ReadonlySet<string>;
  /**
   * Slugs of areas: lists of what is in any other one, or below it, are the same as before. Null where every list may be
   * another one.
   */
  readonly areas: ReadonlySet<string> | null;
}
