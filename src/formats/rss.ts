import type { PublicArticle } from '../domain/article.ts';
import { type Feed, feedId, languageOf, publisherName } from '../domain/feed.ts';
import { dayOf, type Instant, millisOf } from '../domain/time.ts';
import { feedHtml } from './feed-html.ts';
import { escapeHtmlText } from './html.ts';
import { element, type Xml, xmlDocument } from './xml.ts';

/** RSS 2.0. It knows no deletion: what was taken down is simply not there. */
export function toRss(feed: Feed): string {
  const { url, siteUrl, title, updated, articles, links } = feed;
  const language = languageOf(feed);
  const channel = [
    element('title', {}, title),
    element('link', {}, siteUrl),
    element('description', {}, title),
    ...(language === undefined ? [] : [element('language', {}, language)]),
    ...(updated === null ? [] : [element('lastBuildDate', {}, rfc822Date(updated))]),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: url }),
    ...links.map(({ rel, href }) => element('atom:link', { rel, href })),
    ...articles.map((article) => toItem(article, feed)),
  ];
  return xmlDocument(element('rss', { version: '2.0', ...NAMESPACES }, [element('channel', {}, channel)]));
}

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': 'http://search.yahoo.com/mrss/',
};

function toItem(article: PublicArticle, { publisher }: Feed): Xml {
  const { id, url, title, summary, tags, language, publishedAt, publishedAtPrecision, updatedAt, image } = article;
  return element('item', {}, [
    element('title', {}, title),
    element('link', {}, url),
    element('guid', { isPermaLink: 'false' }, feedId(id)),
    element('pubDate', {}, publishedAtPrecision === 'day' ? rfc822Day(publishedAt) : rfc822Date(publishedAt)),
    element('atom:updated', {}, updatedAt),
    // Readers take it for HTML, other than the title.
    ...(summary === null ? [] : [element('description', {}, escapeHtmlText(summary))]),
    element('dc:creator', {}, publisherName(article, publisher)),
    element('dc:language', {}, language),
    ...tags.map((tag) => element('category', {}, tag)),
    element('content:encoded', {}, feedHtml(article)),
    // Behind the text: readers take the first of everything that is called a description or a content.
    ...(image === null ? [] : [toMedia(image)]),
  ]);
}

function toMedia({ url, alt }: NonNullable<PublicArticle['image']>): Xml {
  const described = alt ? [element('media:description', { type: 'plain' }, alt)] : [];
  return element('media:content', { url, medium: 'image' }, described);
}

/** A day in London by its own date: readers that look no further than that must not find the day before. */
function rfc822Day(at: Instant): string {
  const day = new Date(`${dayOf(at)}T00:00:00.000Z`);
  const isSummer = day.getTime() - millisOf(at) === HOUR_MILLIS;
  return isSummer ? day.toUTCString().replace('GMT', '+0100') : rfc822Date(at);
}

const HOUR_MILLIS = 3_600_000;

/** RFC 822 with a year of four digits. */
function rfc822Date(at: Instant): string {
  return new Date(at).toUTCString();
}
