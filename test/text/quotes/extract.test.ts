import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

describe('the release about Chandos Court', () => {
  const body = readFileSync(new URL('chandos-court.md', import.meta.url), 'utf8');
  const statements = extractStatements(blocksOf(body));

  it('holds three statements of four, three and two paragraphs', () => {
    expect(statements.map(({ paragraphs, attribution }) => [paragraphs.length, attribution])).toEqual([
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
    expect(statements.map(({ start, end }) => body.slice(start, end))).toEqual(
      statements.map(({ paragraphs }) => paragraphs.join('\n\n"')),
    );
  });
});

describe('the place of a statement', () => {
  it('is told in the markdown although the text of the block has lost its marks', () => {
    const markdown = 'Insp Hunt **said**: "Thank *you* all."';
    const text = 'Insp Hunt said: "Thank you all."';
    const origins = [...text, ''].map(
      (_, at) => at + (at >= 10 ? 2 : 0) + (at >= 14 ? 2 : 0) + (at >= 23 ? 1 : 0) + (at >= 26 ? 1 : 0),
    );
    const block = { kind: 'paragraph', level: 0, text, strong: [], start: 0, end: markdown.length, origins } as const;
    const [statement] = extractStatements([block]);
    expect(statement?.text).toBe('Thank you all.');
    expect(markdown.slice(statement?.start, statement?.end)).toBe('Thank *you* all.');
  });
});
