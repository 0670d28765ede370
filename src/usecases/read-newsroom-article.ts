import type { Article } from '../domain/article.ts';
import type { AuditEntry } from '../domain/audit.ts';
import { notHere } from '../domain/problem.ts';
import type { NewsroomQuery, PageQuery, Slice } from '../domain/query.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

/** @throws Problem `not_found`, the same for what never was and for what this audience may not see */
export async function readNewsroomArticle({ store }: Deps, id: string, audience: Audience): Promise<Article> {
  const found = await store.newsroom.find(id, audience);
  if (!found) throw notHere('article');
  return found;
}

/** Last changed first. */
export function listNewsroomArticles(
  { store }: Deps,
  query: NewsroomQuery,
  audience: Audience,
): Promise<Slice<Article>> {
  return store.newsroom.list(query, audience);
}

/**
 * What was done to an article and what was refused, newest first.
 * @throws Problem `not_found`
 */
export async function listArticleEvents(
  deps: Deps,
  id: string,
  page: PageQuery,
  audience: Audience,
): Promise<Slice<AuditEntry>> {
  await readNewsroomArticle(deps, id, audience);
  return deps.store.audit.list({ subject: id, ...page });
}
