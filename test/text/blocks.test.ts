import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/text/block.ts';
import { renderMarkdown } from '../../src/text/markdown.ts';
import { fc, runs } from '../support/property-tests.ts';

const blocksOf = (markdown: string) => renderMarkdown(markdown).blocks;

/** What stands in the markdown where the text stands in the block. */
function sourceOf(markdown: string, block: Block | undefined, words: string): string | undefined {
  const at = block?.text.indexOf(words) ?? -1;
  return at === -1 ? undefined : markdown.slice(block?.origins[at], block?.origins[at + words.length]);
}

describe('blocks', () => {
  it('tells what each is, and what it stands in', () => {
    const markdown = [
      '# a\n\nb\nc\n---\n\nd\n\n- e\n\n  f\n  > g\n\n> h\n> - i',
      '> #### j\n\n| k | l |\n|---|---|\n| m |\n\n```\nn\n\n o\n```\n\n    p',
    ].join('\n\n');
    expect(blocksOf(markdown).map(({ kind, level, text }) => [kind, level, text])).toEqual([
      ['heading', 1, 'a'],
      ['heading', 2, 'b c'],
      ['paragraph', 0, 'd'],
      ['list-item', 0, 'e'],
      ['list-item', 0, 'f'],
      ['block-quote', 0, 'g'],
      ['block-quote', 0, 'h'],
      ['list-item', 0, 'i'],
      ['heading', 4, 'j'],
      ['table-cell', 0, 'k'],
      ['table-cell', 0, 'l'],
      ['table-cell', 0, 'm'],
      ['code', 0, 'n\n\n o'],
      ['paragraph', 0, 'p'],
    ]);
  });

  it('gives the whole of a block', () => {
    const markdown = 'x\n\n> 1. ## One [*two*](https://a.example) ##\n>\n>    three **four**';
    const [, heading] = blocksOf(markdown);
    expect(heading).toEqual({
      kind: 'heading',
      level: 2,
      text: 'One two',
      strong: [],
      links: [{ start: 4, end: 7, href: 'https://a.example' }],
      breaks: [],
      start: 11,
      end: 41,
      origins: [11, 12, 13, 14, 17, 18, 19, 41],
    });
    expect(markdown.slice(11, 41)).toBe('One [*two*](https://a.example)');
  });

  it('marks what is strong, nested marks as one', () => {
    const [block] = blocksOf('**a** b __c *d* **e** f__ g');
    expect(block).toMatchObject({
      text: 'a b c d e f g',
      strong: [
        { start: 0, end: 1 },
        { start: 4, end: 11 },
      ],
    });
  });

  it('tells where the source begins a new line', () => {
    expect(blocksOf('> a *b\n> c*  \n> d\n\ne').map(({ text, breaks }) => [text, breaks])).toEqual([
      ['a b c\nd', [3, 5]],
      ['e', []],
    ]);
  });

  it.each([
    ['a &amp; b', '&', '&amp;'],
    ['a &lt;&gt; b', '<>', '&lt;&gt;'],
    ['a \\* b', '*', '\\*'],
    ['a \\q b', '\\q', '\\q'],
    ['a *b* c', 'b c', 'b* c'],
    ['a ***b*** c', 'a b', 'a ***b***'],
    ['a `` b`c `` d', 'b`c', 'b`c ``'],
    ['a ` `` ` d', '``', '`` `'],
    ['a `\nb` c', ' b', '\nb`'],
    ['a `b` c', 'b c', 'b` c'],
    ['[a](b) b', ' b', ' b'],
    ['[[a](b)b', '[a', '[[a](b)'],
    ['a <https://b.example> c', 'https://b.example', 'https://b.example>'],
    ['a\n   b', 'a b', 'a\n   b'],
    ['a  \n b', 'a\nb', 'a  \n b'],
    ['a\\\n b', 'a\nb', 'a\\\n b'],
    ['> a\nb\n> c', 'b c', 'b\n> c'],
    ['-\ta\n\n\t\tb', 'a', 'a'],
    ['  # #a# #', '#a#', '#a#'],
    ['a ![b](c) d', 'd', 'd'],
    ['a 🎉&#x1F389; b', '🎉 b', '&#x1F389; b'],
  ])('finds the source in %j of %j', (markdown, words, source) => {
    const [block] = blocksOf(markdown);
    const last = block?.text.lastIndexOf(words) ?? 0;
    expect(markdown.slice(block?.origins[last], block?.origins[last + words.length])).toBe(source);
  });

  it.each(['| a | b\\|c |\n|--|--|\n| d\\| |e', '> - x | y\n>   --|--\n>   f|\\|g|', '1. |h\n   |--|\n   |i j|'])(
    'finds the cells of %j',
    (markdown) => {
      for (const block of blocksOf(markdown)) {
        expect(sourceOf(markdown, block, block.text)?.replaceAll('\\|', '|')).toBe(block.text);
        expect(markdown.slice(block.start, block.end).replaceAll('\\|', '|')).toBe(block.text);
      }
    },
  );

  it('always knows the way back', () => {
    const pieces = fc.constantFrom(
      ...[
        'word',
        'x',
        'Él',
        'ŵ',
        '🎉',
        ' ',
        '  ',
        '\t',
        '\n',
        '\n\n',
        '  \n',
        '\\\n',
        '*',
        '**',
        '_',
        '__',
        '`',
        '``',
        '~~',
        '\\',
      ],
      ...[
        '[',
        ']',
        '](u)',
        '](https://a.example "t")',
        '![',
        '&amp;',
        '&copy;',
        '&#97;',
        '&',
        '<',
        '>',
        '<https://b.example>',
        '\\*',
        '\\|',
      ],
      ...[
        '# ',
        '## ',
        ' #',
        '\n===\n',
        '\n---\n',
        '- ',
        '\n- ',
        '\n1. ',
        '\n> ',
        '\n  ',
        '\n    ',
        '\n\t',
        '```\n',
        '|',
        ' | ',
        '\n|-|-|\n',
        '\n--|--\n',
      ],
      ...['[r]: u\n', '[r]', '"', '“', '”', '.', '\u00a0', '\f', '!'],
    );
    const markdown = fc.array(pieces, { maxLength: 60 }).map((all) => all.join(''));
    fc.assert(
      fc.property(markdown, (source) => {
        let behind = 0;
        for (const { text, origins, start, end, strong } of blocksOf(source)) {
          expect(origins).toHaveLength(text.length + 1);
          expect([start, end]).toEqual([Math.max(start, behind), Math.max(start, end)]);
          expect(Math.min(...origins)).toBeGreaterThanOrEqual(start);
          expect(origins.at(-1)).toBe(end);
          for (let index = 0; index < text.length; index += 1) {
            const [from = 0, to = 0] = origins.slice(index, index + 2);
            expect(to).toBeGreaterThanOrEqual(from);
            const isLiteral = /[\p{L}\p{N}]/u.test(text[index] ?? '') && source[from] !== '&';
            if (isLiteral) expect([text[index], index]).toEqual([source[from], index]);
          }
          for (const part of strong) expect(text.slice(part.start, part.end).length).toBe(part.end - part.start);
          behind = end;
        }
      }),
      { numRuns: runs(3000) },
    );
  });
});
