import type { Embargo } from './embargo.ts';
import type { Image } from './image.ts';
import type { Quote } from './quote.ts';
import type { Instant, Precision } from './time.ts';

/** Lengths in characters. */
export const MAX_TITLE_LENGTH = 300;
export const MAX_SUMMARY_LENGTH = 2_000;
export const MAX_AREA_LENGTH = 200;
export const MAX_ALT_LENGTH = 1_000;
export const MAX_TAG_LENGTH = 100;
export const MAX_TAGS = 50;
/** What can be rendered in a fraction of a second whatever it says. */
export const MAX_BODY_LENGTH = 100_000;
/** Keys without a meaning here, as JSON. */
export const MAX_EXTRA_LENGTH = 32_000;

/** Tags as they are kept: each once, its accents composed, for tags that look alike are one. */
export function distinctTags(tags: readonly string[]): string[] {
  return [...new Set(tags.map((tag) => tag.normalize('NFC')))];
}

/** A JSON value: what unknown keys of a document may hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The full snapshot of what one save says; what a revision keeps for ever. */
export interface Content {
  readonly title: string;
  /** The standfirst. */
  readonly summary: string | null;
  /** Canonical address on the site of the public body; null leaves it to the installation, at publication. */
  readonly url: string | null;
  /** The slug it would like; the public one is given out at publication. */
  readonly slug: string;
  /** Whether a person asked for this very slug, so that a public article moves there; missing where nobody did. */
  readonly slugGiven?: true;
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
  /** Whether a person wrote the quotes down, so that a new save of the text does not look for them again. */
  readonly quotesGiven: boolean;
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
 * draft: open for writing. submitted: open, waits for an approval. scheduled: open, goes public at `publishAt`.
 * live: what the public reads. withdrawn: was live, taken down. superseded: was live, replaced by a later edition.
 * discarded: was open, thrown away.
 */
export const EDITION_STATES = [
  'draft',
  'submitted',
  'scheduled',
  'live',
  'withdrawn',
  'superseded',
  'discarded',
] as const;
export type EditionState = (typeof EDITION_STATES)[number];

/** Why a submitted draft was given back. */
export interface Returned {
  readonly note: string;
  readonly at: Instant;
  /** Name of the person. */
  readonly by: string;
}

/** One edition of an article. At most one is open (draft, submitted or scheduled), at most one live or withdrawn. */
export interface Edition {
  readonly id: string;
  readonly state: EditionState;
  /** 1, 2, 3… in the order of publication; null until then, so a discarded draft leaves no gap. */
  readonly number: number | null;
  /** When it goes or went public; null before that is decided. */
  readonly publishAt: Instant | null;
  /** 1 for its first save, counted up with each. */
  readonly revision: number;
  readonly savedAt: Instant;
  /** Name of the person. */
  readonly savedBy: string;
  /** Name of the person who asked for its approval; null while nobody has. */
  readonly submittedBy: string | null;
  /** Until it is submitted again or public; null where it was not given back. */
  readonly returned: Returned | null;
  readonly content: Content;
  /** SHA-256 of the source document, lower-case hex; null when it was not imported. */
  readonly sourceDigest: string | null;
  /** Who may read it before its instant; null for nobody, and when it is not scheduled. */
  readonly embargo: Embargo | null;
}

/** One save of an edition. */
export interface RevisionHead {
  readonly id: string;
  readonly editionId: string;
  /** Number of the edition; null while it is not public. */
  readonly edition: number | null;
  /** 1 for the first save of its edition. */
  readonly number: number;
  readonly savedAt: Instant;
  /** Name of the person. */
  readonly savedBy: string;
  readonly title: string;
}

/** One save with all that it says. */
export interface Revision extends RevisionHead {
  readonly content: Content;
}
