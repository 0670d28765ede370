import { OPERATOR } from '../../src/domain/actor.ts';
import type { Article } from '../../src/domain/article.ts';
import type { ArticleQuery, PageQuery } from '../../src/domain/query.ts';
import type { Instant } from '../../src/domain/time.ts';
import { audienceOf, everyone } from '../../src/domain/visibility.ts';
import type { Withdrawal, WithdrawalKind } from '../../src/domain/withdrawal.ts';
import type { ArticleDecision, ChangeRequest } from '../../src/store/article-change.ts';
import type { Store } from '../../src/store/store.ts';
import { NOW, type ReleaseOptions, release } from './release.ts';

/** Everything on one page. */
export const WHOLE: PageQuery = { limit: 100, position: null };

/** Saves releases in their order, publishing those that say nothing else. @throws the first refusal */
export async function put(store: Store, ...releases: readonly ReleaseOptions[]): Promise<Article[]> {
  const results = await store.articles.change(releases.map(release));
  return results.map((result) => {
    if (!result.ok) throw result.error;
    if (!result.article) throw new Error('the change left no article');
    return result.article;
  });
}

/** One release. */
export async function putOne(store: Store, options: ReleaseOptions): Promise<Article> {
  const [article] = await put(store, options);
  if (!article) throw new Error('the change left no article');
  return article;
}

/** A change of one known article that decides always the same. */
export function deciding(id: string, decision: ArticleDecision, request: Partial<ChangeRequest> = {}): ChangeRequest {
  return {
    article: { id },
    mentions: { areas: [], organisations: [], officials: [] },
    audience: audienceOf(OPERATOR, NOW),
    by: 'operator',
    decide: () => decision,
    ...request,
  };
}

/** Carries out one decision about one article. @throws its refusal */
export async function decide(
  store: Store,
  id: string,
  decision: ArticleDecision,
  request: Partial<ChangeRequest> = {},
): Promise<Article> {
  const [result] = await store.articles.change([deciding(id, decision, request)]);
  if (!result?.ok) throw result?.error;
  if (!result.article) throw new Error('the change left no article');
  return result.article;
}

/** A withdrawal of which the operator says no more than it must. */
export function withdrawal(kind: WithdrawalKind = 'gone', more: Partial<Omit<Withdrawal, 'kind'>> = {}): Withdrawal {
  const alternative = kind === 'redirect' ? 'https://www.ouseshire.police.example/news/elsewhere' : null;
  return { kind, explanation: null, alternative, reason: null, at: NOW, by: 'operator', ...more };
}

/** Everything that a stream of rows yields. */
export async function collect<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const collected: Row[] = [];
  for await (const row of rows) collected.push(row);
  return collected;
}

/** Slugs of the articles that the public finds, newest first unless told otherwise. */
export async function slugsOf(store: Store, query: Partial<ArticleQuery> = {}, at: Instant = NOW): Promise<string[]> {
  const { rows } = await store.articles.list({ ...WHOLE, sort: '-publishedAt', ...query }, everyone(at));
  return rows.map(({ slug }) => slug);
}
