import type { ArticleListing } from '../domain/article.ts';
import type { EmbargoedArticle, EmbargoedListing, EmbargoNews, OpenedThrough, Opening } from '../domain/embargo.ts';
import type { ArticleFilters, PageQuery, Slice } from '../domain/query.ts';
import type { Audience } from '../domain/visibility.ts';

/**
 * What partners read: what is public in their areas, and what is under an embargo for them. An audience that is no
 * partner's finds nothing here.
 */
export interface SyndicationStore {
  /** Ids of the areas of the partner's filter, in order, whatever they are called; null for everywhere. */
  areas(audience: Audience): Promise<readonly string[] | null>;
  /** Whether a public article, by its id, lies in what the partner gets. */
  gets(articleId: string, audience: Audience): Promise<boolean>;
  /** Those that the partner gets and that match, newest first. */
  list(query: SyndicationQuery, audience: Audience): Promise<Slice<ArticleListing>>;
  /**
   * Those that are chosen of what is under an embargo for the partner, the last to be lifted first. That they were shown
   * is kept in the same transaction, once for each key and text, or nothing is shown.
   * @param choose synchronous and pure
   */
  embargoed(
    audience: Audience,
    by: Opener,
    choose: (listings: readonly EmbargoedListing[]) => readonly EmbargoedListing[],
  ): Promise<readonly EmbargoedListing[]>;
  /**
   * What became of embargoes for the partner behind a place in its own log, each article by its newest entry; null for all
   * that it may read now. Of what the public has seen there is nothing here. Undefined for a place of a log that is lost, as
   * after a backup was restored.
   */
  news(after: number | null, audience: Audience): Promise<EmbargoNews | undefined>;
  /**
   * Grows whenever something of an embargo changes for any partner. It tells that there is something, so nobody may be
   * told it.
   */
  newsVersion(): Promise<number>;
  /** One of them, by id; each time that it is shown is kept in the same transaction. */
  open(id: string, audience: Audience, by: Opener): Promise<EmbargoedArticle | undefined>;
  /** Who was shown an article while it was under an embargo, newest first; for those of the newsroom who may see it. */
  openings(articleId: string, page: PageQuery, audience: Audience): Promise<Slice<Opening>>;
}

export type SyndicationQuery = PageQuery & Omit<ArticleFilters, 'search'>;

/** With which key something was opened. */
export interface Opener {
  readonly keyId: string;
  readonly keyName: string;
  readonly through: OpenedThrough;
}
