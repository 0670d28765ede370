import type { Check } from './check.ts';
import type { Content } from './edition.ts';
import type { Quote } from './quote.ts';
import type { Instant } from './time.ts';

/** How long a link works when nobody says otherwise: seconds, one week. */
export const DEFAULT_PREVIEW_SECONDS = 604_800;
/** Seconds, thirty days. */
export const MAX_PREVIEW_SECONDS = 2_592_000;
/** Links of one edition that work at the same time. */
export const MAX_PREVIEWS = 100;

/** A link by which whoever has it reads one open edition. Its token is kept nowhere, only the SHA-256 of it. */
export interface Preview {
  readonly id: string;
  readonly editionId: string;
  readonly createdAt: Instant;
  /** Name of the person. */
  readonly createdBy: string;
  readonly expiresAt: Instant;
  /** When somebody, or a withdrawal of the article, ended it. */
  readonly revokedAt: Instant | null;
}

/** works: it shows its edition. ended: its edition is no longer open. */
export const PREVIEW_STATES = ['works', 'expired', 'revoked', 'ended'] as const;
export type PreviewState = (typeof PREVIEW_STATES)[number];

/** @param openEdition the edition of the article that is open, if one is */
export function previewStateAt(preview: Preview, openEdition: string | null, now: Instant): PreviewState {
  if (preview.revokedAt !== null) return 'revoked';
  if (preview.editionId !== openEdition) return 'ended';
  return now < preview.expiresAt ? 'works' : 'expired';
}

/** The open edition that a link leads to. */
export interface PreviewedEdition {
  readonly content: Content;
  /** Safe HTML. */
  readonly html: string;
  /** Null while nobody has decided it. */
  readonly publishedAt: Instant | null;
  /** When the link stops to work. */
  readonly expiresAt: Instant;
}

/** What a link shows: a release as a reader would see it, and what looks wrong with it. */
export interface PreviewedRelease
  extends Pick<Content, 'title' | 'summary' | 'language' | 'tags' | 'publishedAtPrecision' | 'image' | 'markdown'> {
  /** Name of the area. */
  readonly area: string | null;
  /** Null while nobody has decided it. */
  readonly publishedAt: Instant | null;
  /** Safe HTML. */
  readonly html: string;
  /** The gravest first. */
  readonly checks: readonly Check[];
  readonly quotes: readonly Pick<Quote, 'position' | 'text' | 'paragraphs' | 'attribution'>[];
  /** When the link stops to work. */
  readonly expiresAt: Instant;
}
