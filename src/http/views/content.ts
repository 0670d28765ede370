import * as z from 'zod';
import type { Content } from '../../domain/edition.ts';
import type { Quote } from '../../domain/quote.ts';
import { imageView } from './article.ts';
import { attributionView } from './quote.ts';
import { instantView, precisionView } from './scalars.ts';

const newsroomQuoteView = z
  .strictObject({
    id: z.string().meta({ description: 'Stays the same while words and speaker do.' }),
    position: z.int().min(1).meta({ description: '1 for the first statement.' }),
    text: z.string(),
    paragraphs: z.array(z.string()),
    start: z.int().min(0).meta({ description: 'Where its first word begins in the markdown, in UTF-16 code units.' }),
    end: z.int().min(0).meta({ description: 'Where its last word ends.' }),
    attribution: attributionView,
  })
  .meta({ id: 'NewsroomQuote', description: 'A statement and its place in the body.' });

/** What a release says, as the newsroom sees it. */
export const contentFields = {
  title: z.string(),
  slug: z.string().nullable().meta({ description: 'The slug that was asked for; null where nobody did.' }),
  summary: z.string().nullable(),
  area: z.string().nullable().meta({ description: 'Name of the area.', example: 'Ouseshire' }),
  language: z.string().meta({ description: 'BCP 47.', example: 'en-GB' }),
  tags: z.array(z.string()),
  publishedAt: instantView
    .nullable()
    .meta({ description: 'What the release says of its date; null leaves it to the moment of publication.' }),
  publishedAtPrecision: precisionView,
  image: imageView.nullable(),
  body: z.strictObject({ markdown: z.string() }).meta({ id: 'EditionBody' }),
  quotes: z.array(newsroomQuoteView).meta({ description: 'In the order of the text.' }),
  quotesGiven: z.boolean().meta({ description: 'Whether somebody wrote them down; else they were found in the text.' }),
  extra: z.record(z.string(), z.unknown()).meta({ description: 'Keys without a meaning here, kept as they were.' }),
};

export type ContentFields = z.output<z.ZodObject<typeof contentFields>>;

export function toContentFields(content: Content): ContentFields {
  const { image } = content;
  return {
    title: content.title,
    slug: content.slugGiven ? content.slug : null,
    summary: content.summary,
    area: content.area?.name ?? null,
    language: content.language,
    tags: [...content.tags],
    publishedAt: content.publishedAt,
    publishedAtPrecision: content.publishedAtPrecision,
    image: image && { url: image.url, alt: image.alt },
    body: { markdown: content.markdown },
    quotes: content.quotes.map(toNewsroomQuoteView),
    quotesGiven: content.quotesGiven,
    extra: { ...content.extra },
  };
}

function toNewsroomQuoteView({ id, position, text, paragraphs, start, end, attribution }: Quote) {
  const { name, rank, role, organisation, asWritten } = attribution;
  const said = { name, rank, role, organisation, asWritten };
  return { id, position, text, paragraphs: [...paragraphs], start, end, attribution: said };
}
