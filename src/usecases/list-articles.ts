import type { ArticleListing } from '../domain/article.ts';
import type { ArticleQuery, Slice } from '../domain/query.ts';
import { NOTHING } from '../domain/search.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

export async function listArticles(
  { store }: Deps,
  query: ArticleQuery,
  audience: Audience,
): Promise<Slice<ArticleListing>> {
  return query.search?.length === 0 ? NOTHING : store.articles.list(query, audience);
}
