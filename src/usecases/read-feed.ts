import { type ArticlePart, type ArticleWish, type PublicArticle, WHOLE_ARTICLE } from '../domain/article.ts';
import { ARCHIVE_POSITIONS, MAX_REMOVALS, type Removal } from '../domain/feed.ts';
import { Problem } from '../domain/problem.ts';
import type { ArticleFilters, PageQuery, Position } from '../domain/query.ts';
import type { Instant } from '../domain/time.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

/** What of a feed does not depend on its address and its format. */
export interface FeedContent {
  readonly updated: Instant | null;
  readonly articles: readonly PublicArticle[];
  /** Whatever the filters: that something is gone is never hidden. */
  readonly removals: readonly Removal[];
}

const FEED_WISH: ArticleWish<ArticlePart> = { ...WHOLE_ARTICLE, formats: ['html', 'text'] };

/** The newest releases that match, and what was taken down. */
export async function readFeed(
  deps: Deps,
  query: ArticleFilters & PageQuery,
  audience: Audience,
): Promise<FeedContent & { readonly next: Position | null }> {
  const { store } = deps;
  const { rows, next } = await store.articles.list({ ...query, sort: '-publishedAt' }, audience, FEED_WISH);
  const removals = await store.changes.removalsBetween({ after: 0, ...UP_TO_NOW, limit: MAX_REMOVALS }, audience);
  return { articles: without(removals, rows), removals, next, updated: await lastChangeOf(deps, query, audience) };
}

const UP_TO_NOW = { upTo: Number.MAX_SAFE_INTEGER };

/**
 * What changed last, at least `limit` articles and everything that no archive holds yet, so that this and the archives
 * together are everything.
 */
export async function readChangedLast(
  deps: Deps,
  { limit, ...filters }: ArticleFilters & { readonly limit: number },
  audience: Audience,
): Promise<FeedContent & { readonly archives: number }> {
  const { articles, changes } = deps.store;
  const archives = await countArchives(deps, audience);
  const page = { limit, position: null, sort: '-updatedAt' } as const;
  const { rows } = await articles.list({ ...filters, ...page }, audience, FEED_WISH);
  const stretch = { after: archives * ARCHIVE_POSITIONS, ...UP_TO_NOW };
  const latest = await changes.articlesBetween({ ...filters, ...stretch }, audience, FEED_WISH);
  const removals = await changes.removalsBetween({ after: 0, ...UP_TO_NOW, limit: MAX_REMOVALS }, audience);
  // What was read later is newer.
  const all = [...new Map([...rows, ...latest].map((article) => [article.id, article])).values()];
  const newestFirst = all.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0));
  const updated = await lastChangeOf(deps, filters, audience);
  return { articles: without(removals, newestFirst), removals, updated, archives };
}

/**
 * What of a full piece of the log is still as it stands there. Whatever changed since stands in a later piece, so nothing
 * is ever added to this one.
 * @throws Problem `not_found` for one that is not full yet
 */
export async function readArchive(
  deps: Deps,
  { archive, ...filters }: ArticleFilters & { readonly archive: number },
  audience: Audience,
): Promise<FeedContent & { readonly archives: number }> {
  const { changes } = deps.store;
  const archives = await countArchives(deps, audience);
  if (archive > archives) throw new Problem('not_found', 'There is no such archive.');
  const stretch = { after: (archive - 1) * ARCHIVE_POSITIONS, upTo: archive * ARCHIVE_POSITIONS };
  const articles = await changes.articlesBetween({ ...filters, ...stretch }, audience, FEED_WISH);
  const removals = await changes.removalsBetween({ ...stretch, limit: ARCHIVE_POSITIONS }, audience);
  const instants = [...articles.map(({ updatedAt }) => updatedAt), ...removals.map(({ at }) => at)].sort();
  return { articles: without(removals, articles), removals, updated: instants.at(-1) ?? null, archives };
}

async function countArchives({ store }: Deps, audience: Audience): Promise<number> {
  const newest = await store.changes.newest(audience);
  return Math.floor((newest?.sequence ?? 0) / ARCHIVE_POSITIONS);
}

/** What was taken down between two reads is not shown by the first one. */
function without(removals: readonly Removal[], articles: readonly PublicArticle[]): PublicArticle[] {
  const gone = new Set(removals.map(({ articleId }) => articleId));
  return articles.filter(({ id }) => !gone.has(id));
}

/**
 * The last change of what the filters ask for. A change of anything that was public before counts too, for it may have
 * been what they ask for until then.
 */
async function lastChangeOf({ store }: Deps, filters: ArticleFilters, audience: Audience): Promise<Instant | null> {
  const page = { limit: 1, position: null, sort: '-updatedAt' } as const;
  const { rows } = await store.articles.list({ ...filters, ...page }, audience, { parts: ['updatedAt'], formats: [] });
  const instants = [rows[0]?.updatedAt, await store.changes.revisedAt(audience)].filter((at) => at !== undefined);
  return instants.sort().at(-1) ?? null;
}
