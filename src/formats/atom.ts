import type { PublicArticle } from '../domain/article.ts';
import { type Feed, feedId, languageOf, publisherName } from '../domain/feed.ts';
import { feedHtml } from './feed-html.ts';
import { element, type Xml, xmlDocument } from './xml.ts';

/** Atom (RFC 4287) with tombstones (RFC 6721) and archives (RFC 5005). */
export function toAtom(feed: Feed): string {
  const { id, url, publicUrl, siteUrl, publisher, title, updated, articles, removals, links, isArchive } = feed;
  const children = [
    element('id', {}, id),
    element('title', {}, title),
    element('updated', {}, updated ?? BEFORE_EVERYTHING),
    element('author', {}, [element('name', {}, publisher?.name ?? new URL(publicUrl).hostname)]),
    element('link', { rel: 'self', type: 'application/atom+xml', href: url }),
    element('link', { rel: 'alternate', type: 'text/html', href: siteUrl }),
    ...links.map(({ rel, href }) => element('link', { rel, href })),
    ...(isArchive ? [element('fh:archive')] : []),
    ...articles.map((article) => toEntry(article, feed)),
    ...removals.map(({ articleId, at }) => element('at:deleted-entry', { ref: feedId(articleId), when: at })),
  ];
  return xmlDocument(element('feed', { ...NAMESPACES, 'xml:lang': languageOf(feed) }, children));
}

/** A feed must have a date even where nothing has happened yet. */
const BEFORE_EVERYTHING = '1970-01-01T00:00:00.000Z';

const NAMESPACES = {
  xmlns: 'http://www.w3.org/2005/Atom',
  'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
};

function toEntry(article: PublicArticle, { publicUrl, publisher }: Feed): Xml {
  const { id, url, title, summary, area, tags, language, publishedAt, updatedAt, image } = article;
  return element('entry', { 'xml:lang': language }, [
    element('id', {}, feedId(id)),
    element('title', {}, title),
    element('updated', {}, updatedAt),
    element('published', {}, publishedAt),
    element('author', {}, [element('name', {}, publisherName(article, publisher))]),
    element('link', { rel: 'alternate', type: 'text/html', href: url }),
    ...(image === null ? [] : [element('link', { rel: 'enclosure', href: image.url, title: image.alt || undefined })]),
    ...tags.map((tag) => element('category', { term: tag, scheme: `${publicUrl}/v1/tags` })),
    ...(area === null
      ? []
      : [element('category', { term: area.slug, scheme: `${publicUrl}/v1/areas`, label: area.name })]),
    ...(summary === null ? [] : [element('summary', {}, summary)]),
    element('content', { type: 'html' }, feedHtml(article)),
  ]);
}
