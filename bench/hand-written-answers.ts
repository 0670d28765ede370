import { handWrittenCursor } from './hand-written-cursor.ts';
import { PAGE_ROWS } from './questions.ts';
import type { RawArticle, RawFacets, RawRow } from './raw-statements.ts';

/** The bodies that Dateline answers with, made as somebody would who writes for these rows alone. */
export function listBody(rows: readonly RawRow[], facets?: RawFacets): string {
  const data = rows.slice(0, PAGE_ROWS).map(toItem);
  const last = rows[PAGE_ROWS - 1];
  const next =
    rows.length > PAGE_ROWS && last
      ? handWrittenCursor({ publishedAt: String(last['published_at']), id: last.id })
      : null;
  const page = { limit: PAGE_ROWS, next, prev: null };
  if (!facets) return JSON.stringify({ data, page });
  const { areas, tags, years } = facets;
  return JSON.stringify({ data, page, facets: { isComplete: true, area: areas, tag: tags, year: years } });
}

function toItem(row: RawRow) {
  return {
    id: row.id,
    slug: row['slug'],
    url: row['url'],
    title: row['title'],
    summary: row['summary'],
    area: row['area_slug'] === null ? null : { slug: row['area_slug'], name: row['area_name'], path: row['area_path'] },
    tags: parse(row['tags']),
    language: row['language'],
    publishedAt: row['published_at'],
    publishedAtPrecision: row['published_at_precision'],
    updatedAt: row['updated_at'],
    edition: row['edition'],
    image: parse(row['image']),
  };
}

/** The made releases have no pictures, corrections or GSS codes, so nothing is asked about them. */
export function articleBody({ article, quotes }: RawArticle, publicUrl: string): string | undefined {
  if (!article) return undefined;
  const item = toItem(article);
  // Days begin at 23:00 or at 00:00 in UTC.
  const day = new Date(Date.parse(String(item.publishedAt)) + 3_600_000).toISOString().slice(0, 10);
  return JSON.stringify({
    ...item,
    body: { html: article['html'] },
    quotes: quotes.map(toQuote),
    officials: [
      ...new Map(
        quotes
          .filter((quote) => quote['official_slug'] !== null)
          .map((quote) => [quote['official_slug'], { slug: quote['official_slug'], name: quote['official_name'] }]),
      ).values(),
    ],
    corrections: [],
    openGraph: {
      'og:type': 'article',
      'og:title': item.title,
      'og:description': item.summary,
      'og:url': item.url,
      'og:locale': String(item.language).replace('-', '_'),
      'article:published_time': day,
      'article:modified_time': item.updatedAt,
      'article:section': article['area_name'],
      'article:tag': item.tags,
    },
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': item.url,
      url: item.url,
      identifier: `urn:uuid:${item.id}`,
      headline: item.title,
      description: item.summary,
      datePublished: day,
      dateModified: item.updatedAt,
      inLanguage: item.language,
      keywords: item.tags,
      contentLocation: { '@type': 'Place', name: article['area_name'] },
      hasPart: quotes.map(toQuotation),
    },
    links: { self: `${publicUrl}/v1/articles/${item.slug}`, canonical: item.url },
  });
}

function toQuote(row: RawRow) {
  return {
    id: row.id,
    position: row['position'],
    text: row['text'],
    paragraphs: parse(row['paragraphs']),
    official: row['official_slug'] === null ? null : { slug: row['official_slug'], name: row['official_name'] },
    organisation:
      row['organisation_slug'] === null ? null : { slug: row['organisation_slug'], name: row['organisation_name'] },
    attribution: {
      name: row['name'],
      rank: row['rank'],
      role: row['role'],
      organisation: row['organisation'],
      asWritten: row['as_written'],
    },
  };
}

function toQuotation(row: RawRow) {
  const worksFor = row['organisation'] === null ? undefined : { '@type': 'Organization', name: row['organisation'] };
  const person = {
    '@type': 'Person',
    name: row['name'],
    ...(row['rank'] !== null && { honorificPrefix: row['rank'] }),
    ...(row['role'] !== null && { jobTitle: row['role'] }),
    ...(worksFor && { worksFor }),
  };
  const speaker = row['name'] === null ? worksFor : person;
  return { '@type': 'Quotation', text: row['text'], ...(speaker && { spokenByCharacter: speaker }) };
}

function parse(json: unknown): unknown {
  return typeof json === 'string' ? JSON.parse(json) : null;
}
