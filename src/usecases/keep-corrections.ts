import type { Content } from '../domain/edition.ts';
import type { Quote } from '../domain/quote.ts';
import { renderMarkdown } from '../text/markdown.ts';
import { extractStatements } from '../text/quotes/extract.ts';

/**
 * The quotes of a document that is imported again over an edition whose quotes a person has corrected. Under the same
 * body they are the corrected ones; under another one, a statement whose words are the same stays as it was corrected, and
 * one that the person left out stays out.
 */
export function keepCorrections(
  found: readonly Quote[],
  markdown: string,
  before: Content,
): Pick<Content, 'quotes' | 'quotesGiven'> {
  if (before.markdown === markdown) return { quotes: before.quotes, quotesGiven: true };
  const corrected = Map.groupBy(before.quotes, ({ text }) => text);
  const isLeftOut = createLeftOut(before);
  const quotes: Quote[] = [];
  let quotesGiven = false;
  for (const quote of found) {
    const kept = corrected.get(quote.text)?.shift();
    const isOut = !kept && isLeftOut(quote);
    if (kept || isOut) quotesGiven = true;
    if (isOut) continue;
    const { start, end } = quote;
    quotes.push({ ...(kept ?? quote), position: quotes.length + 1, start, end });
  }
  return { quotes, quotesGiven };
}

/**
 * Whether a statement was found in the body before, and none of it is in a quote. A part of one is no statement that was
 * left out: the text ends it sooner now.
 */
function createLeftOut(before: Content): (quote: Quote) => boolean {
  const said = new Set(before.quotes.flatMap(({ paragraphs }) => paragraphs));
  let read: ReadonlySet<string> | undefined;
  return ({ text, paragraphs }) => {
    if (paragraphs.some((paragraph) => said.has(paragraph))) return false;
    read ??= new Set(statementsOf(before).map((statement) => statement.text));
    return read.has(text);
  };
}

function statementsOf({ markdown, area, ...content }: Content) {
  return extractStatements(renderMarkdown(markdown).blocks, { ...content, area: area?.name ?? null });
}
