import * as z from 'zod';
import { address, any, atMostOne, instantText, one, prose, shape, textOf, urn } from './xml-shape.ts';

/* What our feeds consist of, to the last attribute: anything else is a mistake. */

const rfc822 = z
  .string()
  .regex(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} (GMT|\+0100)$/);

const item = shape(
  {},
  {
    title: one(textOf(prose)),
    link: one(textOf(address)),
    guid: one(textOf(urn, { isPermaLink: z.literal('false') })),
    pubDate: one(textOf(rfc822)),
    'atom:updated': one(textOf(instantText)),
    description: atMostOne(textOf(prose)),
    'dc:creator': one(textOf(prose)),
    'dc:language': one(textOf(prose)),
    category: any(textOf(prose)),
    'media:content': atMostOne(
      shape(
        { url: address, medium: z.literal('image') },
        { 'media:description': atMostOne(textOf(prose, { type: z.literal('plain') })) },
      ),
    ),
    'content:encoded': one(textOf(prose)),
  },
);

const namespaces = (names: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(names).map(([name, uri]) => [name, z.literal(uri)]));

export const rssSchema = shape(
  {},
  {
    rss: one(
      shape(
        {
          version: z.literal('2.0'),
          ...namespaces({
            'xmlns:atom': 'http://www.w3.org/2005/Atom',
            'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
            'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
            'xmlns:media': 'http://search.yahoo.com/mrss/',
          }),
        },
        {
          channel: one(
            shape(
              {},
              {
                title: one(textOf(prose)),
                link: one(textOf(address)),
                description: one(textOf(prose)),
                language: atMostOne(textOf(prose)),
                lastBuildDate: atMostOne(textOf(rfc822)),
                'atom:link': z.array(
                  shape({
                    rel: z.enum(['self', 'hub', 'next', 'prev-archive']),
                    type: z.literal('application/rss+xml').optional(),
                    href: address,
                  }),
                ),
                item: any(item),
              },
            ),
          ),
        },
      ),
    ),
  },
);

const author = one(shape({}, { name: one(textOf(prose)) }));

const entry = shape(
  { 'xml:lang': prose },
  {
    id: one(textOf(urn)),
    title: one(textOf(prose)),
    updated: one(textOf(instantText)),
    published: one(textOf(instantText)),
    author,
    link: z
      .array(
        shape({
          rel: z.enum(['alternate', 'enclosure']),
          type: z.literal('text/html').optional(),
          href: address,
          title: prose.optional(),
        }),
      )
      .min(1)
      .max(2),
    category: any(shape({ term: prose, scheme: address, label: prose.optional() })),
    summary: atMostOne(textOf(prose)),
    content: one(textOf(prose, { type: z.literal('html') })),
  },
);

export const atomSchema = shape(
  {},
  {
    feed: one(
      shape(
        {
          ...namespaces({
            xmlns: 'http://www.w3.org/2005/Atom',
            'xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
            'xmlns:fh': 'http://purl.org/syndication/history/1.0',
          }),
          'xml:lang': prose.optional(),
        },
        {
          id: one(textOf(address)),
          title: one(textOf(prose)),
          updated: one(textOf(instantText)),
          author,
          link: z.array(
            shape({
              rel: z.enum(['self', 'alternate', 'hub', 'next', 'current', 'prev-archive', 'next-archive']),
              type: z.enum(['application/atom+xml', 'text/html']).optional(),
              href: address,
            }),
          ),
          'fh:archive': atMostOne(shape({})),
          entry: any(entry),
          'at:deleted-entry': any(shape({ ref: urn, when: instantText })),
        },
      ),
    ),
  },
);
