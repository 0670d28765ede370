import { type PublicArticle, publicationOf } from '../domain/article.ts';
import { type Publisher, publisherAt } from '../domain/publisher.ts';
import type { Attribution, PublicQuote } from '../domain/quote.ts';
import type { Correction } from '../domain/withdrawal.ts';

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
  /** That of the publication until a later edition is public. */
  readonly dateModified: string;
  readonly inLanguage: string;
  readonly keywords?: readonly string[];
  readonly image?: { readonly '@type': 'ImageObject'; readonly url: string; readonly caption?: string };
  readonly contentLocation?: Place;
  readonly correction?: readonly CorrectionComment[];
  readonly hasPart?: readonly Quotation[];
  /** Last, so that a text that is kept without them can be completed. */
  readonly author?: readonly PublishingOrganization[];
  readonly publisher?: PublishingOrganization;
}

export interface PublishingOrganization {
  readonly '@type': 'Organization';
  readonly name: string;
  readonly url: string;
  readonly logo?: { readonly '@type': 'ImageObject'; readonly url: string };
}

export interface Place {
  readonly '@type': 'Place';
  readonly name: string;
  /** ONS GSS code. */
  readonly identifier?: { readonly '@type': 'PropertyValue'; readonly propertyID: 'GSS'; readonly value: string };
}

export interface CorrectionComment {
  readonly '@type': 'CorrectionComment';
  readonly text: string;
  readonly datePublished: string;
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

export function toNewsArticle(
  article: Omit<PublicArticle, 'body' | 'officials'>,
  publisher: Publisher | null,
): NewsArticle {
  const { image, area, areaGss, quotes, corrections } = article;
  const { published, modified } = publicationOf(article);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': article.url,
    url: article.url,
    identifier: `urn:uuid:${article.id}`,
    headline: article.title,
    ...(article.summary !== null && { description: article.summary }),
    datePublished: published,
    dateModified: modified,
    inLanguage: article.language,
    ...(article.tags.length > 0 && { keywords: article.tags }),
    ...(image && { image: { '@type': 'ImageObject', url: image.url, ...(image.alt && { caption: image.alt }) } }),
    ...(area && { contentLocation: toPlace(area.name, areaGss) }),
    ...(corrections.length > 0 && { correction: corrections.map(toCorrection) }),
    ...(quotes.length > 0 && { hasPart: quotes.map(toQuotation) }),
    ...toOrigin(publisherAt(article.url, publisher)),
  };
}

/** Who wrote a release and published it: a public body does both. Empty where nobody is named. */
export function toOrigin(publisher: Publisher | null): Pick<NewsArticle, 'author' | 'publisher'> {
  if (!publisher) return {};
  const { name, url, logo } = publisher;
  const organization: PublishingOrganization = { '@type': 'Organization', name, url };
  return {
    author: [organization],
    publisher: { ...organization, ...(logo !== null && { logo: { '@type': 'ImageObject', url: logo } }) },
  };
}

function toPlace(name: string, gss: string | null): Place {
  return {
    '@type': 'Place',
    name,
    ...(gss !== null && { identifier: { '@type': 'PropertyValue', propertyID: 'GSS', value: gss } }),
  };
}

function toCorrection({ at, note }: Correction): CorrectionComment {
  return { '@type': 'CorrectionComment', text: note, datePublished: at };
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
