import * as z from 'zod';

const organizationView = z
  .strictObject({ '@type': z.literal('Organization'), name: z.string() })
  .meta({ id: 'JsonLdOrganization' });

const publisherView = z
  .strictObject({
    '@type': z.literal('Organization'),
    name: z.string(),
    url: z.string(),
    logo: z.strictObject({ '@type': z.literal('ImageObject'), url: z.string() }).optional(),
  })
  .meta({ id: 'JsonLdPublisher', description: 'Whom the server is set to name.' });

const personView = z
  .strictObject({
    '@type': z.literal('Person'),
    name: z.string(),
    honorificPrefix: z.string().optional().meta({ description: 'Rank.' }),
    jobTitle: z.string().optional(),
    worksFor: organizationView.optional(),
  })
  .meta({ id: 'JsonLdPerson' });

const quotationView = z
  .strictObject({
    '@type': z.literal('Quotation'),
    text: z.string(),
    spokenByCharacter: z.discriminatedUnion('@type', [personView, organizationView]).optional(),
  })
  .meta({ id: 'JsonLdQuotation' });

const placeView = z
  .strictObject({
    '@type': z.literal('Place'),
    name: z.string(),
    identifier: z
      .strictObject({ '@type': z.literal('PropertyValue'), propertyID: z.literal('GSS'), value: z.string() })
      .optional()
      .meta({ description: 'Code of the ONS.' }),
  })
  .meta({ id: 'JsonLdPlace' });

const correctionView = z
  .strictObject({ '@type': z.literal('CorrectionComment'), text: z.string(), datePublished: z.iso.datetime() })
  .meta({ id: 'JsonLdCorrection' });

/** The shape of what `formats/json-ld.ts` makes. */
export const newsArticleView = z
  .strictObject({
    '@context': z.literal('https://schema.org'),
    '@type': z.literal('NewsArticle'),
    '@id': z.string(),
    url: z.string(),
    identifier: z.string(),
    headline: z.string(),
    description: z.string().optional(),
    datePublished: z.string().meta({ description: 'A day where the release names no time, else an instant.' }),
    dateModified: z
      .string()
      .meta({ description: 'The date of publication until a later edition is public, then its instant.' }),
    inLanguage: z.string(),
    keywords: z.array(z.string()).optional(),
    image: z
      .strictObject({ '@type': z.literal('ImageObject'), url: z.string(), caption: z.string().optional() })
      .optional(),
    contentLocation: placeView.optional(),
    correction: z.array(correctionView).optional(),
    hasPart: z.array(quotationView).optional(),
    author: z.array(publisherView).optional(),
    publisher: publisherView.optional(),
  })
  .meta({ id: 'NewsArticle', description: 'JSON-LD of schema.org, ready for a script element of the page.' });
