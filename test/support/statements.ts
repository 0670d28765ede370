import { expect } from 'vitest';
import type { Attribution } from '../../src/domain/quote.ts';
import { extractStatements } from '../../src/text/quotes/extract.ts';
import type { FoundStatement } from '../../src/text/quotes/found.ts';
import { blocksOf } from './blocks.ts';

/** What a release must hold: the paragraphs of each statement and what is said of its speaker, the rest being null. */
export type ExpectedStatement = readonly [paragraphs: readonly string[], attribution: Partial<Attribution>];

/** Checks that a release holds exactly these statements, each in its place. */
export function expectStatements(markdown: string, expected: readonly ExpectedStatement[]): void {
  expect(extractStatements(blocksOf(markdown))).toEqual(
    expected.map(([paragraphs, attribution]) => statementIn(markdown, paragraphs, attribution)),
  );
}

function statementIn(
  markdown: string,
  paragraphs: readonly string[],
  attribution: Partial<Attribution>,
): FoundStatement {
  const start = markdown.indexOf(firstWords(paragraphs[0]));
  const lastStart = paragraphs.reduce((from, paragraph) => markdown.indexOf(firstWords(paragraph), from), 0);
  const closing = /\S*\s?\S+$/.exec(paragraphs.at(-1) ?? '')?.[0] ?? '';
  return {
    text: paragraphs.join('\n\n'),
    paragraphs,
    start,
    end: markdown.indexOf(closing, lastStart) + closing.length,
    attribution: { name: null, rank: null, role: null, organisation: null, asWritten: '', ...attribution },
    kind: expect.any(String),
    confidence: expect.any(Number),
  };
}

function firstWords(paragraph = ''): string {
  return /^\S+\s?\S*/.exec(paragraph)?.[0].replace(/\.$/, '') ?? '';
}
