import type { Actor } from '../domain/actor.ts';
import type { Article } from '../domain/article.ts';
import { Problem } from '../domain/problem.ts';
import type { Once } from '../store/once.ts';
import type { ChangeRequest } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { refuseStaleVersion } from './stale-version.ts';

/** What a change of one article left; `kept` is the answer of the same request, which was carried out before. */
export type Changed = { readonly article: Article } | { readonly kept: string };

/** How a write is to be carried out. */
export interface WriteOptions {
  readonly actor: Actor;
  readonly dryRun: boolean;
  readonly once: Once<Article> | null;
}

/**
 * Carries out one change of the newsroom.
 * @throws Problem that the decision throws
 */
export async function changeArticle(
  { store }: Deps,
  request: ChangeRequest,
  { dryRun, once }: Pick<WriteOptions, 'dryRun' | 'once'>,
): Promise<Changed> {
  const [result] = await store.articles.change([{ ...request, dryRun, ...(once && { once }) }]);
  if (!result?.ok) throw result?.error ?? new Error('the store did not carry out a change');
  if (result.kept !== undefined) return { kept: result.kept };
  if (result.article) return { article: result.article };
  throw new Error('a change has left no article');
}

/**
 * Refuses a change of something that has changed since it was read, or that this audience may not see.
 * @throws Problem `not_found`, `stale_edition` that quotes both versions
 */
export function refuseStale(article: Article | undefined, version: number): asserts article is Article {
  if (!article) throw new Problem('not_found', 'There is no article here.');
  refuseStaleVersion('article', article.version, version);
}
