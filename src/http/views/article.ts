import * as z from 'zod';
import type { ArticleListing, PublicArticle } from '../../domain/article.ts';
import { areaRefView, toAreaRefView } from './area.ts';
import { ARTICLE_MEMBERS, type ShownServer, toSelectedView } from './article-members.ts';
import { facetsView } from './facets.ts';
import { highlightsView } from './highlights.ts';
import { newsArticleView } from './news-article.ts';
import { officialRefView } from './official.ts';
import { openGraphView } from './open-graph.ts';
import { pageOf } from './page.ts';
import { quoteView } from './quote.ts';
import { instantView, precisionView, slugView } from './scalars.ts';

export const imageView = z
  .strictObject({
    url: z.string(),
    alt: z.string().nullable().meta({ description: 'Empty: decorative. Null: nobody wrote one.' }),
  })
  .meta({ id: 'Image', description: 'A picture that stands for the release.' });

const correctionView = z
  .strictObject({ at: instantView, edition: z.int().min(1), note: z.string() })
  .meta({ id: 'Correction', description: 'A note to readers on what an edition put right.' });

const listingFields = {
  id: z.uuid().meta({ description: 'Stays the same for ever.' }),
  slug: slugView,
  url: z.string().meta({ description: 'Canonical address on the site of the public body.' }),
  title: z.string(),
  summary: z.string().nullable().meta({ description: 'The standfirst.' }),
  area: areaRefView.nullable(),
  tags: z.array(z.string()),
  language: z.string().meta({ description: 'BCP 47.', example: 'en-GB' }),
  publishedAt: instantView,
  publishedAtPrecision: precisionView,
  updatedAt: instantView.meta({ description: 'When the present text became public; a silent amendment leaves it.' }),
  edition: z.int().min(1).meta({ description: 'Number of the public edition: 1, 2, 3…' }),
  image: imageView.nullable(),
};

const bodyView = z
  .strictObject({
    html: z.string().optional().meta({ description: 'Safe HTML.' }),
    markdown: z.string().optional().meta({ description: 'As it was written.' }),
    text: z.string().optional().meta({ description: 'Plain text, a blank line between blocks.' }),
  })
  .meta({
    id: 'ArticleBody',
    description: 'The text in the formats of `bodyFormat`: `html` unless it says otherwise.',
  });

const highlights = highlightsView.optional().meta({ description: 'Only with `highlight=true`.' });

export const articleListingView = z
  .strictObject({
    ...listingFields,
    ...z.object({ body: bodyView, quotes: z.array(quoteView), officials: z.array(officialRefView) }).partial().shape,
    highlights,
  })
  .meta({ id: 'ArticleListing', description: 'A press release in a list.' });

export const articleView = z
  .strictObject({
    ...listingFields,
    body: bodyView,
    quotes: z.array(quoteView).meta({ description: 'In the order of the text.' }),
    officials: z.array(officialRefView).meta({ description: 'Everybody who is quoted.' }),
    corrections: z.array(correctionView).meta({ description: 'What later editions put right, newest first.' }),
    openGraph: openGraphView,
    jsonLd: newsArticleView,
    links: z
      .strictObject({
        self: z.string().meta({ description: 'This resource.' }),
        canonical: z.string().meta({ description: 'The page for readers.' }),
      })
      .meta({ id: 'ArticleLinks' }),
  })
  .meta({ id: 'Article', description: 'A press release with everything that belongs to it.' });

export const articleSelectionView = z
  .strictObject(articleView.partial().shape)
  .meta({ id: 'ArticleSelection', description: 'A press release with the members that were asked for.' });

const listingSelectionView = z
  .strictObject(articleListingView.partial().shape)
  .meta({ id: 'ListingSelection', description: 'A press release in a list, with the members that were asked for.' });

export const articlePageView = pageOf('ArticlePage', z.union([articleListingView, listingSelectionView]), {
  facets: facetsView.optional(),
});

export function toArticleListingView(article: ArticleListing): z.output<typeof articleListingView> {
  const { area, image } = article;
  return {
    id: article.id,
    slug: article.slug,
    url: article.url,
    title: article.title,
    summary: article.summary,
    area: area && toAreaRefView(area),
    tags: [...article.tags],
    language: article.language,
    publishedAt: article.publishedAt,
    publishedAtPrecision: article.publishedAtPrecision,
    updatedAt: article.updatedAt,
    edition: article.edition,
    image: image && { url: image.url, alt: image.alt },
  };
}

export function toArticleView(article: PublicArticle, server: ShownServer) {
  return toSelectedView(ARTICLE_MEMBERS, article, server);
}
