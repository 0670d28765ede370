import type { AreaRef } from './area.ts';
import type { Edition, Image } from './edition.ts';
import type { OfficialRef } from './official.ts';
import type { PublicQuote } from './quote.ts';
import type { Instant, Precision } from './time.ts';

/** One press release over its whole life, as the newsroom knows it. */
export interface Article {
  readonly id: string;
  readonly url: string;
  /** Given out at the first publication; null until then. */
  readonly slug: string | null;
  readonly createdAt: Instant;
  /** The edition that is being written or waits for its time. */
  readonly open: Edition | null;
  /** The edition that the public reads. */
  readonly live: Edition | null;
}

/** What a public list shows of an article. */
export interface ArticleListing {
  readonly id: string;
  readonly slug: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string | null;
  readonly area: AreaRef | null;
  readonly tags: readonly string[];
  readonly language: string;
  readonly publishedAt: Instant;
  readonly publishedAtPrecision: Precision;
  /** When the edition that the public reads became public. */
  readonly updatedAt: Instant;
  readonly edition: number;
  readonly image: Image | null;
}

/** A public article with everything that belongs to it. */
export interface PublicArticle extends ArticleListing {
  readonly html: string;
  readonly quotes: readonly PublicQuote[];
  readonly officials: readonly OfficialRef[];
}
