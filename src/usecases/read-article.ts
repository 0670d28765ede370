import type { PublicArticle } from '../domain/article.ts';
import { Problem } from '../domain/problem.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

/** @throws Problem `not_found`, the same for what never was and for what this audience may not see */
export async function readArticle({ store }: Deps, idOrSlug: string, audience: Audience): Promise<PublicArticle> {
  const found = await store.articles.find(idOrSlug, audience);
  if (!found) throw new Problem('not_found', 'There is no article here.');
  return found;
}
