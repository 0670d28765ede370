import * as z from 'zod';
import type { PublicArticle } from '../../domain/article.ts';
import type { EmbargoedArticle } from '../../domain/embargo.ts';
import { articleAddress } from '../../usecases/article-address.ts';
import type { SyndicatedListing } from '../../usecases/syndicate.ts';
import { areaRefView, toAreaRefView } from './area.ts';
import { imageView } from './article.ts';
import { embargoTermsView } from './embargo-terms.ts';
import { pageOf } from './page.ts';
import { quoteView, toQuoteView } from './quote.ts';
import { instantView, precisionView, slugView } from './scalars.ts';

const listingFields = {
  id: z.uuid().meta({ description: 'Stays the same for ever.' }),
  slug: slugView.nullable().meta({ description: 'Given out at publication: null under an embargo.' }),
  url: z
    .string()
    .nullable()
    .meta({ description: 'Canonical address; under an embargo null unless it has one already.' }),
  title: z.string(),
  summary: z.string().nullable().meta({ description: 'The standfirst.' }),
  area: areaRefView.nullable(),
  tags: z.array(z.string()),
  language: z.string().meta({ description: 'BCP 47.', example: 'en-GB' }),
  publishedAt: instantView.meta({ description: 'What readers are or will be told.' }),
  publishedAtPrecision: precisionView,
  updatedAt: instantView.meta({ description: 'When this text became public; under an embargo, when it was saved.' }),
  edition: z.int().min(1).nullable().meta({ description: 'Given out at publication: null under an embargo.' }),
  image: imageView.nullable(),
  embargo: embargoTermsView.nullable().meta({ description: 'Null for what is public.' }),
};

export const syndicatedListingView = z
  .strictObject(listingFields)
  .meta({ id: 'SyndicatedListing', description: 'A press release in the list of a partner.' });

export const syndicatedPageView = pageOf('SyndicatedPage', syndicatedListingView);

export const syndicatedArticleView = z
  .strictObject({
    ...listingFields,
    body: z
      .strictObject({ html: z.string().meta({ description: 'Safe HTML.' }) })
      .meta({ id: 'SyndicatedBody', description: 'The text.' }),
    quotes: z.array(quoteView).meta({ description: 'In the order of the text.' }),
    links: z
      .strictObject({ self: z.string(), public: z.string().nullable().meta({ description: 'What readers get.' }) })
      .meta({ id: 'SyndicatedLinks' }),
  })
  .meta({ id: 'SyndicatedArticle', description: 'A press release as a partner reads it.' });

export function toSyndicatedListingView(listing: SyndicatedListing): z.output<typeof syndicatedListingView> {
  const { id, title, summary, area, language, publishedAt, publishedAtPrecision, updatedAt, image } = listing;
  const isPublic = !('embargo' in listing);
  return {
    id,
    slug: isPublic ? listing.slug : null,
    url: listing.url,
    title,
    summary,
    area: area && toAreaRefView(area),
    tags: [...listing.tags],
    language,
    publishedAt,
    publishedAtPrecision,
    updatedAt,
    edition: isPublic ? listing.edition : null,
    image: image && { url: image.url, alt: image.alt },
    embargo: isPublic ? null : { until: listing.embargo.until, conditions: listing.embargo.conditions },
  };
}

export function toSyndicatedArticleView(
  article: PublicArticle | EmbargoedArticle,
  publicUrl: string,
): z.output<typeof syndicatedArticleView> {
  const quotes =
    'embargo' in article
      ? article.quotes.map((quote) => toQuoteView({ ...quote, official: null, organisation: null }))
      : article.quotes.map(toQuoteView);
  const shown = 'embargo' in article ? null : articleAddress(article.slug, publicUrl);
  return {
    ...toSyndicatedListingView(article),
    body: { html: article.body.html ?? '' },
    quotes,
    links: { self: `${publicUrl}/v1/syndication/articles/${article.id}`, public: shown },
  };
}
