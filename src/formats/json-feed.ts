import type { PublicArticle } from '../domain/article.ts';
import { type Feed, feedId, languageOf, publisherName } from '../domain/feed.ts';
import { publisherAt } from '../domain/publisher.ts';
import type { Attribution, PublicQuote } from '../domain/quote.ts';
import type { Correction } from '../domain/withdrawal.ts';
import { feedHtml } from './feed-html.ts';

/** A JSON Feed 1.1; what it has no word for is under `_dateline`. */
export interface JsonFeed {
  readonly version: 'https://jsonfeed.org/version/1.1';
  readonly title: string;
  readonly home_page_url: string;
  readonly feed_url: string;
  readonly language?: string;
  readonly next_url?: string;
  readonly hubs?: readonly { readonly type: 'WebSub'; readonly url: string }[];
  readonly items: readonly JsonFeedItem[];
}

export interface JsonFeedItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary?: string;
  readonly content_html: string;
  readonly content_text?: string;
  readonly image?: string;
  readonly date_published: string;
  readonly date_modified: string;
  readonly authors: readonly { readonly name: string; readonly url?: string }[];
  readonly tags?: readonly string[];
  readonly language: string;
  readonly _dateline: {
    readonly about: string;
    readonly edition: number;
    readonly imageAlt: string | null;
    readonly quotes: readonly (Attribution & Pick<PublicQuote, 'text'>)[];
    readonly corrections: readonly Correction[];
  };
}

export function toJsonFeed(feed: Feed): JsonFeed {
  const { url, siteUrl, title, articles, links } = feed;
  const language = languageOf(feed);
  const next = links.find(({ rel }) => rel === 'next');
  const hubs = links.filter(({ rel }) => rel === 'hub').map(({ href }) => ({ type: 'WebSub' as const, url: href }));
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: siteUrl,
    feed_url: url,
    ...(language !== undefined && { language }),
    ...(next && { next_url: next.href }),
    ...(hubs.length > 0 && { hubs }),
    items: articles.map((article) => toItem(article, feed)),
  };
}

function toItem(article: PublicArticle, { publicUrl, publisher }: Feed): JsonFeedItem {
  const { summary, body, image, tags, quotes, corrections } = article;
  const own = publisherAt(article.url, publisher);
  return {
    id: feedId(article.id),
    url: article.url,
    title: article.title,
    ...(summary !== null && { summary }),
    content_html: feedHtml(article),
    ...(body.text !== undefined && { content_text: body.text }),
    ...(image !== null && { image: image.url }),
    date_published: article.publishedAt,
    date_modified: article.updatedAt,
    authors: [{ name: publisherName(article, publisher), ...(own && { url: own.url }) }],
    ...(tags.length > 0 && { tags }),
    language: article.language,
    _dateline: {
      about: `${publicUrl}/docs`,
      edition: article.edition,
      imageAlt: image?.alt ?? null,
      quotes: quotes.map(({ text, attribution: { name, rank, role, organisation, asWritten } }) => ({
        text,
        name,
        rank,
        role,
        organisation,
        asWritten,
      })),
      corrections: corrections.map(({ at, edition, note }) => ({ at, edition, note })),
    },
  };
}
