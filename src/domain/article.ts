import type { AreaRef } from './area.ts';
import type { Edition, Image } from './edition.ts';
import type { OfficialRef } from './official.ts';
import type { PublicQuote } from './quote.ts';
import type { Instant, Precision } from './time.ts';
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
  /** The edition that is being written or waits for its time. */
  readonly open: Edition | null;
  /** The edition that the public reads. */
  readonly live: Edition | null;
  /** The edition that was live, and how it was taken down. */
  readonly withdrawn: { readonly edition: Edition; readonly withdrawal: Withdrawal } | null;
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

/** A public article with everything that belongs to it. */
export interface PublicArticle extends ArticleListing {
  /** When it last read otherwise: amended, or with another name in it; never before `updatedAt`. */
  readonly changedAt: Instant;
  readonly html: string;
  readonly quotes: readonly PublicQuote[];
  readonly officials: readonly OfficialRef[];
  /** Newest first. */
  readonly corrections: readonly Correction[];
}
