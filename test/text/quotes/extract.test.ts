import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../../src/domain/quote.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';
import { statementIn } from '../../support/statements.ts';

type Expected = readonly [paragraphs: readonly string[], attribution: Partial<Attribution>];

function expectStatements(markdown: string, expected: readonly Expected[]): void {
  expect(extractStatements(blocksOf(markdown))).toEqual(
    expected.map(([paragraphs, attribution]) => statementIn(markdown, paragraphs, attribution)),
  );
}

describe('the release about Chandos Court', () => {
  const [, , body = ''] = readFileSync('seeds/bedford-closure-order.md', 'utf8').split(/^```.*\n/m);

  it('holds three statements of four, three and two paragraphs', () => {
    expect(
      extractStatements(blocksOf(body)).map(({ paragraphs, attribution }) => [paragraphs.length, attribution]),
    ).toEqual([
      [
        4,
        {
          name: 'Samantha Hunt',
          rank: 'Inspector',
          role: null,
          organisation: 'Bedford community policing team',
          asWritten: 'Inspector Samantha Hunt, from the Bedford community policing team',
        },
      ],
      [
        3,
        {
          name: 'Kevin Bolt',
          rank: null,
          role: 'chief Executive',
          organisation: 'bpha',
          asWritten: "Kevin Bolt, bpha's chief Executive",
        },
      ],
      [
        2,
        {
          name: 'Colleen Atkins',
          rank: 'Cllr',
          role: 'Portfolio Holder for Community Safety',
          organisation: 'Bedford Borough Council',
          asWritten: 'Cllr Colleen Atkins, Portfolio Holder for Community Safety at Bedford Borough Council',
        },
      ],
    ]);
  });

  it('is quoted to the letter, from the first word to the full stop of the last', () => {
    const [hunt] = extractStatements(blocksOf(body));
    expect(body.slice(hunt?.start, hunt?.end)).toBe(hunt?.paragraphs.join('\n\n"'));
    expect(hunt?.text).toMatch(/^We are very happy .* exploitation in our community\.$/s);
  });
});
