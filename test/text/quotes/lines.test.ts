import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/text/markdown.ts';
import { linesAsBlocks } from '../../../src/text/quotes/statements/lines.ts';

const linesOf = (markdown: string) => linesAsBlocks(renderMarkdown(markdown).blocks);
const textsOf = (markdown: string) => linesOf(markdown).map(({ text }) => text);

describe('lines without blank lines between', () => {
  it('are paragraphs where each ends as a paragraph does', () => {
    expect(textsOf('The road is closed.\nInsp Shaw said:\n“We are sorry.\n“It will be short.”\nAsk us.')).toEqual([
      'The road is closed.',
      'Insp Shaw said:',
      '“We are sorry.',
      '“It will be short.”',
      'Ask us.',
    ]);
  });

  it('are paragraphs although one has lost its full stop, or ends in a comma before a mark', () => {
    expect(textsOf('The road is closed.\nAsk us\nInsp Shaw said,\n“We are sorry.”')).toEqual([
      'The road is closed.',
      'Ask us',
      'Insp Shaw said,',
      '“We are sorry.”',
    ]);
  });

  it('are one paragraph where they are wrapped, though one ends with a sentence', () => {
    const wrapped =
      'The road is closed, and it will\nstay closed until May.\nWe are sorry about that, as\nyou may imagine.';
    expect(textsOf(wrapped)).toEqual([wrapped.replaceAll('\n', ' ')]);
  });

  it('are left alone in lists, headings and quoted blocks', () => {
    expect(textsOf('> One.\n> Two.\n\n- Three.\n  Four.')).toEqual(['One. Two.', 'Three. Four.']);
  });

  it('keep what is strong, their links and the way back to the markdown', () => {
    const markdown = 'All **is [well](https://a.example).\nAll is** well.\nSo [it](https://b.example) is.';
    const lines = linesOf(markdown);
    expect(lines.map(({ text, strong, links }) => [text, strong, links])).toEqual([
      ['All is well.', [{ start: 4, end: 12 }], [{ start: 7, end: 11, href: 'https://a.example' }]],
      ['All is well.', [{ start: 0, end: 6 }], []],
      ['So it is.', [], [{ start: 3, end: 5, href: 'https://b.example' }]],
    ]);
    expect(lines.map(({ start, end }) => markdown.slice(start, end))).toEqual([
      'All **is [well](https://a.example).',
      'All is** well.',
      'So [it](https://b.example) is.',
    ]);
  });
});
