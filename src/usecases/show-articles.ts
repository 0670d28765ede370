import type { ArticleQuery } from '../domain/query.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Maker, ShownArticle, ShownSlice } from '../store/shown.ts';
import type { Deps } from './deps.ts';
import { readTakenDown, type TakenDown } from './read-article.ts';

export type { Maker, ShownArticle, ShownSlice } from '../store/shown.ts';

/**
 * An article as readers are shown it, or what stands in its place.
 * @throws Problem `not_found`, `gone`
 */
export async function showArticle(
  deps: Deps,
  idOrSlug: string,
  audience: Audience,
  maker: Maker,
): Promise<{ readonly article: ShownArticle } | TakenDown> {
  const article = await deps.store.articles.show(idOrSlug, audience, maker);
  return article ? { article } : readTakenDown(deps, idOrSlug, audience);
}

/** One page of a list, each entry as readers are shown it. */
export function listShown({ store }: Deps, query: ArticleQuery, audience: Audience, maker: Maker): Promise<ShownSlice> {
  return store.articles.listShown(query, audience, maker);
}

/** Keeps articles as they are shown, of so many at most that are not kept; resolves to how many it looked at. */
export function keepShown({ store }: Pick<Deps, 'store'>, maker: Maker, limit: number): Promise<number> {
  return store.articles.keepShown(maker, limit);
}
