import * as z from 'zod';
import type { Feed, FeedLink } from '../../../domain/feed.ts';
import { DEFAULT_LIMIT } from '../../../domain/query.ts';
import { toAtom } from '../../../formats/atom.ts';
import { toJsonFeed } from '../../../formats/json-feed.ts';
import { toNinjs } from '../../../formats/ninjs.ts';
import { toRss } from '../../../formats/rss.ts';
import { readArchive, readChangedLast, readFeed } from '../../../usecases/read-feed.ts';
import { cursorScope, readCursor, writeCursor } from '../../answer/cursor.ts';
import { PAGE_PARAMETERS } from '../../answer/page.ts';
import { feedAddress, feedTitle, pagesOfThePast } from '../../following/feed.ts';
import { FEED_MEDIA_TYPES, type FeedName } from '../../following/feed-formats.ts';
import { hubLinks } from '../../following/hub.ts';
import { LIST_KEY } from '../../memory/surrogate-keys.ts';
import { ARTICLE_FILTERS, articleFilters } from '../../request/article-filters.ts';
import { momentsInOrder, scopeOfAnArea } from '../../request/combinations.ts';
import { archiveParameter, limitParameter } from '../../request/parameters.ts';
import { type Answer, defineRoute, NO_PARAMETERS, type RouteContext } from '../../route.ts';
import { EXAMPLE_FEED } from '../../views/examples.ts';
import { jsonFeedView } from '../../views/json-feed.ts';
import { ninjsView } from '../../views/ninjs.ts';

const pagedQuery = z
  .strictObject({ ...ARTICLE_FILTERS, ...PAGE_PARAMETERS })
  .refine(...momentsInOrder)
  .refine(...scopeOfAnArea);
const atomQuery = z
  .strictObject({ ...ARTICLE_FILTERS, limit: limitParameter, archive: archiveParameter })
  .refine(...momentsInOrder)
  .refine(...scopeOfAnArea);

const FEED_FACTS = {
  door: 'delivery',
  method: 'GET',
  tag: 'Syndication',
  params: NO_PARAMETERS,
} as const;
/** Parameters that say which part of a feed a document holds. */
const WINDOW = ['archive', 'limit', 'cursor'];
const FEED_KEYS = [LIST_KEY, 'feed'];
const SUCCESS_FACTS = { description: 'The feed.', isPage: true } as const;

export const readRssFeedRoute = defineRoute({
  ...FEED_FACTS,
  url: '/v1/feeds/rss.xml',
  operationId: 'readRssFeed',
  summary: 'Read a feed as RSS 2.0',
  description: 'The newest press releases. All filters of the list hold together. What was taken down is not there.',
  query: pagedQuery,
  success: {
    ...SUCCESS_FACTS,
    mediaType: FEED_MEDIA_TYPES['rss.xml'],
    schema: z.string(),
    example: toRss(EXAMPLE_FEED),
  },
  problems: [],
  handle: ({ query }, context) => answerFeed('rss.xml', query, toRss, context),
});

export const readJsonFeedRoute = defineRoute({
  ...FEED_FACTS,
  url: '/v1/feeds/feed.json',
  operationId: 'readJsonFeed',
  summary: 'Read a feed as JSON Feed 1.1',
  description: 'The newest press releases. All filters of the list hold together. What was taken down is not there.',
  query: pagedQuery,
  success: {
    ...SUCCESS_FACTS,
    mediaType: FEED_MEDIA_TYPES['feed.json'],
    schema: jsonFeedView,
    example: toJsonFeed(EXAMPLE_FEED),
  },
  problems: [],
  handle: ({ query }, context) => answerFeed('feed.json', query, toJsonFeed, context),
});

export const readNinjsFeedRoute = defineRoute({
  ...FEED_FACTS,
  url: '/v1/feeds/ninjs.json',
  operationId: 'readNinjsFeed',
  summary: 'Read a feed as ninjs 3.1',
  description:
    'The newest press releases as parts of one composite item, quotes as parts of each. What was taken down, whatever the ' +
    'filters, is `canceled`: its uri and when, nothing else.',
  query: pagedQuery,
  success: {
    ...SUCCESS_FACTS,
    mediaType: FEED_MEDIA_TYPES['ninjs.json'],
    schema: ninjsView,
    example: toNinjs(EXAMPLE_FEED),
  },
  problems: [],
  handle: ({ query }, context) => answerFeed('ninjs.json', query, toNinjs, context),
});

export const readAtomFeedRoute = defineRoute({
  ...FEED_FACTS,
  url: '/v1/feeds/atom.xml',
  operationId: 'readAtomFeed',
  summary: 'Read a feed as Atom',
  description:
    'What changed last, and all of the past in archives (RFC 5005), linked by `prev-archive`. What was taken down, whatever ' +
    'the filters, has a tombstone (RFC 6721). An archive loses what changed since, which stands in a newer one; nothing is ' +
    'added to it.',
  query: atomQuery,
  success: {
    ...SUCCESS_FACTS,
    mediaType: FEED_MEDIA_TYPES['atom.xml'],
    schema: z.string(),
    example: toAtom(EXAMPLE_FEED),
  },
  problems: ['not_found'],
  handle: async ({ query }, context) => {
    const { deps, audience, publicUrl, siteUrl, publisher } = context;
    const { limit = DEFAULT_LIMIT, archive, ...filters } = query;
    const lastModified = await context.lastChange();
    const wanted = articleFilters(filters);
    const content =
      archive === undefined
        ? await readChangedLast(deps, { ...wanted, limit }, audience)
        : await readArchive(deps, { ...wanted, archive }, audience);
    const current = feedAddress(context, ['archive']);
    const links = [...hubLinks(publicUrl), ...pagesOfThePast(current, archive, content.archives)];
    const url = feedAddress(context);
    const id = feedAddress(context, WINDOW);
    const feed = {
      ...content,
      id,
      url,
      publicUrl,
      siteUrl,
      publisher,
      title: feedTitle(filters),
      links,
      isArchive: archive !== undefined,
    };
    return {
      body: toAtom(feed),
      lastModified,
      surrogateKeys: FEED_KEYS,
      links: [{ rel: 'self', href: url }, ...links],
    };
  },
});

async function answerFeed(
  name: FeedName,
  { limit = DEFAULT_LIMIT, cursor, ...filters }: z.output<typeof pagedQuery>,
  render: (feed: Feed) => string | object,
  context: RouteContext,
): Promise<Answer> {
  const { deps, audience, publicUrl, siteUrl, publisher } = context;
  const scope = cursorScope(name, filters);
  const position = cursor === undefined ? null : readCursor(cursor, scope);
  // Asked before: a change in between makes the feed newer than it says, never older.
  const lastModified = await context.lastChange();
  const { next, ...content } = await readFeed(deps, { ...articleFilters(filters), limit, position }, audience);
  const url = feedAddress(context);
  const id = feedAddress(context, WINDOW);
  const links: FeedLink[] = [
    ...hubLinks(publicUrl),
    ...(next === null
      ? []
      : [{ rel: 'next' as const, href: feedAddress(context, [], { cursor: writeCursor(next, scope) }) }]),
  ];
  const title = feedTitle(filters);
  const feed = { ...content, id, url, publicUrl, siteUrl, publisher, title, links, isArchive: false };
  return { body: render(feed), lastModified, surrogateKeys: FEED_KEYS, links: [{ rel: 'self', href: url }, ...links] };
}
