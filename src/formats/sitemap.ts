import { publisherName } from '../domain/feed.ts';
import type { Publisher } from '../domain/publisher.ts';
import type { NewsEntry, SitemapEntry } from '../domain/sitemap.ts';
import { dayOf } from '../domain/time.ts';
import { element, type Xml, xmlDocument } from './xml.ts';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const NEWS_NAMESPACE = 'http://www.google.com/schemas/sitemap-news/0.9';

/** The parts of a map, by their addresses. */
export function toSitemapIndex(parts: readonly string[]): string {
  const children = parts.map((address) => element('sitemap', {}, [element('loc', {}, address)]));
  return xmlDocument(element('sitemapindex', { xmlns: NAMESPACE }, children));
}

/** The pages of articles for readers. */
export function toSitemap(entries: readonly SitemapEntry[]): string {
  const children = entries.map(({ url, updatedAt }) => toUrl(url, element('lastmod', {}, updatedAt)));
  return xmlDocument(element('urlset', { xmlns: NAMESPACE }, children));
}

/** The same for what is news, as Google News reads it. */
export function toNewsSitemap(entries: readonly NewsEntry[], publisher: Publisher | null): string {
  const children = entries.map((entry) => toUrl(entry.url, toNews(entry, publisher)));
  return xmlDocument(element('urlset', { xmlns: NAMESPACE, 'xmlns:news': NEWS_NAMESPACE }, children));
}

function toUrl(address: string, more: Xml): Xml {
  return element('url', {}, [element('loc', {}, address), more]);
}

function toNews(entry: NewsEntry, publisher: Publisher | null): Xml {
  const { publishedAt, publishedAtPrecision } = entry;
  return element('news:news', {}, [
    element('news:publication', {}, [
      element('news:name', {}, publisherName(entry, publisher)),
      element('news:language', {}, primaryLanguage(entry.language)),
    ]),
    element('news:publication_date', {}, publishedAtPrecision === 'day' ? dayOf(publishedAt) : publishedAt),
    element('news:title', {}, entry.title),
  ]);
}

/** ISO 639: what Google takes of a BCP 47 tag. */
function primaryLanguage(language: string): string {
  return language.split('-', 1)[0] ?? language;
}
