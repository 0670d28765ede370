import type { ArticlePart, ArticleWish, PublicArticle } from '../domain/article.ts';
import type { ArticleQuery, ArticleSlice } from '../domain/query.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

/** One page of a list, each entry with what is wished for. */
export function listArticles<Part extends ArticlePart>(
  { store }: Deps,
  query: ArticleQuery,
  audience: Audience,
  wish: ArticleWish<Part>,
): Promise<ArticleSlice<Pick<PublicArticle, Part>>> {
  return store.articles.list(query, audience, wish);
}
