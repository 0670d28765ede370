import * as z from 'zod';
import { instantView } from './scalars.ts';

const itemView = z
  .strictObject({
    id: z.string().meta({ description: 'A URN; stays the same for ever.' }),
    url: z.string(),
    title: z.string(),
    summary: z.string().optional(),
    content_html: z.string(),
    content_text: z.string().optional(),
    image: z.string().optional(),
    date_published: instantView,
    date_modified: instantView,
    authors: z.array(z.strictObject({ name: z.string(), url: z.string().optional() })),
    tags: z.array(z.string()).optional(),
    language: z.string(),
    _dateline: z
      .strictObject({
        about: z.string(),
        edition: z.int().min(1),
        imageAlt: z.string().nullable().meta({
          description:
            'What the picture shows; empty where it is decoration, null where there is none or nobody has said.',
        }),
        quotes: z.array(
          z.strictObject({
            text: z.string(),
            name: z.string().nullable(),
            rank: z.string().nullable(),
            role: z.string().nullable(),
            organisation: z.string().nullable(),
            asWritten: z.string(),
          }),
        ),
        corrections: z.array(z.strictObject({ at: instantView, edition: z.int().min(1), note: z.string() })),
      })
      .meta({ description: 'What JSON Feed has no word for.' }),
  })
  .meta({ id: 'JsonFeedItem' });

/** The shape of what `formats/json-feed.ts` makes. */
export const jsonFeedView = z
  .strictObject({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    home_page_url: z.string(),
    feed_url: z.string(),
    language: z.string().optional(),
    next_url: z.string().optional(),
    hubs: z.array(z.strictObject({ type: z.literal('WebSub'), url: z.string() })).optional(),
    items: z.array(itemView),
  })
  .meta({ id: 'JsonFeed', description: 'JSON Feed 1.1.' });
