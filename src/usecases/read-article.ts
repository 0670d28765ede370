import type { ArticlePart, ArticleWish, PublicArticle } from '../domain/article.ts';
import { Problem } from '../domain/problem.ts';
import type { Audience } from '../domain/visibility.ts';
import type { PublicWithdrawal } from '../domain/withdrawal.ts';
import type { Deps } from './deps.ts';

/** What a reader finds at the address of an article. */
export type Found<Part extends ArticlePart> =
  | { readonly article: Pick<PublicArticle, Part> }
  /** A page that explains why the article is not there. */
  | { readonly notice: PublicWithdrawal }
  /** Another address to go to. */
  | { readonly redirect: string };

/**
 * @throws Problem `not_found`, the same for what never was, for what this audience may not see and for what vanished;
 *   `gone` with the explanation
 */
export async function readArticle<Part extends ArticlePart>(
  { store }: Deps,
  idOrSlug: string,
  audience: Audience,
  wish: ArticleWish<Part>,
): Promise<Found<Part>> {
  const article = await store.articles.find(idOrSlug, audience, wish);
  if (article) return { article };
  const withdrawal = await store.articles.withdrawal(idOrSlug, audience);
  if (!withdrawal) throw new Problem('not_found', 'There is no article here.');
  const { kind, explanation, alternative } = withdrawal;
  if (kind === 'gone') throw new Problem('gone', explanation ?? 'The article was withdrawn.');
  return kind === 'redirect' && alternative !== null ? { redirect: alternative } : { notice: withdrawal };
}
