import { toBlocks } from './blocks.ts';
import { parseMarkdown } from './markdown-parser.ts';
import { tidyBody } from './source-text.ts';

/** What a document says above its text, and the text without it. */
export interface Standfirst {
  readonly summary: string | null;
  readonly markdown: string;
}

/** A heading that stands in for a missing summary is at least this deep and has at least so many words. */
const MIN_STANDFIRST_LEVEL = 3;
const MIN_STANDFIRST_WORDS = 8;

/**
 * Takes the standfirst out of the body, so that it is served once. A first heading or paragraph that says the summary
 * again goes; where there is no summary, a first heading of the third level or below, long enough to be a sentence and
 * not the title, becomes it. A body that holds nothing else stays as it is.
 */
export function separateStandfirst(title: string, summary: string | null, markdown: string): Standfirst {
  const first = firstBlock(markdown);
  if (!first || first.rest === '') return { summary, markdown };
  if (summary !== null) return { summary, markdown: isSame(first.text, summary) ? first.rest : markdown };
  const isStandfirst = first.level >= MIN_STANDFIRST_LEVEL && first.text.split(' ').length >= MIN_STANDFIRST_WORDS;
  if (!isStandfirst || isSame(first.text, title)) return { summary, markdown };
  return { summary: first.text, markdown: first.rest };
}

interface FirstBlock {
  readonly text: string;
  /** Heading level; 0 for a paragraph. */
  readonly level: number;
  /** The body behind it. */
  readonly rest: string;
}

/** The heading or paragraph that the body begins with; neither goes on behind a blank line. */
function firstBlock(markdown: string): FirstBlock | undefined {
  const blank = /\n[ \t]*\n/.exec(markdown);
  const beginning = markdown.slice(0, blank?.index ?? markdown.length);
  const tokens = parseMarkdown(beginning);
  const [opening] = tokens;
  const [block] = toBlocks(beginning, tokens);
  if (!block || (opening?.type !== 'heading_open' && opening?.type !== 'paragraph_open')) return undefined;
  const lineCount = opening.map?.[1] ?? 0;
  const behind = beginning.split('\n').slice(lineCount).join('\n') + markdown.slice(beginning.length);
  return { text: block.text.replaceAll('\n', ' '), level: block.level, rest: tidyBody(behind) };
}

/** Whether two texts say the same, but for case, accents, marks and white space. */
function isSame(one: string, other: string): boolean {
  return one === other || words(one) === words(other);
}

function words(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}
