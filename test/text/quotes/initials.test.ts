import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { blocksOf } from '../../support/blocks.ts';

function read(markdown: string) {
  return extractStatements(blocksOf(markdown)).map(({ attribution, text }) => ({ ...attribution, text }));
}

describe('an initial that is spelled like a word', () => {
  it.each([
    ['Cllr A Whitcombe said: “We agree.”', 'A Whitcombe', 'Cllr'],
    ['“We agree,” said Cllr A. Whitcombe.', 'A. Whitcombe', 'Cllr'],
    ['PC I Shaw said: “We agree.”', 'I Shaw', 'PC'],
    ['Chief Inspector A. J. Shaw said: “We agree.”', 'A. J. Shaw', 'Chief Inspector'],
    ['Mr J A Shaw said: “We agree.”', 'J A Shaw', null],
  ])('is one behind a rank or a title: %s', (markdown, name, rank) => {
    expect(read(markdown)).toMatchObject([{ name, rank }]);
  });

  it('comes back in what was said, and where it was said', () => {
    const said = 'I told Cllr A Bell that I agree. A Dr I Lee agrees.';
    const markdown = `Cllr A Whitcombe, of Kestrel Council, said: “${said}”`;
    const [statement] = extractStatements(blocksOf(markdown));
    expect(statement).toMatchObject({ text: said, paragraphs: [said] });
    expect(statement?.attribution.asWritten).toBe('Cllr A Whitcombe, of Kestrel Council');
    expect(markdown.slice(statement?.start, statement?.end)).toBe(said);
  });

  it('is the word where no rank stands before it', () => {
    expect(read('A Kestrel Council spokesman said: “We agree.”')).toMatchObject([
      { name: null, organisation: 'Kestrel Council' },
    ]);
  });

  it('leaves the letters of other scripts as they are', () => {
    const said = 'Ꭺ and Ꭵ are letters of Cherokee, Cllr A Bell.';
    expect(read(`Jo Bell said: “${said}”`)).toMatchObject([{ name: 'Jo Bell', text: said }]);
  });
});
