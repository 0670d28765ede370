import type { PublicArticle } from '../domain/article.ts';
import type { Attribution, PublicQuote } from '../domain/quote.ts';
import { dayOf } from '../domain/time.ts';

/** A schema.org NewsArticle as JSON-LD; what the release does not say is left out. */
export interface NewsArticle {
  readonly '@context': 'https://schema.org';
  readonly '@type': 'NewsArticle';
  /** Canonical address. */
  readonly '@id': string;
  readonly url: string;
  readonly identifier: string;
  readonly headline: string;
  readonly description?: string;
  /** A day where the release names no time. */
  readonly datePublished: string;
  readonly dateModified: string;
  readonly inLanguage: string;
  readonly keywords?: readonly string[];
  readonly image?: { readonly '@type': 'ImageObject'; readonly url: string; readonly caption?: string };
  readonly contentLocation?: { readonly '@type': 'Place'; readonly name: string };
  readonly hasPart?: readonly Quotation[];
}

export interface Quotation {
  readonly '@type': 'Quotation';
  readonly text: string;
  readonly spokenByCharacter?: Person | Organization;
}

export interface Person {
  readonly '@type': 'Person';
  readonly name: string;
  readonly honorificPrefix?: string;
  readonly jobTitle?: string;
  readonly worksFor?: Organization;
}

export interface Organization {
  readonly '@type': 'Organization';
  readonly name: string;
}

export function toNewsArticle(article: PublicArticle): NewsArticle {
  const { image, area, quotes } = article;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': article.url,
    url: article.url,
    identifier: `urn:uuid:${article.id}`,
    headline: article.title,
    ...(article.summary !== null && { description: article.summary }),
    datePublished: article.publishedAtPrecision === 'day' ? dayOf(article.publishedAt) : article.publishedAt,
    dateModified: article.updatedAt,
    inLanguage: article.language,
    ...(article.tags.length > 0 && { keywords: article.tags }),
    ...(image && { image: { '@type': 'ImageObject', url: image.url, ...(image.alt && { caption: image.alt }) } }),
    ...(area && { contentLocation: { '@type': 'Place', name: area.name } }),
    ...(quotes.length > 0 && { hasPart: quotes.map(toQuotation) }),
  };
}

function toQuotation({ text, attribution }: PublicQuote): Quotation {
  const speaker = toSpeaker(attribution);
  return { '@type': 'Quotation', text, ...(speaker && { spokenByCharacter: speaker }) };
}

/** A named person with what they were that day, else the organisation that speaks, else nobody. */
function toSpeaker({ name, rank, role, organisation }: Attribution): Person | Organization | undefined {
  const speaksFor = organisation === null ? undefined : ({ '@type': 'Organization', name: organisation } as const);
  if (name === null) return speaksFor;
  return {
    '@type': 'Person',
    name,
    ...(rank !== null && { honorificPrefix: rank }),
    ...(role !== null && { jobTitle: role }),
    ...(speaksFor && { worksFor: speaksFor }),
  };
}
