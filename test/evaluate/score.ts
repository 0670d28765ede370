import type { Reading, ReadQuote } from '../../src/text/reading.ts';
import type { AnnotatedRelease, Expected } from './corpus.ts';

/** What is asked about a statement; `all` is span, speaker, role and organisation together. */
export const ASPECTS = ['span', 'speaker', 'rank', 'role', 'organisation', 'kind', 'all'] as const;
export type Aspect = (typeof ASPECTS)[number];

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Something that was read otherwise than a person reads it. */
export interface Miss {
  readonly release: string;
  readonly said: string;
  readonly aspect: Aspect;
  readonly expected: string | null;
  readonly found: string | null;
}

export interface Evaluation {
  readonly releases: number;
  readonly statements: number;
  readonly scores: Readonly<Record<Aspect, Score>>;
  readonly misses: readonly Miss[];
}

/** Characters by which a span may differ: a mark or a full stop. */
const TOLERANCE = 2;
const FIELDS = ['speaker', 'rank', 'role', 'organisation', 'kind'] as const;

/** Compares what is read in releases with what people read in them. */
export function evaluate(
  releases: readonly AnnotatedRelease[],
  read: (release: AnnotatedRelease) => Reading,
): Evaluation {
  const right: Record<Aspect, number> = { span: 0, speaker: 0, rank: 0, role: 0, organisation: 0, kind: 0, all: 0 };
  const misses: Miss[] = [];
  let statements = 0;
  let found = 0;
  for (const release of releases) {
    const { quotes } = read(release);
    statements += release.expected.length;
    found += quotes.length;
    const unmatched = new Set(quotes);
    for (const expected of release.expected) {
      const quote = quotes.find((each) => isSameSpan(each, expected));
      if (quote) unmatched.delete(quote);
      const wrong = compare(release.name, expected, quote);
      misses.push(...wrong);
      for (const aspect of ASPECTS) if (isRight(aspect, wrong)) right[aspect] += 1;
    }
    for (const { text } of unmatched) {
      misses.push({
        release: release.name,
        said: shortened(text),
        aspect: 'span',
        expected: null,
        found: shortened(text),
      });
    }
  }
  const scores = Object.fromEntries(ASPECTS.map((aspect) => [aspect, score(right[aspect], found, statements)]));
  return { releases: releases.length, statements, scores: scores as Record<Aspect, Score>, misses };
}

function compare(release: string, expected: Expected, quote: ReadQuote | undefined): Miss[] {
  const { said } = expected;
  if (!quote) return [{ release, said, aspect: 'span', expected: said, found: null }];
  return FIELDS.filter((field) => folded(expected[field]) !== folded(quote[field])).map((field) => ({
    release,
    said,
    aspect: field,
    expected: expected[field],
    found: quote[field],
  }));
}

/** Nothing about a statement is right whose span is not; rank and kind are told but not asked for in `all`. */
function isRight(aspect: Aspect, wrong: readonly Miss[]): boolean {
  const asked: readonly Aspect[] = aspect === 'all' ? ['speaker', 'role', 'organisation'] : [aspect];
  return !wrong.some((miss) => miss.aspect === 'span' || asked.includes(miss.aspect));
}

function isSameSpan(quote: ReadQuote, expected: Expected): boolean {
  return Math.abs(quote.start - expected.start) <= TOLERANCE && Math.abs(quote.end - expected.end) <= TOLERANCE;
}

/** Case, apostrophes and a leading article make no difference. */
function folded(text: string | null): string | null {
  if (text === null) return null;
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/^(?:the|a|an) /, '');
}

function score(right: number, found: number, expected: number): Score {
  const precision = found === 0 ? 1 : right / found;
  const recall = expected === 0 ? 1 : right / expected;
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 28)} … ${text.slice(-28)}`;
}
