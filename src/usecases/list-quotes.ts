import type { QuoteQuery, Slice } from '../domain/query.ts';
import type { PublicQuoteInArticle } from '../domain/quote.ts';
import { NOTHING } from '../domain/search.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

export async function listQuotes(
  { store }: Deps,
  query: QuoteQuery,
  audience: Audience,
): Promise<Slice<PublicQuoteInArticle>> {
  return query.search?.length === 0 ? NOTHING : store.quotes.list(query, audience);
}
