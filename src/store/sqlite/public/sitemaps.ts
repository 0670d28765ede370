import { MAX_SITEMAP_URLS, type SitemapEntry } from '../../../domain/sitemap.ts';
import type { ArticleStore } from '../../store.ts';
import type { Connection } from '../engine/connection.ts';
import type { VisibleReader } from '../newsroom/visible.ts';

/** The public articles in the order of their keys, which they keep: so each stays in its part. */
export function createSitemaps(
  { client }: Connection,
  visible: VisibleReader,
): Pick<ArticleStore, 'sitemapParts' | 'sitemap'> {
  const last = client.prepare<[], number>('select max(key) from public_articles').pluck();
  const entries = client.prepare<[number, number], SitemapEntry>(
    'select url, updated_at as updatedAt from public_articles where key > +? and key <= +? order by key',
  );
  return {
    sitemapParts: async (audience) =>
      visible(audience, () => Math.max(1, Math.ceil((last.get() ?? 0) / MAX_SITEMAP_URLS))),
    sitemap: async (part, audience) =>
      visible(audience, () => entries.all((part - 1) * MAX_SITEMAP_URLS, part * MAX_SITEMAP_URLS)),
  };
}
