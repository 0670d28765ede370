import type { Token } from 'markdown-it';
import { isWithin } from '../domain/characters.ts';
import { MAX_BODY_LENGTH } from '../domain/edition.ts';
import { Problem } from '../domain/problem.ts';
import type { Block } from './block.ts';
import { toBlocks } from './blocks.ts';
import { toHtml } from './html.ts';
import { MAX_NESTING, parseMarkdown } from './markdown-parser.ts';
import { type Picture, picturesOf } from './pictures.ts';

/** A body as a reader sees it, and as its parts. */
export interface RenderedMarkdown {
  /** Safe HTML. */
  readonly html: string;
  /** Plain text; blocks separated by a blank line. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly pictures: readonly Picture[];
}

/** A body is saved and then checked, which renders it twice in a row. */
let last: { readonly markdown: string; readonly rendered: RenderedMarkdown } | undefined;

/**
 * Renders a body whose line ends are `\n`, as `tidyBody` leaves it.
 * @throws Problem `invalid_document` when it is too long, has too many parts or nests them too deep
 */
export function renderMarkdown(markdown: string): RenderedMarkdown {
  if (last?.markdown !== markdown) last = { markdown, rendered: render(markdown) };
  return last.rendered;
}

function render(markdown: string): RenderedMarkdown {
  if (!isWithin(markdown, MAX_BODY_LENGTH)) {
    throw new Problem('invalid_document', `The body is longer than ${MAX_BODY_LENGTH} characters`);
  }
  const tokens = parseMarkdown(markdown);
  if (tokens.some(isCutOff)) {
    throw new Problem('invalid_document', 'The body nests lists or quotations too deep to be read');
  }
  const blocks = toBlocks(markdown, tokens);
  const pictures = picturesOf(markdown, tokens);
  return { html: toHtml(tokens), text: blocks.map(({ text }) => text).join('\n\n'), blocks, pictures };
}

/** Whether the parser passes over what stands in this list item or quotation. */
function isCutOff({ type, level }: Token): boolean {
  return (type === 'list_item_open' || type === 'blockquote_open') && level + 1 >= MAX_NESTING;
}
