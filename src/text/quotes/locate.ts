import type { GivenQuote } from '../../domain/draft.ts';
import type { Statement } from '../../domain/quote.ts';
import type { Block } from '../block.ts';
import { plainText } from '../plain-text.ts';

/** A quote that a person wrote down, where its words stand; or the paragraph that does not stand in the body. */
export function locateQuote(
  { paragraphs, attribution }: GivenQuote,
  blocks: readonly Block[],
): Statement | { readonly missing: number } {
  const places = paragraphs.map((paragraph) => placeOf(paragraph, blocks));
  const missing = places.indexOf(undefined);
  if (missing !== -1) return { missing };
  const found = places.filter((place) => place !== undefined);
  const start = Math.min(...found.map((place) => place.start));
  const end = Math.max(...found.map((place) => place.end));
  return { text: paragraphs.join('\n\n'), paragraphs, start, end, attribution };
}

function placeOf(paragraph: string, blocks: readonly Block[]): { start: number; end: number } | undefined {
  const words = plainText(paragraph);
  for (const { text, origins, end } of blocks) {
    const at = text.indexOf(words);
    if (at >= 0) return { start: origins[at] ?? 0, end: origins[at + words.length] ?? end };
  }
  return undefined;
}
