import type { ArticleListing } from '../../domain/article.ts';

/** Where an article is read. */
export function articleAddress({ slug }: Pick<ArticleListing, 'slug'>, publicUrl: string): string {
  return `${publicUrl}/v1/articles/${slug}`;
}
