import type { PublicArticle } from '../domain/article.ts';
import { type Feed, feedId } from '../domain/feed.ts';
import type { PublicQuote } from '../domain/quote.ts';
import { correctionLead } from './correction-note.ts';

/** News in JSON of the IPTC, as far as its versions 3.1 to 3.3 agree. */
export interface NinjsItem {
  readonly uri: string;
  readonly type?: 'text' | 'composite' | 'component';
  readonly standard?: { readonly name: string; readonly version: string; readonly schema: string };
  readonly representationType?: 'full';
  readonly version?: string;
  readonly firstCreated?: string;
  readonly versionCreated?: string;
  readonly contentCreated?: string;
  readonly pubStatus?: 'usable' | 'canceled';
  readonly edNote?: string;
  readonly language?: string;
  readonly headlines?: readonly NinjsText[];
  readonly descriptions?: readonly NinjsText[];
  readonly bodies?: readonly NinjsText[];
  readonly people?: readonly NinjsNamed[];
  readonly organisations?: readonly NinjsNamed[];
  readonly places?: readonly NinjsNamed[];
  readonly subjects?: readonly NinjsNamed[];
  readonly renditions?: readonly { readonly name: string; readonly href: string; readonly title?: string }[];
  readonly altIds?: readonly { readonly role: string; readonly value: string }[];
  readonly associations?: readonly NinjsAssociation[];
}

export type NinjsAssociation = NinjsItem & { readonly name: string; readonly rel?: string };

interface NinjsText {
  readonly role?: string;
  readonly contentType: string;
  readonly value: string;
  readonly charCount?: number;
  readonly wordCount?: number;
}

interface NinjsNamed {
  readonly name: string;
  readonly rel?: string;
  readonly uri?: string;
}

/**
 * The feed is a composite item with the releases as its parts, since ninjs has no word for a list. What was taken down is
 * a canceled item of which nothing is told but when.
 */
export function toNinjs({ url, publicUrl, title, updated, articles, removals }: Feed): NinjsItem {
  return {
    uri: url,
    type: 'composite',
    standard: STANDARD,
    ...(updated !== null && { versionCreated: updated }),
    pubStatus: 'usable',
    headlines: [{ role: 'main', contentType: 'text/plain', value: title }],
    associations: [
      ...articles.map((article, at) => ({ name: `release${at + 1}`, ...toItem(article, publicUrl) })),
      ...removals.map(({ articleId, at: versionCreated }, at) => ({
        name: `canceled${at + 1}`,
        uri: feedId(articleId),
        versionCreated,
        pubStatus: 'canceled' as const,
      })),
    ],
  };
}

const STANDARD = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
};

function toItem(article: PublicArticle, publicUrl: string): NinjsItem {
  const { summary, area, tags, image, quotes, officials, corrections } = article;
  const organisations = new Map(quotes.flatMap(({ organisation: of }) => (of ? [[of.slug, of]] : [])));
  return {
    uri: feedId(article.id),
    type: 'text',
    standard: STANDARD,
    representationType: 'full',
    version: String(article.edition),
    firstCreated: article.publishedAt,
    versionCreated: article.updatedAt,
    contentCreated: article.publishedAt,
    pubStatus: 'usable',
    ...(corrections.length > 0 && {
      edNote: corrections.map((each) => `${correctionLead(article.language, each)} ${each.note}`).join('\n'),
    }),
    language: article.language,
    headlines: [{ role: 'main', contentType: 'text/plain', value: article.title }],
    ...(summary !== null && { descriptions: [{ role: 'summary', contentType: 'text/plain', value: summary }] }),
    bodies: bodiesOf(article),
    people: officials.map(({ slug, name }) => ({ name, rel: 'quoted', uri: `${publicUrl}/v1/officials/${slug}` })),
    organisations: [...organisations.values()].map(({ slug, name }) => ({
      name,
      rel: 'quoted',
      uri: `${publicUrl}/v1/organisations/${slug}`,
    })),
    ...(area !== null && { places: [{ name: area.name, rel: 'location', uri: `${publicUrl}/v1/areas/${area.slug}` }] }),
    subjects: tags.map((name) => ({ name, rel: 'keyword' })),
    ...(image !== null && { renditions: [{ name: 'main', href: image.url, ...(image.alt && { title: image.alt }) }] }),
    altIds: [{ role: 'canonical', value: article.url }],
    associations: quotes.map((quote) => toQuotation(quote, publicUrl)),
  };
}

function bodiesOf({ body: { html, text } }: PublicArticle): NinjsText[] {
  const counts = text === undefined ? {} : { charCount: text.length, wordCount: text.match(/\S+/g)?.length ?? 0 };
  return [
    ...(html === undefined ? [] : [{ role: 'main', contentType: 'text/html', value: html, ...counts }]),
    ...(text === undefined ? [] : [{ role: 'plain', contentType: 'text/plain', value: text, ...counts }]),
  ];
}

/** A statement is a part of the release, with who says it. */
function toQuotation({ id, position, text, official, attribution }: PublicQuote, publicUrl: string): NinjsAssociation {
  const { name, organisation, asWritten } = attribution;
  const uri = official && `${publicUrl}/v1/officials/${official.slug}`;
  return {
    name: `quote${position}`,
    uri: `urn:uuid:${id}`,
    type: 'component',
    rel: 'quote',
    bodies: [{ role: 'main', contentType: 'text/plain', value: text }],
    descriptions: [{ role: 'attribution', contentType: 'text/plain', value: asWritten }],
    ...(name !== null && { people: [{ name, rel: 'speaker', ...(uri && { uri }) }] }),
    ...(organisation !== null && { organisations: [{ name: organisation, rel: 'speaker' }] }),
  };
}
