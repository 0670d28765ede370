import type { Block } from '../../src/text/block.ts';

/**
 * Blocks of plain markdown, without inline marks, so that every character is its own origin: paragraphs between blank
 * lines, `#` headings, `> ` quotes and `- ` items (one line each).
 */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^(?:> |- ).*$|(?:^(?!>|- ).+\n?)+/gm)].map((match) =>
    toBlock(match[0].trimEnd(), match.index),
  );
}

function toBlock(source: string, offset: number): Block {
  const [mark = '', hashes] = /^(?:(#{1,6}) |> |- )/.exec(source) ?? [];
  const start = offset + mark.length;
  const text = source.slice(mark.length).replaceAll('\n', ' ');
  const end = start + text.length;
  const origins = Array.from({ length: text.length + 1 }, (_, index) => start + index);
  const breaks = [...source.slice(mark.length).matchAll(/\n/g)].map(({ index }) => index);
  return { kind: kindOf(mark), level: hashes?.length ?? 0, text, strong: [], links: [], breaks, start, end, origins };
}

function kindOf(mark: string): Block['kind'] {
  if (mark.startsWith('#')) return 'heading';
  if (mark === '> ') return 'block-quote';
  return mark === '- ' ? 'list-item' : 'paragraph';
}
