import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/text/document.ts';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

const SEED = '../../../seeds/2020/three-month-closure-order-for-quayside-flats-in-fenwick.md';

describe('a whole release', () => {
  const body = readDocument(readFileSync(new URL(SEED, import.meta.url))).markdown;
  const statements = extractStatements(blocksOf(body));

  it('holds every statement with all of its paragraphs and who makes it', () => {
    expect(statements.map(({ paragraphs, attribution }) => [paragraphs.length, attribution])).toEqual([
      [
        3,
        {
          name: 'Daniel Okafor',
          rank: 'PC',
          role: null,
          organisation: 'Fenwick community policing team',
          asWritten: 'PC Daniel Okafor, from the Fenwick community policing team',
        },
      ],
      [
        2,
        {
          name: 'François Delorme',
          rank: null,
          role: 'chief executive',
          organisation: 'Lockgate Homes',
          asWritten: "François Delorme, Lockgate Homes' chief executive",
        },
      ],
      [
        2,
        {
          name: 'Priya Raman',
          rank: 'Cllr',
          role: 'Portfolio Holder for Community Safety',
          organisation: 'Fenwick Borough Council',
          asWritten: 'Cllr Priya Raman, Portfolio Holder for Community Safety at Fenwick Borough Council',
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
    const markdown = 'Insp Shaw **said**: "Thank *you* all."';
    const text = 'Insp Shaw said: "Thank you all."';
    const origins = [...text, ''].map(
      (_, at) => at + (at >= 10 ? 2 : 0) + (at >= 14 ? 2 : 0) + (at >= 23 ? 1 : 0) + (at >= 26 ? 1 : 0),
    );
    const block = {
      kind: 'paragraph',
      level: 0,
      text,
      strong: [],
      links: [],
      breaks: [],
      start: 0,
      end: markdown.length,
      origins,
    } as const;
    const [statement] = extractStatements([block]);
    expect(statement?.text).toBe('Thank you all.');
    expect(markdown.slice(statement?.start, statement?.end)).toBe('Thank *you* all.');
  });
});
