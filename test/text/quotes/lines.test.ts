import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../src/text/quotes/extract.ts';
import { unfoldLines } from '../../../src/text/quotes/lines.ts';
import { blocksOf } from '../../support/blocks.ts';

const textsOf = (markdown: string) => unfoldLines(blocksOf(markdown)).map(({ text }) => text);

describe('lines of one paragraph', () => {
  it('are paragraphs where each ends as one', () => {
    expect(textsOf('The road was shut.\nPC Bell said:\n“It is open.\n“Drive slowly.”')).toEqual([
      'The road was shut.',
      'PC Bell said:',
      '“It is open.',
      '“Drive slowly.”',
    ]);
  });

  it('stay one paragraph where they are wrapped', () => {
    const wrapped = 'The road was shut for\nmost of the night. It\nopened at six. Crews\nhad worked hard.';
    expect(textsOf(wrapped)).toEqual([wrapped.replaceAll('\n', ' ')]);
  });

  it('leave a wrapped paragraph where a mark opens the next line', () => {
    expect(textsOf('“The road was shut for\nmost of the night and\nnobody was hurt.\n“It is\nopen.”')).toEqual([
      '“The road was shut for most of the night and nobody was hurt.',
      '“It is open.”',
    ]);
  });

  it('keep every character in its place', () => {
    const markdown = 'The road was shut.\nPC Jo Bell said: “It is open.\n“Drive slowly.”';
    const [statement] = extractStatements(blocksOf(markdown));
    expect(statement?.paragraphs).toEqual(['It is open.', 'Drive slowly.']);
    expect(markdown.slice(statement?.start, statement?.end)).toBe('It is open.\n“Drive slowly.');
  });

  it('of headings and quoted blocks are left alone', () => {
    const blocks = blocksOf('# One.\n\n> Two.');
    expect(unfoldLines(blocks)).toBe(blocks);
  });
});
