import type { PublicArticle } from './article.ts';
import type { Instant } from './time.ts';

/** Addresses in one part of the map of all articles. */
export const MAX_SITEMAP_URLS = 10_000;
/** Articles in the map of news: what Google takes. */
export const MAX_NEWS = 1_000;
/** How long an article is news: two days. */
export const NEWS_MILLIS = 172_800_000;

/** Where an article is for readers, and since when it reads as it does. */
export interface SitemapEntry {
  readonly url: string;
  readonly updatedAt: Instant;
}

/** What the map of news says of an article. */
export type NewsEntry = Pick<PublicArticle, 'url' | 'title' | 'language' | 'publishedAt' | 'publishedAtPrecision'>;
