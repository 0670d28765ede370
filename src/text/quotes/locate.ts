import type { GivenQuote } from '../../domain/draft.ts';
import type { Statement } from '../../domain/quote.ts';
import type { Block } from '../block.ts';
import { plainText } from '../plain-text.ts';
import type { About } from './employers/publisher.ts';
import { extractStatements } from './extract.ts';

/** A quote that a person wrote down, where its words stand; or the paragraph that does not stand in the body. */
export type Located = Statement | { readonly missing: number };

/** Finds quotes in one body: words that stand there as they are, and such as reading the body gives. */
export function createLocator(blocks: readonly Block[], about: About): (quote: GivenQuote) => Located {
  let read: readonly Statement[] | undefined;
  // A statement that its attribution interrupts (`"A," said X. "B."`) stands nowhere in one piece.
  const readPlace = (paragraph: string) => {
    read ??= extractStatements(blocks, about);
    return read.find(({ paragraphs }) => paragraphs.includes(paragraph));
  };
  return ({ paragraphs, attribution }) => {
    const words = paragraphs.map(plainText);
    const places = words.map((paragraph) => placeOf(paragraph, blocks) ?? readPlace(paragraph));
    const missing = places.indexOf(undefined);
    if (missing !== -1) return { missing };
    const found = places.filter((place) => place !== undefined);
    const start = Math.min(...found.map((place) => place.start));
    const end = Math.max(...found.map((place) => place.end));
    return { text: paragraphs.join('\n\n'), paragraphs, start, end, attribution };
  };
}

function placeOf(paragraph: string, blocks: readonly Block[]): { start: number; end: number } | undefined {
  for (const { text, origins, end } of blocks) {
    const at = text.indexOf(paragraph);
    if (at >= 0) return { start: origins[at] ?? 0, end: origins[at + paragraph.length] ?? end };
  }
  return undefined;
}
