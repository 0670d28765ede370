import type { ArticlePart, ArticleWish, PublicArticle } from '../domain/article.ts';
import { notHere, Problem } from '../domain/problem.ts';
import type { Audience } from '../domain/visibility.ts';
import type { PublicWithdrawal } from '../domain/withdrawal.ts';
import type { Deps } from './deps.ts';

/** What a reader finds at the address of an article. */
export type Found<Part extends ArticlePart> = { readonly article: Pick<PublicArticle, Part> } | TakenDown;

/** What stands in the place of an article that was taken down. */
export type TakenDown =
  /** A page that explains why the article is not there. */
  | { readonly notice: PublicWithdrawal }
  /** Another address to go to. */
  | { readonly redirect: string }
  /** The slug that the article has now. */
  | { readonly movedTo: string };

/**
 * @throws Problem `not_found`, the same for what never was, for what this audience may not see and for what vanished;
 *   `gone` with the explanation
 */
export async function readArticle<Part extends ArticlePart>(
  deps: Deps,
  idOrSlug: string,
  audience: Audience,
  wish: ArticleWish<Part>,
): Promise<Found<Part>> {
  const article = await deps.store.articles.find(idOrSlug, audience, wish);
  return article ? { article } : readTakenDown(deps, idOrSlug, audience);
}

/**
 * What stands in the place of an article that is not there.
 * @throws Problem `not_found`, `gone`
 */
export async function readTakenDown({ store }: Deps, idOrSlug: string, audience: Audience): Promise<TakenDown> {
  const withdrawal = await store.articles.withdrawal(idOrSlug, audience);
  if (!withdrawal) {
    const movedTo = await store.articles.movedTo(idOrSlug, audience);
    if (movedTo !== undefined) return { movedTo };
    throw notHere('article');
  }
  const { kind, explanation, alternative } = withdrawal;
  if (kind === 'gone') throw new Problem('gone', explanation ?? 'The article was withdrawn.');
  return kind === 'redirect' && alternative !== null ? { redirect: alternative } : { notice: withdrawal };
}
