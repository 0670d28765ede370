import type { ArticleListing, PublicArticle } from '../domain/article.ts';
import type { PublicState } from '../domain/change.ts';
import type { ArticleQuery, Facets, Slice } from '../domain/query.ts';
import type { Instant } from '../domain/time.ts';
import type { Audience } from '../domain/visibility.ts';

/** Makes of a public article the text in which it is shown. */
export interface Maker {
  /** Another one wherever the same article could be shown otherwise. */
  readonly id: string;
  /** As an entry of a list. */
  listing(article: ArticleListing): string;
  /** With everything that belongs to it. */
  whole(article: PublicArticle): string;
  /** Names a text of its and no other. */
  digest(text: string): string;
}

/** What else has to be known of an article that is shown. */
export type ShownFacts = Pick<PublicArticle, 'id' | 'slug' | 'url' | 'area' | 'officials'>;

/** An article as it is shown, in UTF-8. */
export interface ShownArticle extends ShownFacts {
  readonly text: Uint8Array;
  readonly digest: string;
}

/** One page of a list. */
export interface ShownSlice extends Omit<Slice<never>, 'rows'> {
  /** Its entries in their order, in UTF-8, with commas between. */
  readonly text: Uint8Array;
  /** Of each of them, one behind the other. */
  readonly digests: string;
  /** How things stood with the public when it was read. */
  readonly state: PublicState;
  readonly facets?: Facets;
}

/**
 * Public articles as they are shown, made once and kept until anything in them changes. What is not kept is made for the
 * reader who asks: nobody can tell the two apart but by the time that it takes.
 */
export interface ShownStore {
  /** By id or by public slug. */
  show(idOrSlug: string, audience: Audience, maker: Maker): Promise<ShownArticle | undefined>;
  /** One page of a list, in any order but that of relevance. */
  listShown(query: ArticleQuery, audience: Audience, maker: Maker): Promise<ShownSlice>;
  /**
   * Makes and keeps what is not kept, of so many articles at most, the breakdowns of long lists included; resolves to how
   * many it looked at, or as much as that.
   */
  keepShown(maker: Maker, limit: number): Promise<number>;
  /**
   * Says with which settings, and by which program, articles are shown from now on, in any form that tells them from others; where
   * they were shown with others before, all that is public has changed at this instant.
   */
  showWith(settings: string, at: Instant): Promise<void>;
}
