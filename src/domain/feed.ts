import type { PublicArticle } from './article.ts';
import { type Publisher, publisherAt } from './publisher.ts';
import type { Instant } from './time.ts';

/** Log positions that one archive of a feed holds. An archive is full before it is shown, and nothing is ever added. */
export const ARCHIVE_POSITIONS = 100;
/** Tombstones that a feed carries at most; older ones are in its archives. */
export const MAX_REMOVALS = 1_000;

/** An article that was taken down: nothing but its id and the instant. */
export interface Removal {
  readonly articleId: string;
  readonly at: Instant;
}

/** Releases as a feed tells them, before it has a format. Its articles come with their bodies as HTML and text. */
export interface Feed {
  /** What names it, however much of it a document holds, and whichever part of its past. */
  readonly id: string;
  /** The address of this document. */
  readonly url: string;
  /** The address of the server. */
  readonly publicUrl: string;
  /** Where people begin to read what it tells of. */
  readonly siteUrl: string;
  /** Who stands behind all releases; null where the operator has named nobody. */
  readonly publisher: Publisher | null;
  readonly title: string;
  /** The last change, removals included; null where there never was one. */
  readonly updated: Instant | null;
  readonly articles: readonly PublicArticle[];
  /** Newest first. */
  readonly removals: readonly Removal[];
  readonly links: readonly FeedLink[];
  /** Whether it is a piece of the past, to which nothing is added any more. */
  readonly isArchive: boolean;
}

export interface FeedLink {
  readonly rel: 'hub' | 'next' | 'current' | 'prev-archive' | 'next-archive';
  readonly href: string;
}

/** The language of all articles of a feed; undefined where they have several, or there are none. */
export function languageOf({ articles }: Pick<Feed, 'articles'>): string | undefined {
  const [language, ...others] = new Set(articles.map((article) => article.language));
  return others.length === 0 ? language : undefined;
}

/** What names an article in every feed, for ever: neither its slug nor its title is in it. */
export function feedId(articleId: string): string {
  return `urn:uuid:${articleId}`;
}

/** What whoever publishes an article is called: by the operator, or else by its canonical address. */
export function publisherName({ url }: Pick<PublicArticle, 'url'>, publisher: Publisher | null): string {
  return publisherAt(url, publisher)?.name ?? new URL(url).hostname.replace(/^www\./, '');
}
