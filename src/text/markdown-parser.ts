import MarkdownIt, { type StateBlock, type StateInline, type Token } from 'markdown-it';
import { Problem } from '../domain/problem.ts';
import { renderSafely } from './safe-html.ts';

/** Lists (two each) and quotations inside each other; what stands deeper would be lost, so it is refused. */
export const MAX_NESTING = 32;
/** Tokens of blocks, three for a paragraph; a few short rows of wide tables would otherwise make megabytes of it. */
export const MAX_BLOCK_TOKENS = 100_000;

/**
 * Parses CommonMark with tables into tokens. HTML is text, and so is what merely looks like an address; an indented
 * paragraph is a paragraph, not code. Text stays in
 * the pieces in which it was found, so that `inlineStart` is true of each.
 * @throws Problem `invalid_document` when it has too many parts
 */
export function parseMarkdown(markdown: string): Token[] {
  return parser.parse(markdown, {});
}

/** Renders tokens as safe HTML. */
export function renderTokens(tokens: Token[]): string {
  return parser.renderer.render(tokens, parser.options, {});
}

/** Offset at which an inline token begins, in the content of the block that it stands in. */
export function inlineStart(token: Token): number {
  const start = token.meta?.['start'];
  return typeof start === 'number' ? start : 0;
}

const parser = new MarkdownIt({ maxNesting: MAX_NESTING, xhtmlOut: true });

/** The text of one block on its way to tokens, and how far they have been traced. */
class TracedInline extends parser.inline.State {
  traced = 0;
  /** Where the text began that is not yet a token. */
  pendingFrom = 0;
  stepFrom = 0;
}

parser.inline.State = TracedInline;
// Paragraphs that begin with a tab are what word processors write, and no release has code in it.
parser.disable(['code', 'strikethrough', 'fragments_join', 'text_join']);
// Every address is let through here and judged once, where the HTML is made: its label stays as plain text.
parser.validateLink = () => true;
parser.normalizeLinkText = (url) => url;
parser.block.ruler.before('table', 'limit', limitTokens);
parser.inline.ruler.before('text', 'trace', trace);
parser.inline.ruler2.before('balance_pairs', 'trace', traceNew);
renderSafely(parser.renderer);

/** A block rule that matches nothing; being the first, it is asked before each block. */
function limitTokens({ tokens }: StateBlock): boolean {
  if (tokens.length <= MAX_BLOCK_TOKENS) return false;
  throw new Problem('invalid_document', 'The body has more paragraphs, list items and table cells than can be read');
}

/** An inline rule that matches nothing; being the first, it sees every position at which another may match. */
function trace(state: StateInline, silent: boolean): boolean {
  if (silent || !(state instanceof TracedInline)) return false;
  traceNew(state);
  const { pos, pending, tokens } = state;
  state.traced = tokens.length;
  if (pending === '') state.pendingFrom = pos;
  state.stepFrom = pos;
  return false;
}

/**
 * Notes where the tokens of the last step began: text that was pending becomes the first of them; the marks of a run
 * (`**`) and the parts of an autolink follow each other from where the step began.
 */
function traceNew(state: StateInline): void {
  if (!(state instanceof TracedInline)) return;
  const { traced, pendingFrom, stepFrom } = state;
  const pendingCount = pendingFrom < stepFrom ? 1 : 0;
  for (let at = traced; at < state.tokens.length; at += 1) {
    const token = state.tokens[at];
    if (token) token.meta = { start: at === traced ? pendingFrom : stepFrom + at - traced - pendingCount };
  }
}
