import type { Token } from 'markdown-it';
import type { Block, BlockKind } from './block.ts';
import { inlineStart } from './markdown-parser.ts';
import { headingOffsets, lineOffsets, linesOf, type Offsets, rowOffsets, type SourceLines } from './offsets.ts';
import { isPlain, plainText } from './plain-text.ts';

/** The blocks of a body that hold text, in their order, from the tokens of its one parse. */
export function toBlocks(markdown: string, tokens: readonly Token[]): Block[] {
  const lines = linesOf(markdown);
  const containers: BlockKind[] = [];
  const blocks = tokens.flatMap((token, index): Block[] => {
    if (token.type === 'list_item_open') containers.push('list-item');
    if (token.type === 'blockquote_open') containers.push('block-quote');
    if (token.type === 'list_item_close' || token.type === 'blockquote_close') containers.pop();
    if (token.type === 'fence') return [codeBlock(token, lines)];
    if (token.type === 'paragraph_open') return [proseBlock(tokens, index, lines, containers.at(-1))];
    if (token.type === 'heading_open') return [proseBlock(tokens, index, lines, 'heading')];
    return token.type === 'tr_open' ? cellBlocks(tokens, index, lines) : [];
  });
  return blocks.filter(({ text }) => text.trim() !== '');
}

function codeBlock(token: Token, lines: SourceLines): Block {
  const [firstLine = 0] = token.map ?? [];
  const text = token.content.replace(/\n$/, '');
  const origins = lineOffsets(text, firstLine + 1, lines);
  return { kind: 'code', level: 0, text, strong: [], links: [], breaks: [], ...extent(origins), origins };
}

/** A paragraph or heading: its opening token, its text, its closing token. */
function proseBlock(tokens: readonly Token[], index: number, lines: SourceLines, kind: BlockKind = 'paragraph'): Block {
  const opening = tokens[index];
  const inline = tokens[index + 1];
  const [firstLine = 0] = opening?.map ?? [];
  const content = inline?.content ?? '';
  const isMarked = opening?.markup.startsWith('#') ?? false;
  const offsets = (isMarked ? headingOffsets : lineOffsets)(content, firstLine, lines);
  const level = kind === 'heading' ? Number(opening?.tag.slice(1)) : 0;
  return { kind, level, ...read(inline, offsets), ...extent(offsets) };
}

function cellBlocks(tokens: readonly Token[], rowIndex: number, lines: SourceLines): Block[] {
  const cells: Token[] = [];
  for (let index = rowIndex; tokens[index]?.type !== 'tr_close' && index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.type === 'inline') cells.push(token);
  }
  const contents = cells.map(({ content }) => content);
  const isHead = tokens[rowIndex - 1]?.type === 'thead_open';
  const row = rowOffsets(contents, tokens[rowIndex]?.map?.[0] ?? 0, isHead, lines);
  return cells.map((cell, index) => {
    const offsets = row[index] ?? [];
    return { kind: 'table-cell', level: 0, ...read(cell, offsets), ...extent(offsets) };
  });
}

function extent(offsets: Offsets): Pick<Block, 'start' | 'end'> {
  return { start: offsets[0] ?? 0, end: offsets.at(-1) ?? 0 };
}

/** The text of a block as a reader sees it, with the way back to the markdown. */
function read(
  inline: Token | undefined,
  offsets: Offsets,
): Pick<Block, 'text' | 'strong' | 'links' | 'breaks' | 'origins'> {
  const source = inline?.content ?? '';
  const children = inline?.children ?? [];
  // Most blocks: nothing in them but what is shown, each sign where it was written.
  const isShown = children.every(({ type }) => type === 'text') && isPlain(source);
  if (isShown && children.map(({ content }) => content).join('') === source) {
    return { text: source, strong: [], links: [], breaks: [], origins: offsets };
  }
  const origins: number[] = [];
  const strong: { start: number; end: number }[] = [];
  const links: { start: number; end: number; href: string }[] = [];
  const breaks: number[] = [];
  const openings: number[] = [];
  let text = '';
  for (const token of children) {
    if (token.type === 'strong_open') openings.push(text.length);
    const opening = token.type === 'strong_close' ? openings.pop() : undefined;
    if (opening !== undefined && openings.length === 0) strong.push({ start: opening, end: text.length });
    if (token.type === 'link_open')
      links.push({ start: text.length, end: text.length, href: String(token.attrGet('href') ?? '') });
    const link = token.type === 'link_close' ? links.at(-1) : undefined;
    if (link) link.end = text.length;
    if (token.type === 'softbreak' || token.type === 'hardbreak') breaks.push(text.length);
    const shown = shownText(token);
    const start = literalStart(token, source);
    for (let index = 0; index < shown.length; index += 1) {
      const sign = plainText(shown.charAt(index));
      if (sign !== '') origins.push(offsets[start === undefined ? inlineStart(token) : start + index] ?? 0);
      text += sign;
    }
  }
  origins.push(offsets.at(-1) ?? 0);
  return { text, strong, links, breaks, origins };
}

function shownText({ type, content }: Token): string {
  if (type === 'softbreak') return ' ';
  if (type === 'hardbreak') return '\n';
  return type === 'text' || type === 'text_special' || type === 'code_inline' ? content : '';
}

/** Where the token's own characters begin in the content; undefined when what it shows is not written there. */
function literalStart(token: Token, source: string): number | undefined {
  const start = inlineStart(token);
  if (token.type === 'text') return start;
  if (token.type === 'text_special') return token.content === token.markup ? start : undefined;
  if (token.type !== 'code_inline') return undefined;
  const afterMarks = start + token.markup.length;
  // One space on either side belongs to the marks when there is one on both (CommonMark 0.31, section 6.1).
  const behindMarks = source.slice(afterMarks, afterMarks + token.content.length).replaceAll('\n', ' ');
  return behindMarks === token.content ? afterMarks : afterMarks + 1;
}
