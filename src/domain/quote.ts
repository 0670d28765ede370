import type { OfficialRef, OrganisationRef } from './official.ts';
import type { Instant, Precision } from './time.ts';

/** Who said it and what they were that day, as the release says; a promotion never rewrites it. */
export interface Attribution {
  /** Null when nobody is named ("a spokesperson for …"). */
  readonly name: string | null;
  readonly rank: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  /** The words of the release that say who speaks. */
  readonly asWritten: string;
}

/** One continuous statement as the text says it, before anybody is looked up. */
export interface Statement {
  /** Without its outer quotation marks; paragraphs joined by a blank line. */
  readonly text: string;
  readonly paragraphs: readonly string[];
  /** Offsets into the body's markdown, in UTF-16 code units, of the first and behind the last word (marks excluded). */
  readonly start: number;
  readonly end: number;
  readonly attribution: Attribution;
}

/** A statement in a saved edition, its speaker looked up in the register. */
export interface Quote extends Statement {
  readonly id: string;
  /** 1 for the first of the article. */
  readonly position: number;
  readonly officialId: string | null;
  readonly organisationId: string | null;
}

/** A statement as the public sees it. */
export interface PublicQuote {
  readonly id: string;
  readonly position: number;
  readonly text: string;
  readonly paragraphs: readonly string[];
  readonly official: OfficialRef | null;
  readonly organisation: OrganisationRef | null;
  readonly attribution: Attribution;
}

/** A public statement with the article it stands in, for lists of quotes. */
export interface PublicQuoteInArticle extends PublicQuote {
  readonly article: {
    readonly id: string;
    readonly slug: string;
    readonly url: string;
    readonly title: string;
    readonly publishedAt: Instant;
    readonly publishedAtPrecision: Precision;
  };
}

/** Whether a name is of several who speak together, `Sharon Duckett and Neil Paget`: no official is called so. */
export function isOfSeveral(name: string): boolean {
  return / (?:and|&|ac) /i.test(name);
}
