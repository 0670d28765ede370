import type { Content } from '../domain/edition.ts';
import type { Quote } from '../domain/quote.ts';

/**
 * The quotes of a document that is imported again over an edition whose quotes a person has corrected. Under the same
 * body they are the corrected ones; under another one, a statement whose words are the same stays as it was corrected.
 */
export function keepCorrections(
  found: readonly Quote[],
  markdown: string,
  before: Content,
): Pick<Content, 'quotes' | 'quotesGiven'> {
  if (before.markdown === markdown) return { quotes: before.quotes, quotesGiven: true };
  const corrected = Map.groupBy(before.quotes, ({ text }) => text);
  let quotesGiven = false;
  const quotes = found.map((quote) => {
    const kept = corrected.get(quote.text)?.shift();
    if (!kept) return quote;
    quotesGiven = true;
    const { position, start, end } = quote;
    return { ...kept, position, start, end };
  });
  return { quotes, quotesGiven };
}
