import * as z from 'zod';
import type { PublicQuote, PublicQuoteInArticle } from '../../domain/quote.ts';
import { officialRefView, toOfficialRefView } from './official.ts';
import { organisationRefView, toOrganisationRefView } from './organisation.ts';
import { pageOf } from './page.ts';
import { instantView, precisionView, slugView } from './scalars.ts';

export const attributionView = z
  .strictObject({
    name: z.string().nullable().meta({ description: 'Null when nobody is named.' }),
    rank: z.string().nullable(),
    role: z.string().nullable(),
    organisation: z.string().nullable(),
    asWritten: z.string().meta({ description: 'The words of the release that say who speaks.' }),
  })
  .meta({ id: 'Attribution', description: 'Who said it and what they were that day; a promotion never rewrites it.' });

const quoteFields = {
  id: z.string(),
  position: z.int().min(1).meta({ description: '1 for the first statement of the article.' }),
  text: z.string().meta({ description: 'The statement without its quotation marks, a blank line between paragraphs.' }),
  paragraphs: z.array(z.string()),
  official: officialRefView.nullable().meta({ description: 'Null when nobody is named.' }),
  organisation: organisationRefView.nullable().meta({ description: 'For whom it was said.' }),
  attribution: attributionView,
};

export const quoteView = z
  .strictObject(quoteFields)
  .meta({ id: 'Quote', description: 'One continuous statement in one article.' });

const articleRefView = z
  .strictObject({
    id: z.uuid(),
    slug: slugView,
    url: z.string(),
    title: z.string(),
    publishedAt: instantView,
    publishedAtPrecision: precisionView,
  })
  .meta({ id: 'ArticleRef', description: 'An article as a quote names it.' });

export const quoteListingView = z
  .strictObject({ ...quoteFields, article: articleRefView })
  .meta({ id: 'QuoteListing', description: 'A statement with the article that it stands in.' });

export const quotePageView = pageOf('QuotePage', quoteListingView);

export function toQuoteView(quote: PublicQuote): z.output<typeof quoteView> {
  const { id, position, text, official, organisation } = quote;
  const { name, rank, role, organisation: organisationAsSaid, asWritten } = quote.attribution;
  return {
    id,
    position,
    text,
    paragraphs: [...quote.paragraphs],
    official: official && toOfficialRefView(official),
    organisation: organisation && toOrganisationRefView(organisation),
    attribution: { name, rank, role, organisation: organisationAsSaid, asWritten },
  };
}

export function toQuoteListingView(quote: PublicQuoteInArticle): z.output<typeof quoteListingView> {
  const { id, slug, url, title, publishedAt, publishedAtPrecision } = quote.article;
  return { ...toQuoteView(quote), article: { id, slug, url, title, publishedAt, publishedAtPrecision } };
}
