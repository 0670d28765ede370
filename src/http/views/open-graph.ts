import * as z from 'zod';
import { type ArticleListing, publicationOf } from '../../domain/article.ts';

/** Open Graph properties by the names that `meta` elements give them. */
export const openGraphView = z
  .strictObject({
    'og:type': z.literal('article'),
    'og:title': z.string(),
    'og:description': z.string().optional(),
    'og:url': z.string(),
    'og:locale': z.string().meta({
      description: 'With an underscore and a country, as Open Graph wants it; `en` is `en_GB`.',
      example: 'en_GB',
    }),
    'og:image': z.string().optional(),
    'og:image:alt': z.string().optional(),
    'article:published_time': z.string().meta({ description: 'A day where the release names no time.' }),
    'article:modified_time': z
      .string()
      .meta({ description: 'The time of publication until a later edition is public.' }),
    'article:section': z.string().optional().meta({ description: 'Name of the area.' }),
    'article:tag': z.array(z.string()).meta({ description: 'One `meta` element each.' }),
  })
  .meta({ id: 'OpenGraph', description: 'Open Graph properties, one `meta` element each.' });

export function toOpenGraphView(article: ArticleListing): z.output<typeof openGraphView> {
  const { image, area } = article;
  const { published, modified } = publicationOf(article);
  return {
    'og:type': 'article',
    'og:title': article.title,
    ...(article.summary !== null && { 'og:description': article.summary }),
    'og:url': article.url,
    'og:locale': localeOf(article.language),
    ...(image && { 'og:image': image.url }),
    ...(image?.alt && { 'og:image:alt': image.alt }),
    'article:published_time': published,
    'article:modified_time': modified,
    ...(area && { 'article:section': area.name }),
    'article:tag': [...article.tags],
  };
}

/** Languages of Britain, whose releases mostly do not say of which country their language is. */
const BRITISH: ReadonlySet<string> = new Set(['en', 'cy', 'gd']);

function localeOf(language: string): string {
  return BRITISH.has(language) ? `${language}_GB` : language.replaceAll('-', '_');
}
