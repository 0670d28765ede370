import { Problem } from '../domain/problem.ts';
import { MAX_NEWS, NEWS_MILLIS, type NewsEntry, type SitemapEntry } from '../domain/sitemap.ts';
import { type Instant, shifted } from '../domain/time.ts';
import type { Audience } from '../domain/visibility.ts';
import type { Deps } from './deps.ts';

/** How many parts the map of all articles has; one when there is no article. */
export function countSitemapParts({ store }: Deps, audience: Audience): Promise<number> {
  return store.articles.sitemapParts(audience);
}

/**
 * @param part 1 for the first
 * @throws Problem `not_found`
 */
export async function readSitemap(deps: Deps, part: number, audience: Audience): Promise<readonly SitemapEntry[]> {
  if (part > (await countSitemapParts(deps, audience))) {
    throw new Problem('not_found', 'There is no such part of the sitemap.');
  }
  return deps.store.articles.sitemap(part, audience);
}

/** What is news at this instant, newest first, and when the first of it is news no more. */
export async function readNews(
  { store }: Deps,
  audience: Audience,
): Promise<{ readonly entries: readonly NewsEntry[]; readonly until: Instant | undefined }> {
  const from = shifted(audience.at, 1 - NEWS_MILLIS);
  const query = { sort: '-publishedAt', from, limit: MAX_NEWS, position: null } as const;
  const wish = { parts: ['url', 'title', 'language', 'publishedAt', 'publishedAtPrecision'], formats: [] } as const;
  const { rows } = await store.articles.list(query, audience, wish);
  const oldest = rows.at(-1);
  return { entries: rows, until: oldest && shifted(oldest.publishedAt, NEWS_MILLIS) };
}
