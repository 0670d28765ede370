import { ARTICLE_SORTS, FACET_KINDS } from '../../src/domain/query.ts';
import { WORDS } from './secret-life.ts';

/**
 * What is asked of each public operation of the OpenAPI document, by operation id. An operation that is missing here
 * fails the build: a new route is public only once somebody has thought of what it could betray.
 */
export const QUESTIONS: Readonly<Record<string, readonly string[]>> = {
  listArticles: listQuestions(),
  readArticle: WORDS.articles.flatMap((slug) => [
    `/v1/articles/${slug}`,
    `/v1/articles/${slug}?fields=title,body,officials,jsonLd&bodyFormat=all`,
  ]),
  listAreas: pages('/v1/areas'),
  readArea: WORDS.areas.map((slug) => `/v1/areas/${slug}`),
  listOfficials: [...pages('/v1/officials'), ...each('/v1/officials?count=exact&q=', WORDS.names)],
  readOfficial: WORDS.officials.map((slug) => `/v1/officials/${slug}`),
  listOrganisations: [...pages('/v1/organisations'), ...each('/v1/organisations?count=exact&q=', WORDS.names)],
  readOrganisation: WORDS.organisations.map((slug) => `/v1/organisations/${slug}`),
  listQuotes: [
    ...pages('/v1/quotes'),
    ...each('/v1/quotes?official=', WORDS.officials),
    ...each('/v1/quotes?organisation=', WORDS.organisations),
    ...each('/v1/quotes?area=', WORDS.areas),
    ...each('/v1/quotes?q=', WORDS.searches),
  ],
  listTags: pages('/v1/tags'),
  readSitemap: ['/v1/sitemap.xml', '/v1/sitemap.xml?part=1', '/v1/sitemap.xml?part=2'],
  readNewsSitemap: ['/v1/sitemap-news.xml'],
  listChanges: [
    ...pages('/v1/changes'),
    '/v1/changes?include=listing',
    '/v1/changes?include=article',
    '/v1/changes?include=article&bodyFormat=all',
    '/v1/changes?wait=0',
    ...each('/v1/changes?area=', WORDS.areas),
    ...each('/v1/changes?areaScope=exact&area=', WORDS.areas),
    ...each('/v1/changes?official=', WORDS.officials),
    ...each('/v1/changes?organisation=', WORDS.organisations),
    ...each('/v1/changes?tag=', WORDS.tags),
    '/v1/changes?language=cy',
  ],
  readRssFeed: feedQuestions('rss.xml'),
  readAtomFeed: [...feedQuestions('atom.xml'), '/v1/feeds/atom.xml?archive=1'],
  readJsonFeed: feedQuestions('feed.json'),
  readNinjsFeed: feedQuestions('ninjs.json'),
  readPreview: ['/v1/previews/TGlrZSB0aGlzLCBidXQgcmFuZG9tOiAzMiBieXRlcyE', '/v1/previews/nothing'],
  checkLiveness: ['/healthz'],
  checkReadiness: ['/readyz'],
  readOpenapiDocument: ['/openapi.json'],
  listProblemPages: ['/docs/problems'],
  readProblemPage: ['/docs/problems/not-found', '/docs/problems/nothing'],
};

function listQuestions(): string[] {
  const filters = [
    ...each('area=', WORDS.areas),
    ...each('areaScope=exact&area=', WORDS.areas),
    ...each('official=', WORDS.officials),
    ...each('organisation=', WORDS.organisations),
    ...each('tag=', WORDS.tags),
    ...each('q=', WORDS.searches),
    ...each('sort=relevance&q=', WORDS.searches),
    ...each(
      'sort=',
      ARTICLE_SORTS.filter((sort) => sort !== 'relevance'),
    ),
    'from=2026-03-02',
    'from=2026-02-05&to=2026-03-31',
    'updatedSince=2026-02-06',
    'language=en',
    'language=cy',
    ...each('count=exact&fields=slug&q=', WORDS.searches),
    ...each('count=exact&fields=slug&tag=', WORDS.tags),
    'include=body,quotes,officials&bodyFormat=all',
    `fields=slug&facets=${FACET_KINDS}`,
    ...each(`fields=slug&facets=${FACET_KINDS}&tag=`, WORDS.tags),
    ...each(`fields=slug&facets=${FACET_KINDS}&area=`, WORDS.areas),
    ...each(`fields=slug&highlight=true&facets=${FACET_KINDS}&q=`, WORDS.searches),
    ...each('fields=slug&highlight=true&sort=relevance&q=', WORDS.searches),
    'fields=title,area,body',
    'state=draft',
    'status=all',
  ];
  return [...pages('/v1/articles'), ...filters.map((filter) => `/v1/articles?${filter}`)];
}

function feedQuestions(name: string): string[] {
  const filters = [
    ...each('area=', WORDS.areas),
    ...each('official=', WORDS.officials),
    ...each('tag=', WORDS.tags),
    ...each('q=', WORDS.searches),
    'updatedSince=2026-02-06',
  ];
  return [`/v1/feeds/${name}`, `/v1/feeds/${name}?limit=1`, ...filters.map((filter) => `/v1/feeds/${name}?${filter}`)];
}

function each(before: string, values: readonly string[]): string[] {
  return values.map((value) => `${before}${encodeURIComponent(value)}`);
}

/** A list whole and counted, and cut small so that cursors are followed and numbers reach something. */
function pages(path: string): string[] {
  return [path, `${path}?limit=1`, `${path}?limit=2`, `${path}?count=exact`, `${path}?limit=2&page=2`];
}
