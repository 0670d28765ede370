import type { Content, Json } from './edition.ts';
import type { Image } from './image.ts';
import type { Attribution } from './quote.ts';
import type { Instant, Precision } from './time.ts';

/** Statements of one release, and paragraphs of one of them. */
export const MAX_GIVEN_QUOTES = 100;
export const MAX_QUOTE_PARAGRAPHS = 100;
/** Characters of who said it: a name, a rank, a role, an organisation, or the words of the release. */
export const MAX_ATTRIBUTION_LENGTH = 600;

/** A quote that a person wrote down instead of leaving it to be found in the text. */
export interface GivenQuote {
  /** Each must stand in the body, word for word. */
  readonly paragraphs: readonly string[];
  readonly attribution: Attribution;
}

/** What a press officer writes: everything of an edition that is theirs to say. */
export interface Draft {
  readonly title: string;
  readonly url: string | null;
  /** Its name in addresses; null leaves that to the address or the title. */
  readonly slug: string | null;
  readonly summary: string | null;
  /** Name of an area that exists. */
  readonly area: string | null;
  readonly language: string;
  readonly tags: readonly string[];
  readonly publishedAt: Instant | null;
  readonly publishedAtPrecision: Precision;
  readonly image: Image | null;
  readonly markdown: string;
  /** Null leaves them to be found in the text. */
  readonly quotes: readonly GivenQuote[] | null;
  readonly extra: { readonly [key: string]: Json };
}

export const EMPTY_DRAFT: Omit<Draft, 'title'> = {
  url: null,
  slug: null,
  summary: null,
  area: null,
  language: 'en',
  tags: [],
  publishedAt: null,
  publishedAtPrecision: 'instant',
  image: null,
  markdown: '',
  quotes: null,
  extra: {},
};

/**
 * What is changed of a draft, by the rules of a JSON merge patch (RFC 7396): what is not named stays, null puts a field
 * back to what an empty draft has, and objects are merged.
 */
export interface DraftPatch extends Resetting<Omit<Draft, 'title' | 'image' | 'extra'>> {
  readonly title?: string;
  readonly image?: Partial<Image> | null;
  readonly extra?: { readonly [key: string]: Json } | null;
}

type Resetting<Fields> = { readonly [Field in keyof Fields]?: Fields[Field] | null };

/** An edition as the draft that would make it. */
export function draftOf(content: Content): Draft {
  const { title, url, summary, area, language, tags, publishedAt, publishedAtPrecision, image, markdown } = content;
  return {
    title,
    url,
    slug: content.slugGiven ? content.slug : null,
    summary,
    area: area?.name ?? null,
    language,
    tags,
    publishedAt,
    publishedAtPrecision,
    image,
    markdown,
    quotes: content.quotesGiven
      ? content.quotes.map(({ paragraphs, attribution }) => ({ paragraphs, attribution }))
      : null,
    extra: content.extra,
  };
}
