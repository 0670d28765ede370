import { describe, expect, it } from 'vitest';
import { findPassages } from '../../../src/text/quotes/statements/passages.ts';
import { blocksOf } from '../../support/blocks.ts';

function shown(markdown: string): [block: number, words: string, marks: string][] {
  const blocks = blocksOf(markdown);
  return findPassages(blocks).map(({ block, start, end, marks }) => [
    block,
    blocks[block]?.text.slice(start, end) ?? '',
    marks,
  ]);
}

describe('the passages of a body', () => {
  it('stand in paragraphs, lists and quoted blocks, not in headings', () => {
    expect(shown('# "One"\n\nHe said: " Two. "\n\n- "Three\n- "Four."\n\n> "Five."\n\n> Six.')).toEqual([
      [1, 'Two.', 'closed'],
      [2, 'Three', 'open'],
      [3, 'Four.', 'closed'],
      [4, 'Five.', 'closed'],
      [5, 'Six.', 'none'],
    ]);
  });

  it('have their marks outside', () => {
    const [passage] = findPassages(blocksOf('He said: " Two. "'));
    expect(passage).toEqual({ block: 0, start: 11, end: 15, outerStart: 9, outerEnd: 17, marks: 'closed' });
  });

  it('are none when nothing stands between the marks', () => {
    expect(shown('He said: "" and " ".')).toEqual([]);
  });

  it('go on through paragraphs that lost their opening mark, up to the one that closes', () => {
    expect(shown('He said: "One.\n\nTwo.\n\nThree." He left. "Four."')).toEqual([
      [0, 'One.', 'open'],
      [1, 'Two.', 'open'],
      [2, 'Three.', 'closed'],
      [2, 'Four.', 'closed'],
    ]);
  });

  const filled = (paragraphs: number) => `He said: "One.\n\n${'And.\n\n'.repeat(paragraphs)}Last."`;

  it('go on through four such paragraphs and not through five', () => {
    expect(shown(filled(3))).toHaveLength(5);
    expect(shown(filled(4))).toHaveLength(6);
    expect(shown(filled(5))).toHaveLength(1);
  });

  it('do not go on when no paragraph closes', () => {
    expect(shown('He said: "One.\n\nThe road is open.\n\nHe said: "Two."')).toEqual([
      [0, 'One.', 'open'],
      [2, 'Two.', 'closed'],
    ]);
  });

  it('do not go on over a heading', () => {
    expect(shown('He said: "One.\n\n## Two\n\nThree."')).toEqual([[0, 'One.', 'open']]);
  });
});
