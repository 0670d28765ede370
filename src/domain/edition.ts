import type { Quote } from './quote.ts';
import type { Instant, Precision } from './time.ts';

/** A picture that stands for the release. An empty `alt` says that it is decorative; null says that nobody wrote one. */
export interface Image {
  readonly url: string;
  readonly alt: string | null;
}

/** A JSON value: what unknown keys of a document may hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The full snapshot of what one save says; what a revision keeps for ever. */
export interface Content {
  readonly title: string;
  /** The standfirst. */
  readonly summary: string | null;
  /** Canonical address on the site of the public body. */
  readonly url: string;
  /** The slug it would like; the public one is given out at publication. */
  readonly slug: string;
  /** The area with its name as this release writes it: the first public release that names a new area names it. */
  readonly area: { readonly id: string; readonly name: string } | null;
  /** BCP 47. */
  readonly language: string;
  /** Each one once. */
  readonly tags: readonly string[];
  /** What the document says; null leaves it to the moment of publication. */
  readonly publishedAt: Instant | null;
  readonly publishedAtPrecision: Precision;
  readonly image: Image | null;
  /** The body without the heading that repeats the summary. */
  readonly markdown: string;
  readonly quotes: readonly Quote[];
  /** Keys of the document that have no meaning here, kept for whoever wrote them. */
  readonly extra: { readonly [key: string]: Json };
}

/** The body as a reader sees it, made once, when it is saved. */
export interface Rendering {
  /** Safe HTML. */
  readonly html: string;
  /** Plain text; blocks separated by a blank line. */
  readonly text: string;
}

/**
 * draft: open for writing. scheduled: open, goes public at `publishAt`. live: what the public reads.
 * superseded: was live, replaced by a later edition.
 */
export const EDITION_STATES = ['draft', 'scheduled', 'live', 'superseded'] as const;
export type EditionState = (typeof EDITION_STATES)[number];

/** One edition of an article. At most one is open (draft or scheduled) and at most one is live. */
export interface Edition {
  readonly id: string;
  readonly state: EditionState;
  /** 1, 2, 3… in the order of publication; null until then, so a discarded draft leaves no gap. */
  readonly number: number | null;
  /** When it goes or went public; null for a draft. */
  readonly publishAt: Instant | null;
  readonly content: Content;
  /** SHA-256 of the source document, lower-case hex; null when it was not imported. */
  readonly sourceDigest: string | null;
}
