import type { AreaRef } from './area.ts';
import type { Image } from './image.ts';
import type { Quote } from './quote.ts';
import type { Instant, Precision } from './time.ts';

/** Partners that one embargo can name. */
export const MAX_EMBARGO_PARTNERS = 100;
/** Characters. */
export const MAX_CONDITIONS_LENGTH = 2_000;

/** A scheduled edition that some may read before its instant. */
export interface Embargo {
  /** What they must keep to, in the words of the press office. */
  readonly conditions: string | null;
  /** Ids of the partners; empty when access was revoked for all of them. */
  readonly partnerIds: readonly string[];
}

/** How a partner came to see what is under an embargo. */
export const OPENED_THROUGH = ['article', 'list'] as const;
export type OpenedThrough = (typeof OPENED_THROUGH)[number];

/** That a partner was shown something under an embargo: by whom, when, and which text. */
export interface Opening {
  /** Ever growing. */
  readonly key: number;
  readonly at: Instant;
  readonly partner: { readonly id: string; readonly name: string };
  readonly keyId: string;
  readonly keyName: string;
  readonly editionId: string;
  /** Number of the revision that the edition said then. */
  readonly revision: number;
  readonly through: OpenedThrough;
}

/** Until when, and on what conditions, a partner alone may read something. */
export interface EmbargoTerms {
  readonly until: Instant;
  readonly conditions: string | null;
}

/** What a partner is told of its embargoes: what it may read now, and what it may not read any more. */
export interface EmbargoNews {
  readonly changes: readonly (
    | ({ readonly kind: 'embargo'; readonly articleId: string; readonly at: Instant } & EmbargoTerms)
    | { readonly kind: 'access-lost'; readonly articleId: string }
  )[];
  /** Where the partner stands behind them in its log. */
  readonly sequence: number;
  /** Whether more of its log lies behind that. */
  readonly more: boolean;
}

/** Entries of a partner's own log that one answer looks at: beyond them it is asked for the rest. */
export const MAX_EMBARGO_NEWS = 1_000;

/** What a list shows a partner of an article under an embargo. The public knows no slug and no number of it yet. */
export interface EmbargoedListing {
  readonly id: string;
  readonly url: string | null;
  readonly title: string;
  readonly summary: string | null;
  readonly area: AreaRef | null;
  readonly tags: readonly string[];
  readonly language: string;
  /** What readers will be told. */
  readonly publishedAt: Instant;
  readonly publishedAtPrecision: Precision;
  /** When the text was saved. */
  readonly updatedAt: Instant;
  readonly image: Image | null;
  readonly embargo: EmbargoTerms;
}

export interface EmbargoedArticle extends EmbargoedListing {
  readonly body: { readonly html: string };
  readonly quotes: readonly Quote[];
}
