import type { Article } from '../domain/article.ts';
import type { Check, KnownSpeaker } from '../domain/check.ts';
import { notHere } from '../domain/problem.ts';
import type { ChangeRequest } from '../store/article-change.ts';
import type { Kept } from '../store/once.ts';
import { checkOpenEdition } from './check-article.ts';
import type { Deps } from './deps.ts';
import { refuseStaleVersion } from './stale-version.ts';
import type { WriteWish } from './write-wish.ts';

/** An article as a change left it, with what looks wrong with its open edition. */
export interface Reviewed {
  readonly article: Article;
  readonly checks: readonly Check[];
}

/** What a change of one article left; `kept` is the answer of the same request, which was carried out before. */
export type Changed = Reviewed | Kept;

/**
 * Carries out one change of the newsroom.
 * @param speakers what the register knows of those who speak in the open edition that the change leaves
 * @throws Problem that the decision throws
 */
export async function changeArticle(
  { store, rules }: Pick<Deps, 'store' | 'rules'>,
  request: ChangeRequest,
  speakers: ReadonlyMap<string, KnownSpeaker>,
  { dryRun, once }: WriteWish<Reviewed>,
): Promise<Changed> {
  // What is kept for a repetition is what is answered now.
  let last: Reviewed | undefined;
  const review = (article: Article): Reviewed => {
    if (last?.article !== article) {
      last = { article, checks: checkOpenEdition(article, request.audience.at, rules, speakers) };
    }
    return last;
  };
  const reviewed = once && { ...once, answer: (article?: Article) => once.answer(article && review(article)) };
  const [result] = await store.articles.change([{ ...request, dryRun, ...(reviewed && { once: reviewed }) }]);
  if (!result?.ok) throw result?.error ?? new Error('the store did not carry out a change');
  if (result.kept !== undefined) return { kept: result.kept };
  if (result.article) return review(result.article);
  throw new Error('a change has left no article');
}

/**
 * Refuses a change of something that has changed since it was read, or that this audience may not see.
 * @throws Problem `not_found`, `stale_edition` that quotes both versions
 */
export function refuseStale(article: Article | undefined, version: number): asserts article is Article {
  if (!article) throw notHere('article');
  refuseStaleVersion('article', article.version, version);
}
