import type { AreaRef } from './area.ts';
import type { Edition } from './edition.ts';
import type { Image } from './image.ts';
import type { OfficialRef } from './official.ts';
import type { PublicQuote } from './quote.ts';
import { dayOf, type Instant, type Precision } from './time.ts';
import type { Correction, Withdrawal } from './withdrawal.ts';
import type { Stage } from './workflow.ts';

/** One press release over its whole life, as the newsroom knows it. */
export interface Article {
  readonly id: string;
  /** Canonical address; null until somebody gives one or it is published. */
  readonly url: string | null;
  /** Given out at the first publication; null until then. */
  readonly slug: string | null;
  /** Counted up with every change: what `If-Match` compares. */
  readonly version: number;
  readonly createdAt: Instant;
  /** Name of the person whose article it is. */
  readonly createdBy: string;
  /** The date that readers were told last; null until there are any. */
  readonly publishedAt: Instant | null;
  /** The edition that is being written or waits for its time. */
  readonly open: Edition | null;
  /** The edition that the public reads. */
  readonly live: Edition | null;
  /** The edition that was live, and how it was taken down. */
  readonly withdrawn: {
    readonly edition: Edition;
    readonly withdrawal: Withdrawal;
    /** Whether another text had taken its place, which a restored backup does not have: then it never comes back. */
    readonly isReplaced: boolean;
  } | null;
}

/** Where an article stands in the workflow. */
export function stageOf({ open, live, withdrawn }: Pick<Article, 'open' | 'live' | 'withdrawn'>): Stage {
  const state = open?.state;
  return {
    open: state === 'draft' || state === 'submitted' || state === 'scheduled' ? state : 'none',
    public: live ? 'live' : withdrawn ? 'withdrawn' : 'none',
  };
}

/** The edition that a new save starts from. */
export function newestEdition({ open, live, withdrawn }: Article): Edition | null {
  return open ?? live ?? withdrawn?.edition ?? null;
}

/** What a public list shows of an article. */
export interface ArticleListing {
  readonly id: string;
  readonly slug: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string | null;
  readonly area: AreaRef | null;
  readonly tags: readonly string[];
  readonly language: string;
  readonly publishedAt: Instant;
  readonly publishedAtPrecision: Precision;
  /** When the edition that the public reads became public. */
  readonly updatedAt: Instant;
  readonly edition: number;
  readonly image: Image | null;
}

/** When a release was published and last changed, for search engines and social networks: a day where it names no time. */
export function publicationOf({
  publishedAt,
  publishedAtPrecision,
  updatedAt,
  edition,
}: Pick<ArticleListing, 'publishedAt' | 'publishedAtPrecision' | 'updatedAt' | 'edition'>): {
  readonly published: string;
  readonly modified: string;
} {
  const published = publishedAtPrecision === 'day' ? dayOf(publishedAt) : publishedAt;
  // The first edition of an archive became public here long after its day, and nobody has changed a word of it.
  return { published, modified: edition === 1 ? published : updatedAt };
}

/** A public article with everything that belongs to it. */
export interface PublicArticle extends ArticleListing {
  readonly body: ArticleBody;
  readonly quotes: readonly PublicQuote[];
  /** Everybody who is quoted, in the order of the text. */
  readonly officials: readonly OfficialRef[];
  /** Newest first. */
  readonly corrections: readonly Correction[];
  /** ONS GSS code of its area. */
  readonly areaGss: string | null;
}

export const BODY_FORMATS = ['html', 'markdown', 'text'] as const;
export type BodyFormat = (typeof BODY_FORMATS)[number];

/** The text in the formats that were wished for. */
export type ArticleBody = { readonly [Format in BodyFormat]?: string };

/** What a public article consists of, for readers that want less than the whole of it. */
export type ArticlePart = keyof PublicArticle;

/** What of an article is read, and nothing else. */
export interface ArticleWish<Part extends ArticlePart> {
  readonly parts: readonly Part[];
  readonly formats: readonly BodyFormat[];
}

export const LISTING_PARTS = [
  'id',
  'slug',
  'url',
  'title',
  'summary',
  'area',
  'tags',
  'language',
  'publishedAt',
  'publishedAtPrecision',
  'updatedAt',
  'edition',
  'image',
] as const satisfies readonly (keyof ArticleListing)[];

/** A list without its bodies. */
export const LISTING: ArticleWish<keyof ArticleListing> = { parts: LISTING_PARTS, formats: [] };

/** All of an article, its body as HTML. */
export const WHOLE_ARTICLE: ArticleWish<ArticlePart> = {
  parts: [...LISTING_PARTS, 'body', 'quotes', 'officials', 'corrections', 'areaGss'],
  formats: ['html'],
};
