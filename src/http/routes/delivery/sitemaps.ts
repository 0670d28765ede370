import * as z from 'zod';
import { toNewsSitemap, toSitemap, toSitemapIndex } from '../../../formats/sitemap.ts';
import { countSitemapParts, readNews, readSitemap } from '../../../usecases/read-sitemap.ts';
import { parameter } from '../../request/parameters.ts';
import { defineRoute, NO_PARAMETERS } from '../../route.ts';
import { EXAMPLE_ARTICLE, EXAMPLE_SERVER } from '../../views/examples.ts';

const partParameter = parameter((text) => (/^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined), {
  id: 'SitemapPart',
  description: 'One of the parts that the index names, 1 for the first; without it, the index.',
  expected: 'A whole number from 1 on.',
  schema: { type: 'integer', minimum: 1 },
  example: 1,
});

export const readSitemapRoute = defineRoute({
  door: 'delivery',
  method: 'GET',
  url: '/v1/sitemap.xml',
  operationId: 'readSitemap',
  summary: 'Read the sitemap',
  description:
    'The pages of all public press releases on the sites for readers, for search engines: an index, and its parts. What ' +
    'is withdrawn leaves at once.',
  tag: 'Articles',
  query: z.strictObject({ part: partParameter }),
  params: NO_PARAMETERS,
  success: {
    description: 'The index, or one part.',
    mediaType: 'application/xml',
    schema: z.string(),
    example: toSitemap([EXAMPLE_ARTICLE]),
  },
  problems: ['not_found'],
  handle: async ({ query: { part } }, { deps, audience, publicUrl, lastChange }) => {
    const lastModified = await lastChange();
    if (part !== undefined) return { body: toSitemap(await readSitemap(deps, part, audience)), lastModified };
    const parts = Array.from(
      { length: await countSitemapParts(deps, audience) },
      (_, at) => `${publicUrl}/v1/sitemap.xml?part=${at + 1}`,
    );
    return { body: toSitemapIndex(parts), lastModified };
  },
});

export const readNewsSitemapRoute = defineRoute({
  door: 'delivery',
  method: 'GET',
  url: '/v1/sitemap-news.xml',
  operationId: 'readNewsSitemap',
  summary: 'Read the sitemap of news',
  description:
    'The pages of the press releases of the last two days, newest first, at most a thousand, as Google News reads them. ' +
    'It depends on the clock, so it has an ETag and no Last-Modified.',
  tag: 'Articles',
  query: NO_PARAMETERS,
  params: NO_PARAMETERS,
  success: {
    description: 'The sitemap.',
    mediaType: 'application/xml',
    schema: z.string(),
    example: toNewsSitemap([EXAMPLE_ARTICLE], EXAMPLE_SERVER.publisher),
  },
  problems: [],
  handle: async (_input, { deps, audience, publisher }) => {
    const { entries, until } = await readNews(deps, audience);
    return { body: toNewsSitemap(entries, publisher), keepUntil: until };
  },
});
