import * as z from 'zod';
import type { ArticleListing, PublicArticle } from '../../domain/article.ts';
import { toNewsArticle } from '../../formats/json-ld.ts';
import { areaRefView, toAreaRefView } from './area.ts';
import { newsArticleView } from './news-article.ts';
import { officialRefView, toOfficialRefView } from './official.ts';
import { openGraphView, toOpenGraphView } from './open-graph.ts';
import { pageOf } from './page.ts';
import { quoteView, toQuoteView } from './quote.ts';
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
  updatedAt: instantView.meta({ description: 'When the present text became public.' }),
  edition: z.int().min(1).meta({ description: 'Number of the public edition: 1, 2, 3…' }),
  image: imageView.nullable(),
};

export const articleListingView = z
  .strictObject(listingFields)
  .meta({ id: 'ArticleListing', description: 'A press release in a list.' });

export const articlePageView = pageOf('ArticlePage', articleListingView);

export const articleView = z
  .strictObject({
    ...listingFields,
    body: z.strictObject({ html: z.string().meta({ description: 'Safe HTML.' }) }).meta({ id: 'ArticleBody' }),
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

export function toArticleView(article: PublicArticle, publicUrl: string) {
  return {
    ...toArticleListingView(article),
    body: { html: article.html },
    quotes: article.quotes.map(toQuoteView),
    officials: article.officials.map(toOfficialRefView),
    corrections: article.corrections.map(({ at, edition, note }) => ({ at, edition, note })),
    openGraph: toOpenGraphView(article),
    jsonLd: toNewsArticle(article),
    links: { self: articleAddress(article, publicUrl), canonical: article.url },
  };
}

export function articleAddress({ slug }: Pick<ArticleListing, 'slug'>, publicUrl: string): string {
  return `${publicUrl}/v1/articles/${slug}`;
}
