import type { Token } from 'markdown-it';
import { renderTokens } from './markdown-parser.ts';

/**
 * Safe HTML for the tokens of a body, which it changes: the highest heading becomes `h2`, for the page's title is its
 * `h1`; links without an absolute address keep their text only, and such pictures are left out.
 */
export function toHtml(tokens: Token[]): string {
  shiftHeadings(tokens);
  for (const { children } of tokens) if (children) hideUnsafeAddresses(children);
  return renderTokens(tokens).trimEnd();
}

const LINK_ADDRESS = /^(?:https?:\/\/|mailto:|tel:)/i;
const PICTURE_ADDRESS = /^https?:\/\//i;
const LOWEST_LEVEL = 6;

function shiftHeadings(tokens: readonly Token[]): void {
  const headings = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close');
  // Not Math.min(...): a body can have more headings than a call can have arguments.
  const highest = headings.reduce((level, heading) => Math.min(level, levelOf(heading)), LOWEST_LEVEL);
  const shift = 2 - highest;
  for (const heading of headings) heading.tag = `h${Math.min(levelOf(heading) + shift, LOWEST_LEVEL)}`;
}

function levelOf({ tag }: Token): number {
  return Number(tag.slice(1));
}

function hideUnsafeAddresses(tokens: readonly Token[]): void {
  // An address in angle brackets is a link even inside the label of another one, and HTML knows no link in a link.
  const open: boolean[] = [];
  for (const token of tokens) {
    if (token.type === 'link_open') {
      token.hidden = open.includes(false) || !LINK_ADDRESS.test(String(token.attrGet('href')));
      open.push(token.hidden);
    }
    if (token.type === 'link_close') token.hidden = open.pop() ?? false;
    if (token.type === 'image') token.hidden = !PICTURE_ADDRESS.test(String(token.attrGet('src')));
  }
}
