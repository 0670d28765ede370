import * as z from 'zod';
import { instantView } from './scalars.ts';

const textView = z
  .strictObject({
    role: z.string().optional(),
    contentType: z.string(),
    value: z.string(),
    charCount: z.int().optional(),
    wordCount: z.int().optional(),
  })
  .meta({ id: 'NinjsText' });

const namedView = z
  .strictObject({ name: z.string(), rel: z.string().optional(), uri: z.string().optional() })
  .meta({ id: 'NinjsNamed' });

const itemFields = {
  uri: z.string().meta({ description: 'A URN for a release or a quote, the address for the feed.' }),
  type: z.enum(['text', 'composite', 'component']).optional(),
  standard: z.strictObject({ name: z.string(), version: z.string(), schema: z.string() }).optional(),
  representationType: z.literal('full').optional(),
  version: z.string().optional(),
  firstCreated: instantView.optional(),
  versionCreated: instantView.optional(),
  contentCreated: instantView.optional(),
  pubStatus: z.enum(['usable', 'canceled']).optional(),
  edNote: z.string().optional().meta({ description: 'What later editions put right.' }),
  language: z.string().optional(),
  headlines: z.array(textView).optional(),
  descriptions: z.array(textView).optional(),
  bodies: z.array(textView).optional(),
  people: z.array(namedView).optional(),
  organisations: z.array(namedView).optional(),
  places: z.array(namedView).optional(),
  subjects: z.array(namedView).optional(),
  renditions: z.array(z.strictObject({ name: z.string(), href: z.string(), title: z.string().optional() })).optional(),
  altIds: z.array(z.strictObject({ role: z.string(), value: z.string() })).optional(),
};

const quoteView = z
  .strictObject({ name: z.string(), rel: z.string().optional(), ...itemFields })
  .meta({ id: 'NinjsQuote', description: 'A statement, with who says it.' });

const releaseView = z
  .strictObject({ name: z.string(), ...itemFields, associations: z.array(quoteView).optional() })
  .meta({ id: 'NinjsRelease', description: 'A press release; or, where it is `canceled`, that it was taken down.' });

/** The shape of what `formats/ninjs.ts` makes. */
export const ninjsView = z
  .strictObject({ ...itemFields, associations: z.array(releaseView) })
  .meta({ id: 'Ninjs', description: 'News in JSON of the IPTC, 3.1: one item whose parts are the releases.' });
