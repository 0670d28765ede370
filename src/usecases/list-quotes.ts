import type { QuoteQuery, Slice } from '../domain/query.ts';
import type { PublicQuoteInArticle } from '../domain/quote.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

export function listQuotes(
  { store }: Deps,
  query: QuoteQuery,
  audience: Audience,
): Promise<Slice<PublicQuoteInArticle>> {
  return store.quotes.list(query, audience);
}
