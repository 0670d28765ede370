import type { ArticleListing } from '../domain/article.ts';
import type { ArticleQuery, Slice } from '../domain/query.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

export function listArticles({ store }: Deps, query: ArticleQuery, audience: Audience): Promise<Slice<ArticleListing>> {
  return store.articles.list(query, audience);
}
