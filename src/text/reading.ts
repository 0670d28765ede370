import type { Check, CheckRules } from '../domain/check.ts';
import { checkRelease } from './checks/check-release.ts';
import { findDates } from './dates-in-text.ts';
import { matchesOf } from './matches.ts';
import type { FoundStatement, StatementKind } from './quotes/found.ts';
import type { Release } from './release.ts';

/** A statement as `extract` prints it. */
export interface ReadQuote {
  /** Null when nobody is named. */
  readonly speaker: string | null;
  readonly rank: string | null;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly kind: StatementKind;
  readonly text: string;
  readonly paragraphs: readonly string[];
  /** Offsets into the source, in UTF-16 code units, of the first and behind the last character; marks excluded. */
  readonly start: number;
  readonly end: number;
  /** From 0 to 1: how sure it is who speaks. */
  readonly confidence: number;
}

/** What can be read out of one document for the desk of a press office. */
export interface Reading {
  readonly quotes: readonly ReadQuote[];
  readonly dates: readonly { readonly text: string; readonly resolved: string | null; readonly consistent: boolean }[];
  readonly checks: readonly Check[];
}

/**
 * Reads quotes, dates and findings out of a release, with positions in its source as it was decoded: byte-order mark and
 * line ends as they are.
 */
export function readForDesk(release: Release, source: string, rules: CheckRules): Reading {
  const place = placer(source, release.markdown);
  return {
    quotes: release.statements.map((statement) => quoteOf(statement, place)),
    dates: findDates(release.blocks, release.publishedAt).map(({ text, resolved, consistent }) => ({
      text,
      resolved,
      consistent,
    })),
    checks: checkRelease(release, rules).map((finding) => ({
      ...finding,
      start: finding.start === null ? null : place(finding.start),
      end: finding.end === null ? null : place(finding.end),
    })),
  };
}

function quoteOf(statement: FoundStatement, place: (offset: number) => number): ReadQuote {
  const { attribution, kind, text, paragraphs, start, end, confidence } = statement;
  return {
    speaker: attribution.name,
    rank: attribution.rank,
    role: attribution.role,
    organisation: attribution.organisation,
    kind,
    text,
    paragraphs,
    start: place(start),
    end: place(end),
    confidence,
  };
}

/**
 * The way from an offset into the markdown to one into the source. The markdown is the end of the source with every line
 * end as one character.
 */
function placer(source: string, markdown: string): (offset: number) => number {
  const end = source.trimEnd().length;
  const folds: number[] = [];
  for (const { index } of matchesOf(source.slice(0, end), /\r\n/g)) folds.push(index - folds.length);
  const base = end - folds.length - markdown.length;
  return (offset) => {
    const at = base + offset;
    return at + countBelow(folds, at);
  };
}

/** How many of the ascending numbers are below the limit, found by halving. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
